"""What a Word document says, told by its XML: python-docx passes over what is not a plain run.

As somebody reads it who accepts all changes: insertions are text, deletions are none. Content
controls, text boxes and tables within tables are text too, each cell once; a note follows the
paragraph that refers to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_GONE = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "rPr", "pPr", "sdtPr"))
_SIGNS: Mapping[str, str] = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_COUNTING = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_NOTES = (f"{_W}footnoteReference", f"{_W}endnoteReference")

Notes = Mapping[tuple[str, str], Any]
"""The notes of a document by the tag that refers to them and their number."""


@dataclass(slots=True)
class _Said:
    """A paragraph: its own words, and what hangs on it."""

    words: list[str] = field(default_factory=list)
    aside: list[Any] = field(default_factory=list)
    """Notes and text boxes, whose paragraphs come after it."""


def paragraphs(body: Any, notes: Notes, is_heading: Callable[[Any], bool]) -> Iterator[str]:
    """Tell a part's paragraphs in order, and each row of its tables as ``cell | cell``.

    Args:
        body: an element that holds paragraphs and tables.
        notes: what may be referred to.
        is_heading: whether a paragraph is one; blank lines are set around it.
    """
    for block in _blocks(body, f"{_W}p", f"{_W}tbl"):
        if block.tag == f"{_W}tbl":
            yield from _rows(block, notes)
            continue
        said = _Said()
        _gather(block, said, notes)
        text = "".join(said.words).strip()
        # A heading is followed by a blank line, as one that stands alone is.
        yield f"\n{text}\n" if text and is_heading(block) else text
        for one in said.aside:
            yield from filter(None, paragraphs(one, notes, is_heading))


def uncounted(part: Any) -> Iterator[str]:
    """Tell the paragraphs of a header or a footer but for those that number the page."""
    for block in _blocks(part, f"{_W}p", f"{_W}tbl"):
        told = [one.text or "" for one in block.iter(f"{_W}instrText")]
        told += [one.get(f"{_W}instr") or "" for one in block.iter(f"{_W}fldSimple")]
        if not any(word in _COUNTING for one in told for word in one.split()):
            yield from paragraphs([block], {}, _is_none)


def notes_of(parts: Mapping[str, Any]) -> Notes:
    """List the notes of a document.

    Args:
        parts: the root of the part with footnotes, and of that with endnotes, by what refers to a
            note: ``footnote`` or ``endnote``.
    """
    return {
        (f"{_W}{name}Reference", note.get(f"{_W}id")): note
        for name, root in parts.items()
        for note in root.iterfind(f"{_W}{name}")
    }


def _blocks(parent: Any, *tags: str) -> Iterator[Any]:
    """The nearest elements of some kinds within one, whatever they are wrapped in."""
    for child in parent:
        if child.tag in tags:
            yield child
        elif child.tag == _CHOICES:
            yield from _blocks(child[:1], *tags)
        elif child.tag not in _GONE:
            yield from _blocks(child, *tags)


def _rows(table: Any, notes: Notes) -> Iterator[str]:
    for row in _blocks(table, f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is None:
            cells = [
                " ".join(" ".join(paragraphs(cell, notes, _is_none)).split())
                for cell in _blocks(row, f"{_W}tc")
            ]
            yield " | ".join(cell for cell in cells if cell)


def _is_none(_: Any) -> bool:
    return False


def _gather(element: Any, said: _Said, notes: Notes) -> None:
    for child in element:
        tag = child.tag
        if tag in (f"{_W}t", _MATHS):
            said.words.append(child.text or "")
        elif tag in _SIGNS:
            said.words.append(_SIGNS[tag])
        elif tag == f"{_W}br":  # of a line, unless it is said to be another
            said.words.append("\n" if child.get(f"{_W}type") in (None, "textWrapping") else "")
        elif tag == f"{_W}txbxContent":
            said.aside.append(child)
        elif tag in _NOTES:
            note = notes.get((tag, child.get(f"{_W}id")))
            said.aside += [] if note is None else [note]
        elif tag == _CHOICES:
            _gather(child[:1], said, notes)
        elif tag not in _GONE:
            _gather(child, said, notes)
