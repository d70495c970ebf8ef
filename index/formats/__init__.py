"""Formats other than plain text: one adapter a file, each run in a child process by ``sandbox``.

An adapter has ``extract(data: bytes) -> Extracted`` and raises :class:`Unreadable`; its library is
imported inside it, so that a folder without PDF files never loads a PDF reader. This table is all
that the rest of the index knows about formats.
"""

from __future__ import annotations

from collections.abc import Mapping

SUFFIXES: Mapping[str, str] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".epub": "epub",
    ".rtf": "rtf",
    ".eml": "mail",
    ".csv": "table",
    ".tsv": "table",
    ".json": "records",
    ".jsonl": "records",
    ".ndjson": "records",
}
"""The end of a file's name, in lower case: the adapter's module."""

PLAIN = frozenset({"", ".txt", ".text", ".md", ".markdown"})
"""What is read as it stands; the empty suffix stands for names without one."""


def format_of(file: str) -> str:
    """Name the adapter for a file by its suffix, or ``text``."""
    stem, dot, last = file.rpartition("/")[2].rpartition(".")
    return SUFFIXES.get(dot + last.lower(), "text") if stem else "text"
