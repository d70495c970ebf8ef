"""The words of an answer: a short answer where one is asked for, then the quotes that carry it.

The form is always the same, one statement a line, so that quotations and markers can be found
again: ``138 billion dollars [2].`` and ``Source: “…” [2]``. Everything that is
said stands in the quotes; the quotes are word for word, with line breaks shown as spaces.
"""

from __future__ import annotations

from collections.abc import Sequence

from .line import Line

_SOURCE = {"en": "Source:", "fr": "Source :", "de": "Quelle:", "it": "Fonte:"}
_ALSO = {"en": "Also:", "fr": "Aussi :", "de": "Auch:", "it": "Anche:"}
FRAMES = frozenset({*_SOURCE.values(), *_ALSO.values()})
"""What stands before a quote and claims nothing."""

_MARKS = {
    "en": ("“”", "«»", "„“", '""', "‹›"),
    "fr": ("«»", "“”", "„“", '""', "‹›"),
    "de": ("„“", "«»", "“”", '""', "‹›"),
    "it": ("«»", "“”", "„“", '""', "‹›"),
}
"""Quotation marks by language of the reader, the usual ones first."""


def compose(quoted: Sequence[Line], language: str, short: str = "") -> str:
    """Write the answer.

    Args:
        quoted: the lines to quote, the one that carries the short answer first.
        language: the reader's.
        short: the short answer, or nothing.
    """
    written = [f"{short} [{quoted[0].passage.number}]."] if short else []
    for place, line in enumerate(quoted):
        lead = _ALSO if place else _SOURCE
        intro = lead.get(language, lead["en"])
        written.append(f"{intro} {_in_marks(line.text, language)} [{line.passage.number}]")
    return "\n".join(written)


def _in_marks(quote: str, language: str) -> str:
    """The quote in marks that do not occur in it, so that its end cannot be mistaken."""
    text = " ".join(quote.split())
    pairs = _MARKS.get(language, _MARKS["en"])
    marks = next((pair for pair in pairs if not set(pair) & set(text)), pairs[0])
    space = "\u00a0" if language == "fr" and marks == "«»" else ""
    return f"{marks[0]}{space}{text}{space}{marks[1]}"
