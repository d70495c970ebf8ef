"""What the catalogue keeps about each document beside its text, and which ones a filter lets by."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray

from .catalogue import text_key
from .days import is_date, span
from .documents import LANGUAGES, About, Card, Detail, Document, Filter, page_of
from .errors import BadQuery
from .file_names import spelled_out

# A document of an older store has no card until the next sync reads it again.
_COLUMNS = """d.file, d.title, d.language, coalesce(format, 'text'), digest,
    coalesce(about, '{}'), coalesce(pages, '[]'), coalesce(nullif(story, ''), file)"""
_CARD = f"SELECT {_COLUMNS} FROM documents d LEFT JOIN cards USING (version) WHERE live"
_SHOWN = """SELECT c.row, c.start, c.end, substr(d.text, c.start + 1, c.end - c.start),
    c.language, c.kind, c.text_key, d.file, d.title, json_extract(about, '$.date.value'),
    coalesce(pages, '[]'), coalesce(nullif(story, ''), file)
    FROM chunks c JOIN documents d USING (version) LEFT JOIN cards USING (version)
    WHERE c.row IN """


def write_card(
    db: sqlite3.Connection, version: int, document: Document, trace: bytes = b""
) -> None:
    """Keep a document's card under the number of its version; ``twins`` finds its story."""
    found = ((name, getattr(document.about, name)) for name in About.__slots__)
    about = {  # ``asdict`` takes five times as long
        name: {part: getattr(detail, part) for part in Detail.__slots__}
        for name, detail in found
        if detail
    }
    row = (
        version,
        document.format,
        json.dumps(about, ensure_ascii=False),
        json.dumps(document.pages),
        trace,
        json.dumps(document.remarks, ensure_ascii=False),
    )
    db.execute("INSERT INTO cards VALUES (?, ?, ?, ?, '', ?, ?)", row)


def read_cards(db: sqlite3.Connection, files: Iterable[str] | None = None) -> list[Card]:
    """Read the cards of some live documents, or of all, by file."""
    if files is None:
        return [_card(row) for row in db.execute(_CARD + " ORDER BY file")]
    names = sorted(set(files))
    rows: list[tuple[str, ...]] = []
    for at in range(0, len(names), 500):
        part = names[at : at + 500]
        marks = ",".join("?" * len(part))
        rows += db.execute(f"{_CARD} AND file IN ({marks}) ORDER BY file", part)
    return [_card(row) for row in rows]


class Passage(NamedTuple):
    """What is shown of a live passage: of its document's card no more than that, for speed."""

    file: str
    start: int
    end: int
    text: str
    language: str
    title: str
    kind: str
    date: str | None
    page: int | None
    story: str


def read_passages(db: sqlite3.Connection, rows: Sequence[int]) -> dict[int, Passage]:
    """Read live passages, by row.

    Raises:
        sqlite3.DatabaseError: a text is not the one that was written.
    """
    found: dict[int, Passage] = {}
    for at in range(0, len(rows), 500):
        part = rows[at : at + 500]
        marks = f"({','.join('?' * len(part))})"
        for shown in db.execute(_SHOWN + marks, part):
            row, start, end, text, language, kind, key, file, title, date, pages, story = shown
            if text_key(text) != key:
                # Reaches the reader as damage of the catalogue, like what SQLite itself finds.
                raise sqlite3.DatabaseError(f"malformed passage in {file}")
            page = page_of(_pages(pages), start)
            found[row] = Passage(file, start, end, text, language, title, kind, date, page, story)
    return found


def _card(row: Sequence[str]) -> Card:
    file, title, language, form, digest, about, pages, story = row
    return Card(file, title, language, form, digest, _about(about), _pages(pages), story)


@lru_cache(maxsize=4_096)
def _about(text: str) -> About:
    """A pure function of what the catalogue holds, so what was read once need not be again."""
    return About(**{name: Detail(**detail) for name, detail in json.loads(text).items()})


@lru_cache(maxsize=256)
def _pages(text: str) -> tuple[int, ...]:
    return tuple(json.loads(text))


def check_filter(only: Filter) -> None:
    """Make sure that a filter can be followed.

    Raises:
        BadQuery: a language is none of ours, a date is not one, or a number is too small.
    """
    known = (*LANGUAGES, "other")
    for language in only.languages:
        if language not in known:
            raise BadQuery(
                f"There is no language {language!r} to filter by; use {', '.join(known)}."
            )
    for day in (only.since, only.until):
        if day is not None and not is_date(day):
            raise BadQuery(f"{day!r} is not a date. Write it as 2025, 2025-01 or 2025-01-31.")
    if only.since and only.until and span(only.since)[0] > span(only.until)[1]:
        raise BadQuery(f"No day is both since {only.since} and until {only.until}.")
    if only.per_document is not None and only.per_document < 1:
        raise BadQuery("At least one passage must be let through from each document.")


def matching_rows(db: sqlite3.Connection, only: Filter) -> NDArray[np.int64] | None:
    """Find the rows of the live chunks that a filter lets by, rising; None when it lets all by."""
    if not (only.files or only.languages or only.since or only.until):
        return None
    files = [card.file for card in read_cards(db) if lets_by(only, card)]
    rows = [
        row
        for file in files
        for (row,) in db.execute(
            "SELECT row FROM chunks JOIN documents USING (version) WHERE live AND file = ?", (file,)
        )
    ]
    return np.array(sorted(rows), np.int64)


def lets_by(only: Filter, card: Card) -> bool:
    """Whether a filter lets a document by."""
    if only.files and not any(_matches(card.file, pattern) for pattern in only.files):
        return False
    if only.languages and card.language not in only.languages:
        return False
    if not (only.since or only.until):
        return True
    if card.date is None:
        return False
    first, last = span(card.date)
    since = span(only.since)[0] if only.since else first
    until = span(only.until)[1] if only.until else last
    return first <= until and since <= last


def _matches(file: str, pattern: str) -> bool:
    """Whether a file is meant: by its name, a pattern, a folder, or a pattern for its last part.

    Accents may be composed or not: some systems store names otherwise than a keyboard types them.
    """
    if not pattern.isascii() and file == spelled_out(pattern):
        return True
    file, pattern = normalize("NFC", file), normalize("NFC", pattern)
    if pattern == file or fnmatchcase(file, pattern):
        return True
    if pattern.endswith("/"):
        return file.startswith(pattern)
    return "/" not in pattern and fnmatchcase(file.rpartition("/")[2], pattern)


def stories(cards: Iterable[Card]) -> Iterator[tuple[str, list[str]]]:
    """Go through the stories told by more than one document, with their files."""
    found: dict[str, list[str]] = {}
    for card in cards:
        found.setdefault(card.story, []).append(card.file)
    yield from ((story, files) for story, files in sorted(found.items()) if len(files) > 1)
