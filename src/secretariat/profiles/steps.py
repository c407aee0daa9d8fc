"""The steps of a membership claim, as claims.md lists them."""

from typing import Literal, get_args

StepName = Literal[
    "holds", "founded", "applied", "supported", "invited", "procedure-opened", "agreed", "memorandum-signed",
    "protocol-signed", "consented", "ratified", "deposited", "granted", "acceded", "effective", "declined", "refused",
    "deferred", "application-withdrawn", "suspended", "frozen", "dormant", "reinstated", "notified-withdrawal",
    "withdrew", "expelled", "ended", "renamed",
]  # fmt: skip
STEPS: tuple[str, ...] = get_args(StepName)
"""Steps of membership claims in the order of claims.md."""
