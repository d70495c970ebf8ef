"""Tables as text (CSV): each row a line that names its columns. Formulas stay the text they are."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from index.encoding import Undecodable, decode

from .extracted import Extracted, Unreadable, Writer

_SAMPLE = 20_000  # characters looked at to tell what parts the columns
_DELIMITERS = ",;\t|"


def extract(data: bytes) -> Extracted:
    """Read a table; line n of the text is its row n, the columns' names being row 1."""
    found = decode(data)
    if isinstance(found, Undecodable):
        raise Unreadable(found.reason, found.detail)
    writer = Writer()
    csv.field_size_limit(10_000_000)
    try:
        for line in _lines(csv.reader(StringIO(found.text, newline=""), _dialect(found.text))):
            writer.add(line + "\n")
    except csv.Error:
        raise Unreadable("malformed", "It is no sound table. Save it as text.") from None
    return Extracted(writer.text(), found.encoding)


def _dialect(text: str) -> type[csv.Dialect]:
    delimiter = max(_DELIMITERS, key=text[:_SAMPLE].split("\n", 1)[0].count)

    class Dialect(csv.excel):
        pass

    Dialect.delimiter = delimiter
    return Dialect


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
    """Whether a first row names the columns: words, each another."""
    worded = [cell for cell in cells if any(map(str.isalpha, cell))]
    return len(worded) == len(set(cells)) == len(cells) > 1
