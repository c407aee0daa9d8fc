"""A claim travels between processes whole: workers send what they find."""

import pickle

from secretariat.model.claim import Attribution, Claim
from secretariat.model.document import DocumentId
from secretariat.model.evidence import Evidence
from secretariat.model.time import ValidTime


def test_a_pickled_claim_comes_back_equal_and_frozen() -> None:
    words = Evidence(0, 5, "Ghana")
    args = {
        "participants": ["GHA", {"name": "NER", "capacity": "guest"}],
        "content": [[0, 5]],
        "value": 3,
        "none": None,
    }
    by = Attribution("A. Person", "said", "direct", ("B",))
    time = ValidTime("1975", "in 1975")
    claim = Claim(
        "event",
        DocumentId("d"),
        words,
        args,
        (words,),
        by,
        "hoped",
        time,
        "r",
        0.5,
        {"args.x": ("y",)},
        "g",
        {"e": [1]},
    )
    again = pickle.loads(pickle.dumps(claim))
    assert again == claim and again.args["participants"] == claim.args["participants"]
    assert (again.id, again.rule, again.score, again.extra) == (claim.id, claim.rule, claim.score, claim.extra)
    assert isinstance(again.args["content"], tuple)
