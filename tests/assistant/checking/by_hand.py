"""Claims written by hand, in files of tabs: half, languages, quote, a true claim, a wrong one."""

from __future__ import annotations

from pathlib import Path

from assistant import check

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
