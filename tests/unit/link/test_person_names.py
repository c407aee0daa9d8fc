"""Two written forms and how they compare: equal, part, near, none."""

import pytest

from secretariat.link.person_names import compare, looks_personal, parse_person

CASES = [
    # Pinyin with and without spaces, in either order
    ("Zhou En Lai", "Zhou Enlai", "equal"),
    ("Enlai Zhou", "Zhou En Lai", "equal"),
    # Cyrillic romanised in several ways
    ("Tokayev", "Tokaev", "equal"),
    ("Yevgeny Primakov", "Evgeniy Primakov", "equal"),
    ("Dzhenish Zhumabekov", "Jenish Jumabekov", "equal"),
    ("Rakhimov", "Rahimov", "equal"),
    # Turkic and Persian endings
    ("Gurbanguly Berdimuhamedow", "Gurbanguly Berdymukhamedov", "equal"),
    ("Ebrahim Raisi", "Ebrahim Raeisi", "equal"),
    # one says less
    ("Mr. Primakov", "Yevgeny Primakov", "part"),
    ("K. Annan", "Kofi Annan", "part"),
    ("Joe Clark", "Joseph Clark", "part"),
    ("Joseph A. Clark, Jr.", "Joe Clark", "part"),
    ("Prime Minister Fumio Kishida", "Kishida Fumio", "equal"),
    ("Prime Minister Ana Lopez of Peru", "Ana Lopez", "equal"),
    ("Sen. Ana Lopez", "Ana Lopez", "equal"),
    ("Mohamed bin Zayed", "Sheikh Mohamed bin Zayed Al Nahyan", "part"),
    # a letter apart
    ("Mezentsov", "Mezentsev", "near"),
    # different people
    ("Li Jun", "Liu Jun", "none"),
    ("Zhang Ming", "Zhang Min", "none"),
    ("Nurlan", "Nurgaliev", "none"),
    ("Kofi Annan", "Kojo Annan", "none"),
    ("K. Annan", "Robert Annan", "none"),
]


@pytest.mark.parametrize(("a", "b", "kind"), CASES)
def test_compare(a: str, b: str, kind: str) -> None:
    assert compare(parse_person(a), parse_person(b)).kind == kind
    assert compare(parse_person(b), parse_person(a)).kind == kind


@pytest.mark.parametrize(
    "words",
    [
        "Kofi Annan",
        "Norov",
        "Jim O'Neill",
        "Luiz Inácio Lula da Silva",
        "Prime Minister Ana Lopez of Peru",
        "Ana Lopez, an analyst",
        "Ursula von der Leyen",
    ],
)
def test_personal(words: str) -> None:
    assert looks_personal(words)


@pytest.mark.parametrize(
    "words",
    [
        "Foreign Ministry",
        "a senior official",
        "Experts at the meeting",
        "Prime Minister of Peru",
        "Bank of Ghana",
        "Lopez and Silva",
        "Resolution 1325",
        "Executive Director of the Policy Council",
        "Joint Taskforce",
        "Belarusbank",
        "EU Council",
        "officials",
    ],
)
def test_not_personal(words: str) -> None:
    assert not looks_personal(words)


def test_the_written_form_is_kept() -> None:
    name = parse_person("H.E. Mr. Vladimir Norov")
    assert name.words == "H.E. Mr. Vladimir Norov"
    assert name.parts == ("Vladimir", "Norov")
