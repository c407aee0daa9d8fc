"""The trained parts, loaded once and only when asked for.

Arrays alone, read by `numpy.load` without pickle: no code can hide in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt

from secretariat.parse.attribution.crf import Chain
from secretariat.parse.attribution.features import SPACE

Floats = npt.NDArray[np.float32]

#: Name of the shipped model in `data/`.
SHIPPED = "polnear.npz"


@dataclass(frozen=True)
class Model:
    """A trained model.

    Attributes:
        lexicon: learned cue lexicon, `columns.lexicon_key` → bucket.
        index: slot of a hashed feature → row of `linear` (row 0 is zero, for features not kept).
        linear: rows × labels, the linear scores; one column of padding, since rows of 32 bytes are gathered faster.
        chain: transition weights.
        networks: arrays of each correcting network, whose corrections are averaged; empty where the model has none.
        links: weights of the linker.
        bias: added to the scores of all labels: (first pass, second pass), see `learned.py`.
    """

    lexicon: Mapping[int, int]
    index: npt.NDArray[np.int32]
    linear: Floats
    chain: Chain
    networks: tuple[Mapping[str, Floats], ...]
    links: Floats
    bias: Floats


def pack(model: Model) -> dict[str, npt.NDArray[np.generic]]:
    """Arrays to save: linear weights as bytes with one scale a label, kept slots as bits, the rest as halves."""
    kept = np.zeros(SPACE, dtype=bool)
    kept[np.flatnonzero(model.index)] = True
    rows = model.linear[model.index[kept], : len(model.chain.start)]
    scale = np.maximum(np.quantile(np.abs(rows), 0.9999, axis=0), 1e-6) / 127
    keys = np.array(sorted(model.lexicon), dtype=np.uint32)
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "kept": np.packbits(kept),
        "linear": np.clip(np.round(rows / scale), -127, 127).astype(np.int8),
        "scale": scale.astype(np.float32),
        "start": model.chain.start,
        "step": model.chain.step,
        "links": model.links.astype(np.float16),
        "bias": model.bias,
        "lexicon": keys,
        "buckets": np.array([model.lexicon[int(k)] for k in keys], dtype=np.int8),
    }
    for n, network in enumerate(model.networks):
        arrays |= {f"net{n}_{name}": array.astype(np.float16) for name, array in network.items()}
    return arrays


def unpack(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Model:
    """The model of saved arrays."""
    kept = np.flatnonzero(np.unpackbits(arrays["kept"].astype(np.uint8))[:SPACE])
    index = np.zeros(SPACE, dtype=np.int32)
    index[kept] = np.arange(1, len(kept) + 1)
    labels = len(arrays["scale"])
    linear = np.zeros((len(kept) + 1, labels + 1), dtype=np.float32)
    linear[1:, :labels] = arrays["linear"].astype(np.float32) * arrays["scale"].astype(np.float32)
    keys, buckets = arrays["lexicon"].tolist(), arrays["buckets"].tolist()
    return Model(
        lexicon=dict(zip(keys, buckets, strict=True)),
        index=index,
        linear=linear,
        chain=Chain(arrays["start"].astype(np.float32), arrays["step"].astype(np.float32)),
        networks=tuple(_networks(arrays)),
        links=arrays["links"].astype(np.float32),
        bias=arrays["bias"].astype(np.float32),
    )


def _networks(arrays: Mapping[str, npt.NDArray[np.generic]]) -> Iterator[dict[str, Floats]]:
    n = 0
    while found := {k[len(f"net{n}_") :]: v.astype(np.float32) for k, v in arrays.items() if k.startswith(f"net{n}_")}:
        yield found
        n += 1


@cache
def shipped() -> Model:
    """The model that comes with the package."""
    with (
        resources.files("secretariat.parse.attribution").joinpath("data", SHIPPED).open("rb") as file,
        np.load(file, allow_pickle=False) as arrays,
    ):
        return unpack(dict(arrays))
