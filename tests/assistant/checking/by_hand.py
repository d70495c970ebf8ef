"""Claims written by hand, in files of tabs: half, languages, quote, a true claim, a wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from assistant import check
from assistant.facts import Language
from assistant.facts.facts import LANGUAGES

HALF, TRUE, WRONG = 0, 4, 5
"""Columns."""


def rows(name: str) -> list[list[str]]:
    """The rows of a file beside this one; what begins with `#` says what they are."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def supported(given: list[list[str]], column: int) -> list[str]:
    """The claims of a column that are supported by the quotes beside them."""
    return [
        row[column]
        for row in given
        if check(row[column], [row[3]], claim_language=row[1], quote_languages=[row[2]]).verdict
        == "supported"
    ]


class Sentence(NamedTuple):
    """One that a file has in four languages, and what it is among those of its number."""

    number: str
    what: str
    texts: dict[Language, str]


def in_four(name: str) -> list[Sentence]:
    """The sentences of a file of number, what, and the text in each language."""
    return [
        Sentence(number, what, dict(zip(LANGUAGES, texts, strict=True)))
        for number, what, *texts in rows(name)
    ]


def verdicts(given: list[Sentence], claimed: str, quoted: str, *, across: bool) -> Iterator[str]:
    """Of each claim of one sort against its quote of another, in all pairs of languages."""
    for claim, quote in product(given, given):
        if claim.number == quote.number and (claim.what, quote.what) == (claimed, quoted):
            for a, b in product(LANGUAGES, LANGUAGES):
                if (a != b) == across:
                    said, there = claim.texts[a], quote.texts[b]
                    yield check(said, [there], claim_language=a, quote_languages=[b]).verdict
