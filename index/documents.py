"""The nouns of the index: everything that flows from a file on disk to a hit in a search.

Positions (``start``, ``end``) count Unicode code points of the *source text*: a text file's bytes
decoded, without a byte-order mark and otherwise untouched. ``text[start:end]`` is always the quote.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Language = Literal["en", "fr", "de", "it"]

LANGUAGES: tuple[Language, ...] = ("en", "fr", "de", "it")

SkipReason = Literal[
    "outside-root",
    "special-file",
    "dangling-link",
    "permission",
    "vanished",
    "changed-while-reading",
    "too-large",
    "empty",
    "binary",
    "unsupported",
    "encoding-unsure",
    "forgotten",
    "hidden",
    "ignored",
    "own-index",
    "encrypted",
    "no-text",
    "timeout",
    "memory",
    "crash",
    "output-limit",
    "malformed",
]


@dataclass(frozen=True, slots=True)
class Source:
    """A file found in the folder, before it is opened."""

    file: str
    """Path relative to the folder, with forward slashes."""
    place: str
    """Where the file is on this machine. Not a ``Path``: making one costs more than finding it."""
    size: int
    """Bytes."""
    mtime_ns: int
    """Last change as the file system tells it: a hint, never proof that nothing changed."""
    ctime_ns: int = 0
    """Last change of the file's record; a writer that sets ``mtime`` back cannot set this."""
    inode: int = 0

    @property
    def path(self) -> Path:
        """Where the file is on this machine."""
        return Path(self.place)

    @property
    def stamp(self) -> str:
        """Equal stamps mean the same bytes, unless the clock was too coarse to tell."""
        return f"{self.size}:{self.mtime_ns}:{self.ctime_ns}:{self.inode}"


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was left out, and why. Data, not an exception: the other files go on."""

    file: str
    reason: SkipReason
    detail: str
    """One sentence for the reader, with the remedy where there is one."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of a page that is not the article's own word."""

    start: int
    end: int
    kind: str
    """``related`` is a heading of, or one link to, other articles; ``teaser`` what stands under it.
    ``comment`` is what readers write, and what invites them to."""


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that a document says about itself, and where it says so."""

    value: str
    """As written; a date as ISO 8601, no more precise than the text: ``2025``, ``2025-01``."""
    start: int
    end: int
    """Place in the source text; both 0 when it does not stand there."""
    origin: str
    """How it was found: ``line``, ``label`` (*Published:*), ``dateline``, ``words`` (counted),
    ``address`` (a link), ``file name``, ``metadata`` (fields of the format)."""
    sure: float
    """0 to 1, higher is surer: how seldom such a place misleads, set by hand."""


@dataclass(frozen=True, slots=True)
class About:
    """What a document says about itself; None where it says nothing."""

    title: Detail | None = None
    date: Detail | None = None
    """When it was published. Never the date of a teaser or of an event it tells of."""
    byline: Detail | None = None
    source: Detail | None = None
    """The agency or publisher it comes from."""
    language: Detail | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read."""

    file: str
    text: str
    """The source text that every position counts in."""
    digest: str
    """SHA-256 of the file's bytes, hexadecimal."""
    encoding: str
    """What the bytes were decoded with, e.g. ``utf-8`` or ``cp1252``."""
    language: str
    """``en``, ``fr``, ``de``, ``it``, or ``other``."""
    title: str
    """The first line that reads like a headline, shortened; else the file's name."""
    format: str = "text"
    """What it was read as: the name of a module of ``index/formats/``, or ``text``."""
    marks: tuple[Furniture, ...] = ()
    """Page furniture, in order and apart from each other."""
    about: About = About()
    pages: tuple[int, ...] = ()
    """Where each page begins, for formats that have pages."""
    remarks: tuple[str, ...] = ()
    """What was wrong with a file that was read all the same, a sentence each."""


@dataclass(frozen=True, slots=True)
class Card:
    """A live document without its text: what a citation says about its source."""

    file: str
    title: str
    language: str
    format: str
    digest: str
    about: About
    pages: tuple[int, ...] = ()
    story: str = ""
    """The first file, by name, of those that tell the same story: its own where it stands alone."""

    @property
    def date(self) -> str | None:
        """When it was published, ISO 8601, where it says so."""
        return self.about.date.value if self.about.date else None

    def page(self, at: int) -> int | None:
        """The page, counted from 1, of a place; None for formats without pages."""
        return page_of(self.pages, at)


def page_of(pages: tuple[int, ...], at: int) -> int | None:
    """See :meth:`Card.page`."""
    return bisect_right(pages, at) or None


@dataclass(frozen=True, slots=True)
class Filter:
    """Which documents a search may look at; empty fields let everything through."""

    files: tuple[str, ...] = ()
    """File names or patterns such as ``2025/*.pdf``; a pattern without a slash is held against the
    last part of the name as well."""
    languages: tuple[str, ...] = ()
    since: str | None = None
    """First day, month or year, ISO 8601. Documents whose date is not known are left out."""
    until: str | None = None
    """Last day, month or year, likewise."""
    per_document: int | None = None
    """The most passages taken from one document."""


EVERYTHING = Filter()


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of whole sentences of one document, small enough to embed."""

    file: str
    start: int
    end: int
    text: str
    language: str
    title: str
    kind: str = "article"
    """``article``, or the kind of page furniture it is: see ``index/furniture.py``."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk seen through a question."""

    file: str
    start: int
    end: int
    text: str
    score: float
    """Higher is better; comparable within one search only."""
    language: str = "other"
    title: str = ""
    kind: str = "article"
    """``article``, or the kind of page furniture it is, such as ``comment`` or ``teaser``."""
    meaning: float = 0.0
    """Cosine between question and chunk, -1 to 1: the dense share of the score."""
    words: float = 0.0
    """Share of the question's word weight found in the chunk, 0 to about 1."""
    grams: float = 0.0
    """The same for pieces of words: names in other spellings, words of related languages."""
    tokens: float = 0.0
    """How well each word of the question is met by a word near in meaning, in any language."""
    window: float = 0.0
    """The same within the chunk's best stretch."""
    around: float = 0.0
    """Cosine between the question and the chunk together with those before and after it."""
    same: float = 0.0
    """1 for a passage in the question's language, else 0."""
    date: str | None = None
    """When the document was published, ISO 8601, where it says so."""
    page: int | None = None
    """The page where the chunk begins, for formats that have pages."""
    story: str = ""
    """Equal for documents that are copies or translations of each other: the first one's file."""


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What one sync did to make the index equal to the folder. File names, sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    skipped: tuple[Skipped, ...] = ()
    chunks: int = 0
    """Chunks in the index afterwards."""
    embedded: int = 0
    """Texts sent to the embedder: 0 when nothing changed."""
    absent: tuple[str, ...] = ()
    """Not in the folder just now, and kept, because they may be away rather than deleted."""
    absent_why: str = ""
    """Why they were kept and what to do; empty when there are none."""
    repaired: tuple[str, ...] = ()
    """What was found damaged in the store and has been made again, a sentence each."""

    @property
    def touched(self) -> int:
        """How many files were added, changed or removed."""
        return len(self.added) + len(self.changed) + len(self.removed)
