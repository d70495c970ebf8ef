"""Some documents, from pending to live: the four steps that ``sync`` describes, one method each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from . import twins
from .cards import write_card
from .catalogue import Catalogue, Entry, text_key
from .defaults import default_embedder
from .embed import Embedder, Vectors
from .exact import ExactVectors
from .lexical import LexicalIndex
from .listing import joined
from .making import Made, make
from .migrate import REREAD, RETRY
from .places import write_tokens
from .preparing import built_in
from .reading_code import reading_code
from .schema import FORMAT
from .store import ChromaStore
from .work import Begun, Work

_DROP_VECTORS = """DELETE FROM vectors WHERE rowid IN
    (SELECT rowid FROM vectors WHERE text_key NOT IN (SELECT text_key FROM chunks))"""
"""Those of no passage, found without reading any vector."""

_READ_AGAIN = "read-again"
"""In the catalogue, how often all documents have been due again."""

_SOON = 10_000
"""Documents up to which stories are looked for before Chroma is done."""


class Batch:
    """Writes, removes and recovers documents in catalogue, Chroma and lexical index."""

    def __init__(
        self, catalogue: Catalogue, vectors: ChromaStore | ExactVectors, embedder: Embedder
    ) -> None:
        self.catalogue = catalogue
        self.vectors = vectors
        self.embedder = embedder
        self.lexical = LexicalIndex(catalogue.connection)
        self.built_in = built_in(embedder)

    @property
    def recipe(self) -> str:
        """How works are made: part of every chunk's id.

        A document that is read again is another version, whose chunks need other ids, even where
        the code is what it once was.
        """
        parts = (reading_code(), str(FORMAT), self.embedder.fingerprint)
        again = self.catalogue.meta(_READ_AGAIN)
        return "\0".join((*parts, again) if again else parts)

    def write(self, works: Sequence[Work], gone: Sequence[str] = ()) -> int:
        """Make documents searchable, replacing their versions before.

        Args:
            works: the documents.
            gone: files to take out in the same moment, because they live on under another name.

        Returns:
            How many texts had to be embedded.
        """
        return self.start(works, gone)()

    def start(self, works: Sequence[Work], gone: Sequence[str] = ()) -> Callable[[], int]:
        """Have documents written to Chroma; see :meth:`write`. What is started first ends first.

        Returns:
            What waits for Chroma, makes the documents live, and returns what :meth:`write` does.
        """
        begun = self.begin(works)
        written = self.vectors.begin(begun.entries)

        def end() -> int:
            written()
            self.complete(begun, gone)
            return begun.embedded

        return end

    def begin(self, works: Sequence[Work]) -> Begun:
        """Embed documents and write them pending: what a kill leaves of it is thrown away."""
        made = make(works, self.embedder, self.catalogue)
        versions, entries = [], []
        with self.catalogue.transaction() as db:
            made.keep(db)
            for work in works:
                version, rows = self._insert_pending(work, made)
                versions.append(version)
                entries += [
                    Entry(row, name, part, made.vectors[key])
                    for row, name, part, key in zip(
                        rows, work.ids, work.chunks, work.keys, strict=True
                    )
                ]
        return Begun(tuple(works), versions, entries, len(made.fresh))

    def complete(self, begun: Begun, gone: Sequence[str] = ()) -> None:
        """Make documents live whose vectors are in Chroma; see :meth:`write`."""
        with self.catalogue.transaction() as db:
            self._retire([*gone, *(work.document.file for work in begun.works)])
            db.executemany(
                "UPDATE documents SET live = 1 WHERE version = ?", zip(begun.versions, strict=True)
            )
            db.executemany("DELETE FROM orphans WHERE id = ?", [(e.id,) for e in begun.entries])
            terms = joined([work.terms for work in begun.works])
            self.lexical.add_terms([entry.row for entry in begun.entries], terms)
            self._tell_readers()
        self._delete_orphans()

    def remove(self, files: Sequence[str]) -> None:
        """Take files out of the index."""
        with self.catalogue.transaction():
            self._retire(files)
            self._tell_readers()
        self._delete_orphans()

    def unfinished(self) -> bool:
        """Tell whether a run before this one was interrupted, or read files in another way."""
        if self.catalogue.meta("splitter") != reading_code():
            return True
        with self.catalogue.reading() as db:
            pending = db.execute("SELECT 1 FROM documents WHERE NOT live LIMIT 1").fetchone()
            orphans = db.execute("SELECT 1 FROM orphans LIMIT 1").fetchone()
            return pending is not None or orphans is not None or twins.unplaced(db)

    def recover(self) -> None:
        """Throw away what an interrupted run left pending, and finish its deletions.

        When files are read or cut by other code now, every one is due again, and those that were
        left out are as well; vectors of passages that come out the same are kept.
        """
        if not self.unfinished():
            return
        with self.catalogue.transaction() as db:
            if self.catalogue.meta("splitter") != reading_code():
                db.execute(REREAD)
                db.execute(RETRY)
                meta = "INSERT OR REPLACE INTO meta VALUES ('splitter', ?)"
                db.execute(meta, (reading_code(),))
                again = "INSERT INTO meta VALUES (?, '1') ON CONFLICT (key)"
                db.execute(f"{again} DO UPDATE SET value = value + 1", (_READ_AGAIN,))
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

    def place_ahead(self) -> None:
        """Find stories among what is live, while Chroma takes in the rest: less is left to do.

        Of many documents this takes memory, which is better taken when Chroma has let go of its.
        """
        with self.catalogue.transaction() as db:
            if db.execute("SELECT count(*) FROM cards").fetchone()[0] <= _SOON:
                twins.place(db, self._built_in_vectors)

    def finish(self) -> None:
        """Tidy up after the last batch, and tell readers that there is something new."""
        with self.catalogue.transaction() as db:
            self.lexical.optimise()
            twins.place(db, self._built_in_vectors)
            db.execute(_DROP_VECTORS)
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

    def _insert_pending(self, work: Work, made: Made) -> tuple[int, Sequence[int]]:
        """Write a document pending, inside the caller's transaction: its version, and its rows."""
        db, d = self.catalogue.connection, work.document
        rows = self._next_rows(len(work.chunks))
        cursor = db.execute(
            "INSERT INTO documents (file, stamp, digest, encoding, language, title, text, live)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, 0)",
            (d.file, work.source.stamp, d.digest, d.encoding, d.language, d.title, d.text),
        )
        version = int(cursor.lastrowid or 0)
        write_card(db, version, d, work.meaning.trace if work.meaning else b"")
        db.executemany(
            "INSERT INTO chunks (row, version, id, start, end, language, kind, text_key)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (row, version, name, c.start, c.end, c.language, c.kind, key)
                for row, name, key, c in zip(rows, work.ids, work.keys, work.chunks, strict=True)
            ],
        )
        if made.tokens:
            write_tokens(db, zip(rows, (made.tokens[key] for key in work.keys), strict=True))
        return version, rows

    def _next_rows(self, count: int) -> range:
        """The numbers that SQLite would give the next chunks: higher than any there ever was."""
        query = "SELECT seq FROM sqlite_sequence WHERE name = 'chunks'"
        last = self.catalogue.connection.execute(query).fetchone()
        first = 1 + (int(last[0]) if last else 0)
        return range(first, first + count)

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

    def _delete_orphans(self) -> None:
        with self.catalogue.reading() as db:
            names = [name for (name,) in db.execute("SELECT id FROM orphans")]
        if not names:
            return
        self.vectors.delete(names)
        with self.catalogue.transaction() as db:
            db.executemany("DELETE FROM orphans WHERE id = ?", [(name,) for name in names])
