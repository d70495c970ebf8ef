"""Chroma, behind five methods: the vectors of live chunks, rebuildable from the catalogue.

Why a seam of our own and not LlamaIndex's: its wrapper calls ``add``, which keeps the old text of
a known id without a word, and sends batches larger than the client allows. Any Chroma client can
read the collection: documents, and flat metadata ``file, start, end, language, title, kind``.
"""

from __future__ import annotations

import math
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .chroma_client import ChromaClient
from .chroma_database import DATABASE, make_database, once_released
from .chroma_engine import ChromaEngine, EngineChanged
from .chroma_faults import PANIC, check_files, is_interrupt, translate
from .chroma_process import ChromaProcess
from .chroma_rows import Rows
from .embed import Vectors
from .errors import Exhausted

if TYPE_CHECKING:
    from .catalogue import Entry

_Act = TypeVar("_Act", bound=Callable[..., Any])

COLLECTION = "attesto"

WRITTEN = "index_metadata.pickle"
"""In the folder of an index once Chroma has written it: from its thousandth row on."""

_SEARCHED = 500
_SEARCHED_BY_ROOT, _STEP = 9, 250
"""Candidates Chroma's graph keeps while it searches (``ef_search``): 9 times the root of the
number of passages, at least 500, in steps. For 99 % of the twenty nearest 11,000 passages need 400,
36,000 need 750, 112,000 need 2,000 or 3,000, for no two graphs are alike; Chroma's default of 100
finds 94 % among 11,000."""

_WRITTEN_AFTER = 1000
"""Rows after which Chroma writes its graph (``sync_threshold``): its own default."""

_LARGE = 50_000

_BATCH = 1000
"""Rows per upsert, where Chroma's SQLite lets so many in: a tenth less work than by 250."""


def _wherever_it_is(act: _Act) -> _Act:
    """Have the process that holds the collection do what a method does: another one, or this."""

    @wraps(act)
    def asked(self: ChromaStore, *arguments: Any) -> Any:
        with self._lock:
            if self._apart and not self._apart.ready:
                self._let_go()  # it could not open it, or could not even begin
            if self._apart:
                return self._apart.call(act.__name__, *arguments)
            return act(self, *arguments)

    return cast(_Act, asked)


class ChromaStore:
    """A persistent Chroma collection of unit vectors under cosine distance.

    Attributes:
        large: rows from which on :meth:`settle` is worth its time.
    """

    def __init__(self, path: Path, *, fast: bool = True) -> None:
        """Name the place; nothing is opened yet.

        Args:
            path: Chroma's folder.
            fast: use Chroma's engine directly, where it is one that we know.
        """
        self.path = path
        self.large = _LARGE
        self._fast = fast
        self._reading: ChromaEngine | None = None
        self._opened: ChromaEngine | ChromaClient | None = None
        self._apart: ChromaProcess | None = None
        self._threads: ThreadPoolExecutor | None = None
        self._lock = threading.RLock()  # no thread may close what another one is using

    @contextmanager
    def _translated(self) -> Iterator[None]:
        """Turn whatever Chroma raises into ours: a full disk, or damage that can be rebuilt."""
        with self._lock:
            try:
                yield
            except BaseException as error:  # Chroma's errors have no class in common
                if not isinstance(error, Exception) and type(error).__name__ != PANIC:
                    raise
                self.close()  # its state is not to be trusted any more
                if is_interrupt(error):
                    raise KeyboardInterrupt from error
                raise translate(error, self.path) from error

    def _open(self) -> ChromaEngine | ChromaClient:
        """Open for writing: one view of the files at a time."""
        if self._opened is None:
            self._close_reading()
            check_files()
            make_database(self.path)
            made = (self.path, COLLECTION, {"space": "cosine", "ef_search": _SEARCHED})
            try:
                if not self._fast:
                    raise EngineChanged("not to be used")
                self._opened = once_released(lambda: ChromaEngine(*made))
            except EngineChanged:
                self._opened = once_released(lambda: ChromaClient(*made))
        return self._opened

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Have another process hold the collection meanwhile, so that ours goes on while it writes.

        Where there can be none, it is written to here.
        """
        self.close()
        try:
            self._apart = ChromaProcess(self.path)
        except Exhausted:
            yield
            return
        self._writing = ThreadPoolExecutor(1, "attesto-writing")
        try:
            yield
        finally:
            self._writing.shutdown(cancel_futures=True)
            self._let_go()

    def _let_go(self) -> None:
        with self._lock:
            apart, self._apart = self._apart, None
        if apart:
            apart.close()

    def upsert(self, entries: Sequence[Entry]) -> None:
        """Write chunks with their vectors; the second write of an id wins.

        Chunks without a vector are left out: at cosine distance a row of zeros would come back
        for every question.
        """
        self.begin(entries)()

    def begin(self, entries: Sequence[Entry]) -> Callable[[], None]:
        """Begin to write chunks; see :meth:`upsert`. What is begun first is written first.

        Returns:
            What waits until they are written, and raises what went wrong.
        """
        rows = Rows.of(entries)
        if not rows.ids:
            return _nothing
        if self._apart:
            return self._writing.submit(self.write, rows).result
        self.write(rows)
        return _nothing

    @_wherever_it_is
    def write(self, rows: Rows) -> None:
        """Write rows; see :meth:`upsert`."""
        with self._translated():
            opened = self._open()
            self._search_widely(opened.count() + len(rows.ids))
            size = min(_BATCH, opened.at_a_time())
            for at in range(0, len(rows.ids), size):
                opened.upsert(rows.some(at, at + size))

    @_wherever_it_is
    def settle(self) -> None:
        """Have Chroma write its graph, which it does by itself after every thousand rows.

        Those that came after it puts in again whenever it is opened: of 100,000 that takes longer
        than to read the graph, and is what a change of one file would wait for.
        """
        with self._translated():
            if self._open().count() >= self.large:
                self._set(sync_threshold=2)  # the least there is
                self.close()  # it is so from the next opening on
                self._open().count()
                self._set(sync_threshold=_WRITTEN_AFTER)

    def _search_widely(self, rows: int) -> None:
        """Have a collection searched as widely as so many rows need, from the next opening on."""
        steps = math.ceil(_SEARCHED_BY_ROOT * math.sqrt(rows) / _STEP)
        wanted = max(_SEARCHED, steps * _STEP)
        settings = self._open().settings()
        if settings.get("ef_search", 0) < wanted:
            self._set(ef_search=wanted)
        if settings.get("sync_threshold", 0) < _WRITTEN_AFTER:  # killed while it settled
            self._set(sync_threshold=_WRITTEN_AFTER)

    def _set(self, **settings: int) -> None:
        opened = self._open()
        once_released(lambda: opened.set(**settings))

    @_wherever_it_is
    def delete(self, ids: Sequence[str]) -> None:
        """Remove chunks; ids that are not there do not matter."""
        with self._translated():
            for at in range(0, len(ids), _BATCH):
                self._open().delete(ids[at : at + _BATCH])

    @_wherever_it_is
    def count(self) -> int:
        """How many rows Chroma says it holds. It says so even when its index files are gone."""
        with self._translated():
            return self._open().count()

    @_wherever_it_is
    def nearest(self, vector: Vectors, k: int) -> dict[str, float]:
        """Find the chunks nearest to a unit vector of shape ``(dimension,)``.

        Returns:
            At most k ids with their cosine similarity, -1 to 1, higher is nearer.

        Raises:
            StoreDamaged: Chroma cannot answer.
        """
        with self._translated():
            ids, distances = self._query(vector, k)
        # Chroma gives cosine *distance*; this is the only place that turns it round.
        return {name: 1.0 - float(d) for name, d in zip(ids, distances, strict=True)}

    def ask(self, vector: Vectors, k: int) -> Callable[[], dict[str, float]]:
        """Begin to find the nearest in a thread, Chroma's own code needing no Python meanwhile.

        Returns:
            What gives, or raises, that which :meth:`nearest` does.
        """
        if self._threads is None:  # one: they would wait for each other
            self._threads = ThreadPoolExecutor(1, "attesto-chroma")
        return self._threads.submit(self.nearest, vector, k).result

    def _query(self, vector: Vectors, k: int) -> tuple[list[str], list[float]]:
        if self._opened is None and self._fast and (self.path / DATABASE).exists():
            try:
                if self._reading is None:
                    check_files()
                    self._reading = ChromaEngine(self.path, COLLECTION)
                return self._reading.query(vector, k)
            except EngineChanged:
                self._reading, self._fast = None, False
        return self._open().query(vector, k)

    def clear(self) -> None:
        """Throw the whole collection away, files and all."""
        self.close()
        shutil.rmtree(self.path, ignore_errors=True)

    def close(self) -> None:
        """Let go of the client, so that another one may open the same folder."""
        with self._lock:
            self._close_reading()
            opened, self._opened = self._opened, None
            if opened is not None:
                opened.close()

    def _close_reading(self) -> None:
        if self._reading is not None:
            self._reading.close()
        self._reading = None

    def scrub(self) -> None:
        """Close, and remove index files that Chroma has made but not yet written an index to.

        It fills them with whatever its memory holds, which may be text of a document, and makes
        them anew when it is opened. The caller holds the store's lock.
        """
        self.close()
        for folder in (path for path in self.path.glob("*") if path.is_dir()):
            if not (folder / WRITTEN).exists():
                for path in folder.glob("*.bin"):
                    path.unlink()


def _nothing() -> None:
    """Wait for nothing: it is written already."""
