"""Documents on their way into the index: cut, named and made ready to be found, then pending."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .align import TokenEmbedder, Tokens
from .catalogue import Entry, text_key
from .chunk import chunk
from .documents import Chunk, Document, Source
from .embed import Vectors, checked
from .listing import Listing, listed
from .traces import trace


@dataclass(frozen=True, slots=True)
class Meaning:
    """What the built-in model makes of a document."""

    tokens: tuple[Tokens, ...]
    """Of each chunk."""
    vectors: Vectors
    """Shape ``(chunks, dimension)``; a row of zeros for a chunk without a vector."""
    trace: bytes
    """What the document is compared by; see :class:`index.traces.Trace`."""


@dataclass(frozen=True, slots=True)
class Work:
    """A document cut into chunks, each with its id and the key of its text."""

    source: Source
    document: Document
    chunks: tuple[Chunk, ...]
    ids: tuple[str, ...]
    keys: tuple[bytes, ...]
    terms: Listing
    meaning: Meaning | None
    """None where another embedder than the built-in one makes the vectors."""


def prepare(
    source: Source, document: Document, recipe: str, built_in: TokenEmbedder | None = None
) -> Work:
    """Make one document ready; see :func:`prepare_all`."""
    return prepare_all([(source, document)], recipe, built_in)[0]


def prepare_all(
    read: Sequence[tuple[Source, Document]], recipe: str, built_in: TokenEmbedder | None = None
) -> list[Work]:
    """Cut documents into chunks, name them, and find all that their text alone tells.

    An id stands for file, bytes, place and recipe together, so that a stale vector can never be
    taken for a new chunk's. Many documents at a time take less time, and give the same works.

    Args:
        read: the files, and what was read from them.
        recipe: how the index is made: part of every id.
        built_in: the built-in model, where the vectors are its.
    """
    if not read:
        return []
    cut = [tuple(chunk(document, furniture=document.marks)) for _, document in read]
    chunks = [part for parts in cut for part in parts]
    terms = listed([c.text for c in chunks], [c.language for c in chunks])
    tokens, vectors = _embedded(chunks, built_in) if built_in else ((), None)
    works: list[Work] = []
    first = 0
    for (source, document), parts in zip(read, cut, strict=True):
        last = first + len(parts)
        ids = tuple(_id(recipe, c, document) for c in parts)
        keys = tuple(text_key(c.text) for c in parts)
        meaning = None
        if vectors is not None:
            meaning = _meaning(parts, tokens[first:last], vectors[first:last])
        some = terms.some(first, last)
        works.append(Work(source, document, parts, ids, keys, some, meaning))
        first = last
    return works


def _id(recipe: str, part: Chunk, document: Document) -> str:
    place = f"{recipe}\0{part.file}\0{document.digest}\0{part.start}\0{part.end}"
    return hashlib.sha256(place.encode()).hexdigest()[:32]


def _embedded(
    chunks: Sequence[Chunk], built_in: TokenEmbedder
) -> tuple[tuple[Tokens, ...], Vectors]:
    tokens = tuple(built_in.tokens(part.text).astype(np.uint32) for part in chunks)
    return tokens, checked(built_in.embed_tokens(tokens), len(chunks))


def _meaning(chunks: tuple[Chunk, ...], tokens: tuple[Tokens, ...], vectors: Vectors) -> Meaning:
    article = [at for at, part in enumerate(chunks) if part.kind == "article"]
    text = "\n".join(chunks[at].text for at in article)
    return Meaning(tokens, vectors, trace(text, vectors[article]).pack())


@dataclass(slots=True)
class Begun:
    """Documents that are pending in the catalogue: what remains is Chroma, and one transaction."""

    works: tuple[Work, ...]
    versions: list[int]
    entries: list[Entry]
    embedded: int
    """How many texts had no vector before."""
