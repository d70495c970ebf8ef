"""No input makes a check slow: its work grows as its input does, and long input is cut."""

from __future__ import annotations

import itertools
import random
import sys
import time
from collections.abc import Callable
from types import FrameType

import pytest

from assistant import check
from assistant.facts import LANGUAGES, Language

PIECES = [
    "1 ", "7", "a", "Putin ", "zweiund", "3-5 May ", "6x6", "XIX e il ", "'’", "\u202e\x00a1",
    "A b. ", "5 % ", " ", "\n1", "1.", "1:1 ", "non finché nicht pas not ", "«“„", "6.30-10am ",
    "alle e mezza halb past ", "not until ", "by Kessler was ", "half of the metà ", "Samstagsfrei",
    "un milione e ", "vent'", "the 3rd and ",
]  # fmt: skip
DENSE = [
    "sur les 200 arbres, 50 ", "of the 120, ", "15 % de ", "fell by 2 from 9 to 7, ",
    "gegen Rovers schlug Kelton 2:1 ", "1 and 2 et ", "superiore del 3 % ",
]  # fmt: skip
"""Words around figures that are read for sums, shares, differences and results."""
SMALL, CUT = 2_000, 20_000
"""Characters; a quote beyond the second is not read."""


turns = itertools.count()


def filled(piece: str, size: int) -> str:
    """A text that was never seen before, so that nothing of it is remembered."""
    return f"{next(turns)} {piece * (size // len(piece) + 1)}"[:size]


def steps(work: Callable[[], object]) -> int:
    """Calls of functions, ours and built-in ones, that some work takes."""
    count = 0

    def seen(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Tables and the model are read once; that is no work of a check."""
    for language in LANGUAGES:
        check("On 5 May, 2 km.", ["Am 5. Mai 3 km."], claim_language=language)


@pytest.mark.parametrize("piece", PIECES)
def test_twice_the_quote_is_at_most_about_twice_the_work(piece: str) -> None:
    def checked(size: int) -> int:
        quote = filled(piece, size)
        return steps(lambda: check("Putin signed on 5 May 2025.", [quote], claim_language="en"))

    checked(2 * SMALL)  # some tables are read only once a rule asks for them
    assert checked(2 * SMALL) <= 2.5 * checked(SMALL) + 2_000


@pytest.mark.parametrize("piece", PIECES[::4])
def test_what_is_longer_than_a_citation_can_be_is_not_read(piece: str) -> None:
    def checked(size: int) -> int:
        text = filled(piece, size)
        return steps(lambda: check(text, [text], claim_language="de"))

    assert checked(50 * CUT) <= 1.2 * checked(2 * CUT) + 2_000


def new_text(size: int, kind: str) -> str:
    """Words, names or figures that were never seen before."""
    chance, found = random.Random(next(turns)), ""
    while len(found) < size:
        word = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=7))
        number = str(chance.randrange(10, 10_000_000))
        found += {"words": word, "names": word.capitalize(), "figures": number}[kind] + " "
    return found[:size]


@pytest.mark.parametrize("kind", ["words", "names", "figures"])
def test_twice_the_new_text_in_24_quotes_is_about_twice_the_work(kind: str) -> None:
    """For a claim of one length; each name of it is looked for among the words of each quote."""

    def checked(size: int) -> int:
        claim = f"Es waren {new_text(150, kind)}."
        quotes = [new_text(size, kind) for _ in range(24)]
        return steps(lambda: check(claim, quotes, claim_language="de"))

    checked(200)  # the first one reads tables, which is more than all of the rest
    assert checked(400) <= 2.5 * checked(200) + 2_000


@pytest.mark.parametrize(
    ("language", "claim", "told"),
    [
        ("en", "The harbour cost 48 million euros.", "only the beginning"),
        ("fr", "Le port a coûté 48 millions d'euros.", "seul le début"),
        ("de", "Der Hafen kostete 48 Millionen Euro.", "nur der Anfang"),
        ("it", "Il porto è costato 48 milioni di euro.", "solo l’inizio"),
    ],
)
def test_what_may_stand_beyond_what_is_read_is_not_just_called_missing(
    language: str, claim: str, told: str
) -> None:
    before = "Der Hafen von Kolm ist alt. "
    cut = check(claim, [before * 800 + "Er kostete 48 Millionen Euro."], claim_language=language)
    assert cut.verdict == "unsupported"
    assert told in cut.problems[-1]
    whole = check(claim, [before * 20], claim_language=language)
    assert whole.verdict == "unsupported"
    assert told not in whole.problems[-1]


def test_of_many_short_quotes_few_are_read() -> None:
    def checked(quotes: int, size: int) -> int:
        given = [filled("Die Brücke in Kolm kostet viel. ", size) for _ in range(quotes)]
        return steps(lambda: check("Die Brücke in Kolm ist alt.", given, claim_language="de"))

    assert checked(600, 32) <= 6 * checked(32, 600)


def test_quotes_of_two_characters_cost_what_one_text_of_them_costs() -> None:
    pieces = [a + b for a in "abcdefghijklmnopqrstuvwxyz" for b in "aeioulmnrstv"]

    def checked(*quotes: str) -> int:
        return steps(lambda: check("Die Brücke in Kolm ist alt.", quotes))

    assert checked(*pieces) <= 4 * checked(" ".join(reversed(pieces)))


def test_quotes_of_four_languages_in_turn_are_read_as_well() -> None:
    said = (
        "The barn {} is red",
        "La grange {} est rouge",
        "Der Hof {} ist rot",
        "Il fienile {} è rosso",
    )
    in_turn = [said[turn % 4].format(turn) for turn in range(100, 500)]
    one_by_one = sorted((said[turn % 4].format(turn) for turn in range(500, 900)), key=str.split)

    def checked(quotes: list[str]) -> int:
        return steps(lambda: check("Die Brücke in Kolm ist alt.", quotes))

    assert checked(in_turn) <= 2 * checked(one_by_one)
    assert check("Der Hof 142 ist rot.", in_turn).verdict == "supported"


SAID = {
    "en": "The bridge at Kolm cost 12 million euros.",
    "fr": "Le pont de Kolm a coûté 12 millions d'euros.",
    "de": "Die Brücke in Kolm kostete 12 Millionen Euro.",
    "it": "Il ponte di Kolm è costato 12 milioni di euro.",
}
AMONG = {
    "en": "The farm at Kolm has {} cows.",
    "fr": "La ferme de Kolm a {} vaches.",
    "de": "Der Hof in Kolm hat {} Kühe.",
    "it": "La fattoria di Kolm ha {} mucche.",
}


@pytest.mark.parametrize("at", [0, 250, 499])
@pytest.mark.parametrize("ours", LANGUAGES)
@pytest.mark.parametrize("theirs", LANGUAGES)
def test_one_of_many_quotes_decides_wherever_it_stands(
    ours: Language, theirs: Language, at: int
) -> None:
    quotes = [AMONG[theirs].format(turn) for turn in range(500)]
    assert check(SAID[ours], quotes).verdict == "unsupported"
    quotes[at] = SAID[theirs]
    assert check(SAID[ours], quotes).verdict == "supported"
    assert check(SAID[ours].replace("12", "13"), quotes).verdict == "contradicted"


@pytest.mark.parametrize("at", [0, 30, 59])
def test_a_long_quote_among_many_is_known_by_its_nearest_sentence(at: int) -> None:
    quotes = [" ".join(AMONG["fr"].format(20 * turn + i) for i in range(20)) for turn in range(60)]
    quotes[at] += " Karin Ostberg déteste la mer."
    assert check("Karin Ostberg hates the sea.", quotes).verdict == "supported"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", [*PIECES, *DENSE])
def test_a_check_takes_50_ms_for_10_kb_or_grows_as_the_text_does(
    piece: str, language: Language
) -> None:
    """Steps inside regular expressions are not counted above; a bound and a ratio are held."""

    def seconds(size: int) -> float:
        spent = []
        for _ in range(2):
            text = filled(piece, size)
            begin = time.process_time()
            check(SAID[language], [text], claim_language=language, quote_languages=[language])
            spent.append(time.process_time() - begin)
        return min(spent)

    longest = 10_000
    spent = seconds(longest)
    assert spent <= 0.05 * longest / 10_000 or spent <= 10 * seconds(longest // 4)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("piece", [*PIECES[::3], *DENSE])
def test_a_claim_as_long_as_is_read_is_checked_in_half_a_second(
    piece: str, language: Language
) -> None:
    quote = f"{SAID[language]} Sales fell from 12 to 7 percent, 50 of the 200 trees were cut."

    def seconds() -> float:
        claim = filled(piece, 2_900)
        begin = time.process_time()
        check(claim, [quote], claim_language=language, quote_languages=[language])
        return time.process_time() - begin

    assert min(seconds(), seconds()) <= 0.5
