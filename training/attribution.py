"""Retrain the attribution model: one command, from any data in the form that `corpus.py` describes.

    python training/attribution.py FOLDER [FOLDER ...] [--output FILE] [--folds 5] [--networks 2]

Each FOLDER is a compartment (`text/`, `attributions/`). About fifteen minutes and 3 GB for PolNeAR's 740,000 tokens on
one core. Deterministic: the same data, seed and numpy give the same weights. Nothing but numpy is needed beyond the
package itself. Without --output the shipped weights are replaced.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from corpus import Example, read_corpus
from linear import Table, columns_of, count_cues, emissions, kept_slots, tabulate, train_linear
from links import train_links
from network import train_network

import secretariat.parse.attribution
from secretariat.parse.attribution.columns import Columns
from secretariat.parse.attribution.crf import Chain
from secretariat.parse.attribution.learned import decode
from secretariat.parse.attribution.network import inputs
from secretariat.parse.attribution.weights import SHIPPED, Model, pack

Floats = npt.NDArray[np.float32]

#: Features seen less often than this in training are dropped.
LEAST = 2
#: Strength of the networks' corrections in the shipped model. Tuned on held-out documents.
SHRINK = 0.5
#: Added to the scores of the seven labels: first pass; second pass over blocks where a cue or source is missing.
#: Tuned on held-out documents.
BIAS = ((0.0, 0, 0, 0, 0, 0, 0), (0, 1.0, 0, 4.0, 0, 0, 0))


def cross_fit(table: Table, all_columns: Sequence[Columns], folds: int) -> tuple[Floats, list[npt.NDArray[np.int64]]]:
    """Linear scores of every document from a model that has not seen it, and the labels they give."""
    emit = np.zeros((len(table.labels), 7), dtype=np.float32)
    labels: dict[int, npt.NDArray[np.int64]] = {}
    for fold in range(folds):
        held_out = table.document % folds == fold
        part = table.where(~held_out)
        index = kept_slots(part.slots, LEAST)
        print(f"fold {fold + 1} of {folds}", flush=True)
        linear, chain = train_linear(part, index)
        emit[held_out] = emissions(table.slots[held_out], index, linear)
        for k in range(fold, len(all_columns), folds):
            labels[k] = decode(emit[table.document == k], all_columns[k], chain)
    return emit, [labels[k] for k in range(len(all_columns))]


def train(examples: Sequence[Example], *, folds: int, networks: int) -> Model:
    """The whole model from annotated documents."""
    lexicon = count_cues(examples)
    all_columns = [columns_of(e, lexicon, leave_out=True) for e in examples]
    table = tabulate(examples, all_columns)
    emit, found = cross_fit(table, all_columns, folds)
    print("linker", flush=True)
    links = train_links(examples, [[e.labels for e in examples], found])
    print("linear model on all documents", flush=True)
    index = kept_slots(table.slots, LEAST)
    linear, chain = train_linear(table, index)
    trained = []
    if networks:
        slots = np.concatenate([inputs(c) for c in all_columns])
        trained = [train_network(table, slots, emit, chain, seed=seed) for seed in range(networks)]
        chains = [each for _, each in trained]
        chain = Chain(_mean([c.start for c in chains]), _mean([c.step for c in chains]))
    return Model(
        lexicon.table(),
        index,
        linear,
        Chain(chain.start, chain.step),
        tuple(shrunk(w) for w, _ in trained),
        links,
        np.array(BIAS, dtype=np.float32),
    )


def shrunk(weights: dict[str, Floats]) -> dict[str, Floats]:
    """The network with its corrections made smaller: it was trained on scores that are worse than the final model's."""
    return weights | {name: weights[name] * np.float32(SHRINK) for name in ("w_out", "b_out")}


def _mean(arrays: Sequence[Floats]) -> Floats:
    return np.asarray(np.mean(arrays, axis=0), dtype=np.float32)


def main() -> None:
    """Read the command line, train, save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path, help="compartments with text/ and attributions/")
    home = Path(secretariat.parse.attribution.__file__).parent / "data" / SHIPPED
    parser.add_argument("--output", type=Path, default=home, help="where to write the weights (.npz)")
    parser.add_argument(
        "--folds", type=int, default=5, help="models that score each other's documents in cross-fitting"
    )
    parser.add_argument("--networks", type=int, default=2, help="correcting networks to average; 0: the chain alone")
    options = parser.parse_args()
    examples = [e for folder in options.folders for e in read_corpus(folder)]
    print(f"{len(examples)} documents, {sum(len(e.labels) for e in examples)} tokens", flush=True)
    model = train(examples, folds=options.folds, networks=options.networks)
    np.savez_compressed(options.output, **pack(model))
    print(f"{options.output}: {options.output.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
