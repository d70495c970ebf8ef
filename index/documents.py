"""The nouns of the index: everything that flows from a file on disk to a hit in a search.

Positions (``start``, ``end``) count Unicode code points of the *source text*: a text file's bytes
decoded, without a byte-order mark and otherwise untouched. ``text[start:end]`` is always the quote.
"""

from __future__ import annotations

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
]


@dataclass(frozen=True, slots=True)
class Source:
    """A file found in the folder, before it is opened."""

    file: str
    """Path relative to the folder, with forward slashes."""
    path: Path
    """Where the file is on this machine."""
    size: int
    """Bytes."""
    mtime_ns: int
    """Last change as the file system tells it: a hint, never proof that nothing changed."""
    ctime_ns: int = 0
    """Last change of the file's record; a writer that sets ``mtime`` back cannot set this."""
    inode: int = 0

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

    @property
    def touched(self) -> int:
        """How many files were added, changed or removed."""
        return len(self.added) + len(self.changed) + len(self.removed)
