"""Make the index equal to the folder, touching only what changed.

The order of one batch is what makes a kill harmless at any point:

1. one transaction writes the new versions *pending*, with their chunks and vectors;
2. their vectors go to Chroma (``upsert``, so a second try changes nothing);
3. one transaction makes them live, drops the old versions, moves the lexical postings, and notes
   the old ids as orphans;
4. the orphans are deleted from Chroma.

While Chroma takes in one batch, in a thread, the next one is read and written pending, so up to two
are pending at a time. The next run throws away what is still pending and finishes the orphans.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from .batch import Batch
from .documents import Skipped, Source, SyncReport
from .errors import IndexFault
from .forgetting import forgotten
from .lock import writing
from .read import Reader
from .seal import breaking
from .walk import walk
from .work import Begun, Work, prepare

_BATCH = 1000

_FORGOTTEN = (
    "It was forgotten on your word. `attesto forget --undo` with its name has it read again."
)

Progress = Callable[[int, int, str], None]
"""Called with files done, files to do, and the file just read."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a walk over the folder found, held against what the catalogue knows."""

    fresh: tuple[Source, ...]
    """New, or with another stamp than last time: to be read."""
    removed: tuple[str, ...]
    unchanged: int
    skips: tuple[tuple[Skipped, str], ...]
    """Left out, with the stamp at which that was decided."""


@dataclass(slots=True)
class _Tally:
    """Grows while a sync runs; becomes the report."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: int = 0
    skips: list[tuple[Skipped, str]] = field(default_factory=list)
    touched: list[Source] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    embedded: int = 0


class Syncer:
    """Brings one store in step with one folder.

    Attributes:
        at_a_time: chunks after which documents become live in one transaction.
    """

    def __init__(self, root: Path, store: Path, batch: Batch) -> None:
        self.root = root
        self.store = store
        self.batch = batch
        self.catalogue = batch.catalogue
        self.reader = Reader(root)
        self.at_a_time = _BATCH

    def sync(self, progress: Progress | None = None) -> SyncReport:
        """Make the index equal to the folder.

        Raises:
            FolderProblem: the folder cannot be listed.
            StoreLocked: another process is writing.
            StoreFull: the disk is full; everything reported before is kept.
            EmbedderFailed: the embedder gave nothing usable.
        """
        plan = self._plan()
        if self._nothing_to_do(plan):
            return self._report(plan, _Tally(unchanged=plan.unchanged, skips=list(plan.skips)))
        with writing(self.store), breaking(self.store):
            self.batch.recover()
            plan = self._plan()  # the folder or the store may have changed while we waited
            try:
                tally = self._carry_out(plan, progress or (lambda *_: None))
            finally:
                self.batch.vectors.rest()  # the store is ours until Chroma has put down its pen
                self.reader.close()
            self.catalogue.settle()
        return self._report(plan, tally)

    def _plan(self) -> _Plan:
        found, skipped = walk(self.root, self.store)
        away = forgotten(self.store)
        sources = [source for source in found if source.file not in away] if away else found
        skipped += [Skipped(s.file, "forgotten", _FORGOTTEN) for s in found if s.file in away]
        known = self.catalogue.stamps()
        left_out = {skip.file: (skip, stamp) for skip, stamp in self.catalogue.skips()}
        fresh: list[Source] = []
        skips = [(skip, "") for skip in skipped]
        unchanged = 0
        for source in sources:
            if known.get(source.file, ("", ""))[0] == source.stamp:
                unchanged += 1
            elif source.file in left_out and left_out[source.file][1] == source.stamp:
                skips.append(left_out[source.file])
            else:
                fresh.append(source)
        there = {source.file for source in sources}
        removed = tuple(sorted(file for file in known if file not in there))
        return _Plan(tuple(fresh), removed, unchanged, tuple(skips))

    def _nothing_to_do(self, plan: _Plan) -> bool:
        same_skips = sorted(self.catalogue.skips(), key=_by_file) == sorted(
            plan.skips, key=_by_file
        )
        return not plan.fresh and not plan.removed and same_skips and not self.batch.unfinished()

    def _carry_out(self, plan: _Plan, progress: Progress) -> _Tally:
        tally = _Tally(unchanged=plan.unchanged, skips=list(plan.skips))
        before = self.catalogue.stamps()
        by_digest = {before[file][1]: file for file in plan.removed}
        left = set(plan.removed)
        for begun in self._begun(plan, tally, progress):
            # A renamed file changes its name in one moment: it is never missing, never there twice.
            renamed = left & {by_digest.get(work.document.digest, "") for work in begun.works}
            self.batch.complete(begun, sorted(renamed))
            left -= renamed
        if left:
            self.batch.remove(sorted(left))
        now = self.catalogue.stamps()
        gone = [s.file for s, _ in tally.skips if s.file in now]
        if gone:  # was readable once and is not any more: stale text must not be cited
            self.batch.remove(gone)
            tally.lost += gone
        if tally.touched:
            self.catalogue.touch(tally.touched)
        self.catalogue.replace_skips(tally.skips)
        # Its graph need not lie in memory beside the traces; readers open Chroma anew anyway.
        self.batch.vectors.close()
        self.batch.finish()
        return tally

    def _begun(self, plan: _Plan, tally: _Tally, progress: Progress) -> Iterator[Begun]:
        """Documents whose vectors are in Chroma; it takes the next ones in while these go live."""
        before: Begun | None = None
        for works, last in self._batches(plan, tally, progress):
            try:
                begun = self.batch.begin(works)
            except IndexFault:
                if before and before.upserted:  # what was done before that is kept
                    before.upserted()
                    yield before
                raise
            tally.embedded += begun.embedded
            if before and before.upserted:
                before.upserted()
            if last:
                self.batch.vectors.upsert(begun.entries)
            else:
                self.batch.upsert_aside(begun)
            if before:
                yield before
            before = begun
        if before:
            yield before

    def _batches(
        self, plan: _Plan, tally: _Tally, progress: Progress
    ) -> Iterator[tuple[list[Work], bool]]:
        known = self.catalogue.stamps()
        works: list[Work] = []
        waiting = 0
        for done, source in enumerate(plan.fresh, start=1):
            _let_clock_tick(source)
            found = self.reader.read(source)
            if isinstance(found, Skipped):
                # What could not be read for a moment is tried again at the next sync.
                passing = found.reason in ("vanished", "changed-while-reading")
                tally.skips.append((found, "" if passing else source.stamp))
            elif source.file not in known:
                tally.added.append(source.file)
                works.append(prepare(source, found, self.batch.recipe))
                waiting += len(works[-1].chunks)
            elif known[source.file][1] == found.digest:
                tally.touched.append(source)
                tally.unchanged += 1
            else:
                tally.changed.append(source.file)
                works.append(prepare(source, found, self.batch.recipe))
                waiting += len(works[-1].chunks)
            progress(done, len(plan.fresh), source.file)
            if waiting >= self.at_a_time:
                yield works, done == len(plan.fresh)
                works, waiting = [], 0
        if works:
            yield works, True

    def _report(self, plan: _Plan, tally: _Tally) -> SyncReport:
        return SyncReport(
            added=tuple(sorted(tally.added)),
            changed=tuple(sorted(tally.changed)),
            removed=tuple(sorted([*plan.removed, *tally.lost])),
            unchanged=tally.unchanged,
            skipped=tuple(skip for skip, _ in sorted(tally.skips, key=_by_file)),
            chunks=self.catalogue.count(),
            embedded=tally.embedded,
        )


def _let_clock_tick(source: Source) -> None:
    """Wait until a change after reading is bound to change the file's stamp.

    Two changes within one tick of the file system's clock leave equal times. A time without
    fractions of a second tells of a clock that ticks as slowly as FAT's, every two seconds.
    """
    changed = max(source.ctime_ns, source.mtime_ns)
    tick = 20_000_000 if changed % 1_000_000_000 else 2_000_000_000
    age = time.time_ns() - changed
    if 0 <= age < tick:
        time.sleep((tick - age) / 1e9)


def _by_file(pair: tuple[Skipped, str]) -> str:
    return pair[0].file
