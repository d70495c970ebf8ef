"""Some documents, from pending to live: the four steps that ``sync`` describes, one method each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from . import twins
from .align import TokenEmbedder, Tokens
from .cards import write_card
from .catalogue import Catalogue, text_key
from .chunk import chunk
from .defaults import default_embedder
from .documents import Chunk, Document, Source
from .embed import Embedder, Vectors, checked
from .exact import ExactVectors
from .lexical import LexicalIndex
from .migrate import REREAD
from .places import write_tokens
from .schema import FORMAT
from .store import ChromaStore

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


class Batch:
    """Writes, removes and recovers documents in catalogue, Chroma and lexical index."""

    def __init__(
        self, catalogue: Catalogue, vectors: ChromaStore | ExactVectors, embedder: Embedder
    ) -> None:
        self.catalogue = catalogue
        self.vectors = vectors
        self.embedder = embedder
        self.lexical = LexicalIndex(catalogue.connection)
        # A document read again for a new format is another version: its chunks need other ids.
        self.recipe = f"{SPLITTER}\0{FORMAT}\0{embedder.fingerprint}"

    def write(self, works: Sequence[Work], gone: Sequence[str] = ()) -> int:
        """Make documents searchable, replacing their versions before.

        Args:
            works: the documents.
            gone: files to take out in the same moment, because they live on under another name.

        Returns:
            How many texts had to be embedded.
        """
        tokens = self._tokens(works)
        embedded = self._embed(works, tokens)
        versions = self._insert_pending(works, tokens)
        ids = [name for work in works for name in work.ids]
        self.vectors.upsert(list(self.catalogue.pending(ids)))
        with self.catalogue.transaction() as db:
            self._retire([*gone, *(work.document.file for work in works)])
            db.executemany("UPDATE documents SET live = 1 WHERE version = ?", versions)
            db.executemany("DELETE FROM orphans WHERE id = ?", [(name,) for name in ids])
            self._index_words(works)
            self._tell_readers()
        self._delete_orphans()
        return embedded

    def remove(self, files: Sequence[str]) -> None:
        """Take files out of the index."""
        with self.catalogue.transaction():
            self._retire(files)
            self._tell_readers()
        self._delete_orphans()

    def unfinished(self) -> bool:
        """Tell whether a run before this one was interrupted, or cut texts in another way."""
        if self.catalogue.meta("splitter") != SPLITTER:
            return True
        with self.catalogue.reading() as db:
            pending = db.execute("SELECT 1 FROM documents WHERE NOT live LIMIT 1").fetchone()
            orphans = db.execute("SELECT 1 FROM orphans LIMIT 1").fetchone()
            return pending is not None or orphans is not None or twins.unplaced(db)

    def recover(self) -> None:
        """Throw away what an interrupted run left pending, and finish its deletions.

        When texts are cut differently now, every document is due again; vectors of passages that
        come out the same are kept.
        """
        if not self.unfinished():
            return
        with self.catalogue.transaction() as db:
            if self.catalogue.meta("splitter") != SPLITTER:
                db.execute(REREAD)
                db.execute("INSERT OR REPLACE INTO meta VALUES ('splitter', ?)", (SPLITTER,))
            db.execute(
                "INSERT OR IGNORE INTO orphans SELECT id FROM chunks JOIN documents USING (version)"
                " WHERE NOT live"
            )
            db.execute("DELETE FROM documents WHERE NOT live")
        self._delete_orphans()

    def abandon(self) -> None:
        """Throw away what is pending and forget the orphans: Chroma is empty."""
        with self.catalogue.transaction() as db:
            db.execute("DELETE FROM documents WHERE NOT live")
            db.execute("DELETE FROM orphans")

    def finish(self) -> None:
        """Tidy up after the last batch, and tell readers that there is something new."""
        with self.catalogue.transaction() as db:
            self.lexical.optimise()
            twins.place(db, self._built_in_vectors)
            db.execute("DELETE FROM vectors WHERE text_key NOT IN (SELECT text_key FROM chunks)")
            held = self.catalogue.held()
            db.execute("INSERT OR REPLACE INTO meta VALUES ('vectors', ?)", (str(held),))
            self._tell_readers()

    def _tell_readers(self) -> None:
        """Raise the generation, inside the caller's transaction: Chroma has to be opened again."""
        self.catalogue.connection.execute(
            "INSERT INTO meta VALUES ('generation', '1') ON CONFLICT (key)"
            " DO UPDATE SET value = CAST(value AS INTEGER) + 1"
        )

    def _built_in_vectors(self, texts: Sequence[str]) -> Vectors:
        """Vectors of the built-in model: those kept, where the store is made with it."""
        if not texts:
            return np.empty((0, 0), np.float32)
        built_in = default_embedder()
        if self.embedder.fingerprint == built_in.fingerprint:
            kept = self.catalogue.vectors([text_key(text) for text in texts])
            if len(kept) == len(texts):
                return np.stack(kept)
        return built_in.embed(texts)

    def _tokens(self, works: Sequence[Work]) -> dict[bytes, Tokens]:
        """The tokens of each text by its key; empty where the embedder has no vectors of tokens."""
        if not isinstance(self.embedder, TokenEmbedder):
            return {}
        return {key: self.embedder.tokens(text) for key, text in _texts(works).items()}

    def _embed(self, works: Sequence[Work], tokens: Mapping[bytes, Tokens]) -> int:
        texts = _texts(works)
        missing = sorted(self.catalogue.without_vector(texts))
        if not missing:
            return 0
        if isinstance(self.embedder, TokenEmbedder):
            matrix = self.embedder.embed_tokens([tokens[key] for key in missing])
        else:
            matrix = self.embedder.embed([texts[key] for key in missing])
        matrix = checked(matrix, len(missing))
        rows = [
            (key, vector.tobytes())
            for key, vector in zip(missing, matrix, strict=True)
            if vector.any()
        ]
        with self.catalogue.transaction() as db:
            db.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
        return len(missing)

    def _insert_pending(
        self, works: Sequence[Work], tokens: Mapping[bytes, Tokens]
    ) -> list[tuple[int]]:
        versions: list[tuple[int]] = []
        with self.catalogue.transaction() as db:
            for work in works:
                d = work.document
                cursor = db.execute(
                    "INSERT INTO documents (file, stamp, digest, encoding, language, title, text,"
                    " live) VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
                    (d.file, work.source.stamp, d.digest, d.encoding, d.language, d.title, d.text),
                )
                version = int(cursor.lastrowid or 0)
                versions.append((version,))
                write_card(db, version, d)
                db.executemany(
                    "INSERT INTO chunks (version, id, start, end, language, kind, text_key)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    [
                        (version, name, c.start, c.end, c.language, c.kind, key)
                        for name, key, c in zip(work.ids, work.keys, work.chunks, strict=True)
                    ],
                )
                if tokens:
                    own = map(tokens.__getitem__, work.keys)
                    write_tokens(db, dict(zip(work.ids, own, strict=True)))
        return versions

    def _retire(self, files: Iterable[str]) -> None:
        """Drop the live versions of files; inside the caller's transaction."""
        db = self.catalogue.connection
        for file in files:
            old = db.execute(
                "SELECT row, id FROM chunks JOIN documents USING (version) WHERE live AND file = ?",
                (file,),
            ).fetchall()
            twins.forget(db, file)
            self.lexical.remove([row for row, _ in old])
            db.executemany("INSERT OR IGNORE INTO orphans VALUES (?)", [(name,) for _, name in old])
            db.execute("DELETE FROM documents WHERE live AND file = ?", (file,))

    def _index_words(self, works: Sequence[Work]) -> None:
        entries = self.catalogue.entries(ids=[name for work in works for name in work.ids])
        self.lexical.add([(e.row, e.chunk.text, e.chunk.language) for e in entries])

    def _delete_orphans(self) -> None:
        with self.catalogue.reading() as db:
            names = [name for (name,) in db.execute("SELECT id FROM orphans")]
        if not names:
            return
        self.vectors.delete(names)
        with self.catalogue.transaction() as db:
            db.executemany("DELETE FROM orphans WHERE id = ?", [(name,) for name in names])


def _texts(works: Sequence[Work]) -> dict[bytes, str]:
    return {key: c.text for work in works for key, c in zip(work.keys, work.chunks, strict=True)}
