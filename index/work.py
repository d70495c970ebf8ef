"""Documents on their way into the index: cut and named, then pending."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from .catalogue import Entry, text_key
from .chunk import chunk
from .documents import Chunk, Document, Source

SPLITTER = "sentences-160-4"
"""Part of every chunk's identity; changes whenever the same file would be cut differently."""


@dataclass(frozen=True, slots=True)
class Work:
    """A document cut into chunks, each with its id and the key of its text."""

    source: Source
    document: Document
    chunks: tuple[Chunk, ...]
    ids: tuple[str, ...]
    keys: tuple[bytes, ...]


def prepare(source: Source, document: Document, recipe: str) -> Work:
    """Cut a document into chunks and name them.

    An id stands for file, bytes, place and recipe together, so that a stale vector can never be
    taken for a new chunk's.
    """
    chunks = tuple(chunk(document, furniture=document.marks))
    ids = tuple(
        hashlib.sha256(
            f"{recipe}\0{c.file}\0{document.digest}\0{c.start}\0{c.end}".encode()
        ).hexdigest()[:32]
        for c in chunks
    )
    keys = tuple(text_key(c.text) for c in chunks)
    return Work(source, document, chunks, ids, keys)


@dataclass(slots=True)
class Begun:
    """Documents that are pending in the catalogue: what remains is Chroma, and one transaction."""

    works: tuple[Work, ...]
    versions: list[int]
    entries: list[Entry]
    embedded: int
    """How many texts had to be embedded."""
    upserted: Callable[[], None] | None = None
    """Waits until their vectors are in Chroma; None until somebody has begun with that."""
