"""Tables as text (CSV): each row a line that names its columns. Formulas stay the text they are."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice, pairwise

from index.encoding import Undecodable, decode

from .extracted import Extracted, Unreadable, Writer

_SAMPLE = 20_000  # characters looked at to tell what parts the columns
_ROWS = 50
_DELIMITERS = ",;\t|"
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_TOLD = re.compile(r"\ufeff?sep=([^\w\s\"]|\t)\r?\n")
"""The first line that spreadsheets write and read, and do not show."""


def extract(data: bytes) -> Extracted:
    """Read a table; line n of the text is its row n, the columns' names being row 1."""
    found = decode(data)
    if isinstance(found, Undecodable):
        raise Unreadable(found.reason, found.detail)
    writer = Writer()
    csv.field_size_limit(10_000_000)
    dialect, text = _parted(found.text)
    try:
        for line in _lines(csv.reader(StringIO(text, newline=""), dialect)):
            writer.add(line + "\n")
    except csv.Error:
        raise Unreadable("malformed", "It is no sound table. Save it as text.") from None
    return Extracted(writer.text(), found.encoding)


def _parted(text: str) -> tuple[type[csv.Dialect], str]:
    """What parts the columns, and the table itself, without a first line that says so."""
    told = _TOLD.match(text)
    delimiter = told[1] if told else max(_DELIMITERS, key=lambda sign: _evenness(text, sign))

    class Dialect(csv.excel):
        pass

    Dialect.delimiter = delimiter
    return Dialect, text[told.end() :] if told else text


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    """How many of the first rows have the same columns if this parts them, and how many columns."""
    whole = text[:_SAMPLE]
    rows = islice(csv.reader(StringIO(whole, newline=""), delimiter=delimiter), _ROWS)
    try:
        widths = Counter(len(row) for row in rows if row)
    except csv.Error:
        return 0.0, 0
    width, count = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1]), default=(1, 0))
    return (count / widths.total(), width) if width > 1 else (0.0, 0)


def _lines(rows: Iterator[list[str]]) -> Iterator[str]:
    names: Sequence[str] | None = None
    for row in rows:
        cells = [" ".join(cell.split()) for cell in row]
        if names is None:
            names = cells if _are_names(cells) else ()
            yield "; ".join(cells)
        else:
            yield "; ".join(
                f"{names[at]}: {cell}" if at < len(names) and names[at] else cell
                for at, cell in enumerate(cells)
                if cell
            )


def _are_names(cells: Sequence[str]) -> bool:
    """Whether a first row names the columns: words, each another, and years in a row."""
    worded = [cell for cell in cells if any(map(str.isalpha, cell))]
    years = [int(cell) for cell in cells if _YEAR.fullmatch(cell)]
    follow = len(years) > 1 and {abs(b - a) for a, b in pairwise(years)} == {1}
    named = len(worded) + (len(years) if follow else 0)
    return bool(worded) and named == len(set(cells)) == len(cells) > 1
