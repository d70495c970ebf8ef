"""Make the index equal to the folder, touching only what changed.

The order of one batch is what makes a kill harmless at any point:

1. one transaction writes the new versions *pending*, with their chunks and vectors;
2. their vectors go to Chroma (``upsert``, so a second try changes nothing);
3. one transaction makes them live, drops the old versions, moves the lexical postings, and notes
   the old ids as orphans;
4. the orphans are deleted from Chroma.

Where there is much to do, another process does the second step, while here documents of the next
batches are read and cut. The next run throws away what a killed one left pending and finishes the
orphans.
"""

from __future__ import annotations

import gc
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from .absent import device
from .batch import Batch
from .documents import Skipped, Source, SyncReport
from .foreign import load_ahead
from .forgetting import forgotten
from .glimpse import Quiet
from .lock import PATIENCE, writing
from .plan import DEVICE, Plan, planned
from .preparing import Outcome, Preparer, Recipe, Task
from .seal import breaking
from .work import Work

_BATCH = 1000

_MUCH = 1_000_000
"""Bytes of files from which on another process is worth its start, which takes about a second."""

_AHEAD = 2
"""Batches that Chroma may be behind: one is written, and one waits."""

_AT_FIRST = 16
"""The first batch is so many times smaller than later ones where another process waits for it."""

_MORE = 1.25
"""How much larger each batch after it is. Chroma takes a passage in about as fast as it is made
ready here: with batches that double it waited for one after the other, a second in all."""

_WAITED = 0.2
"""Seconds after which a plan is made anew: on a large folder it takes longer than all the rest."""

_NEW = ("", None)

Progress = Callable[[int, int, str], None]
"""Called with files done, files to do, and the file just read."""


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

    def take(self, task: Task, outcome: Outcome) -> None:
        """Count a file."""
        source = task.source
        if isinstance(outcome, Skipped):
            # What could not be read for a moment is tried again at the next sync.
            passing = outcome.reason in ("vanished", "changed-while-reading")
            self.skips.append((outcome, "" if passing else source.stamp))
        elif outcome is None:
            self.touched.append(source)
            self.unchanged += 1
        else:
            (self.added if task.digest is None else self.changed).append(source.file)


class Syncer:
    """Brings one store in step with one folder.

    Attributes:
        at_a_time: chunks after which documents become live in one transaction.
        much: bytes of files from which on another process writes to Chroma.
    """

    def __init__(self, root: Path, store: Path, batch: Batch) -> None:
        self.root = root
        self.store = store
        self.batch = batch
        self.catalogue = batch.catalogue
        self.at_a_time = _BATCH
        self.much = _MUCH
        self._quiet = Quiet(root, store)

    def sync(
        self,
        progress: Progress | None = None,
        patience: float = PATIENCE,
        retry: bool = False,
        gone: bool = False,
    ) -> SyncReport:
        """Make the index equal to the folder.

        Args:
            progress: called with files done, files to do, and the file just read.
            patience: seconds to wait for another writer.
            retry: read files again that took too long, took too much memory or crashed the reader.
            gone: files that are not in the folder any more were deleted, however many they are;
                else they may be kept, see :mod:`index.absent`.

        Raises:
            FolderProblem: the folder cannot be listed.
            StoreLocked: another process is writing.
            StoreFull: the disk is full; everything reported before is kept.
            EmbedderFailed: the embedder gave nothing usable.
        """
        seen = self.catalogue.changes()
        usual = not (retry or gone)
        if usual and (known := self._quiet.report((seen, forgotten(self.store, self.catalogue)))):
            return known
        plan = self._plan(retry, gone)
        if self._nothing_to_do(plan):
            tally = _Tally(unchanged=plan.unchanged, skips=list(plan.skips))
            report = self._report(plan, tally)
            if usual:
                self._quiet.keep(report)
            return report
        since = time.monotonic()
        with writing(self.store, patience), breaking(self.store):
            self.batch.recover()
            if time.monotonic() - since > _WAITED or self.catalogue.changes() != seen:
                # The folder or the store has changed while we waited.
                plan = self._plan(retry, gone)
            with _what_is_there_left_alone():
                tally = self._carry_out(plan, progress or (lambda *_: None))
            self._note_disk(plan)
            self.catalogue.settle()
        return self._report(plan, tally)

    def _plan(self, retry: bool, gone: bool) -> Plan:
        return planned(self.root, self.store, self.catalogue, retry, gone)

    def _note_disk(self, plan: Plan) -> None:
        """Remember which disk the files are on: without it, its place is a folder of another."""
        there = plan.unchanged or plan.fresh
        if there and not plan.absent.files and (now := device(self.root)):
            if self.catalogue.meta(DEVICE) != now:
                self.catalogue.remember(DEVICE, now)

    def _nothing_to_do(self, plan: Plan) -> bool:
        same_skips = sorted(self.catalogue.skips(), key=_by_file) == sorted(
            plan.skips, key=_by_file
        )
        return not plan.fresh and not plan.removed and same_skips and not self.batch.unfinished()

    def _carry_out(self, plan: Plan, progress: Progress) -> _Tally:
        tally = _Tally(unchanged=plan.unchanged, skips=list(plan.skips))
        known, left = plan.known, set(plan.removed)
        tasks = [Task(source, known.get(source.file, _NEW)[1]) for source in plan.fresh]
        if self._is_much(tasks):
            load_ahead()  # among so many texts there is one that leaves doubt
            with self.batch.vectors.apart():
                self._write(plan, tasks, left, tally, progress, _AHEAD)
                self.batch.vectors.settle()
        else:
            self._write(plan, tasks, left, tally, progress, 0)
        if left:
            self.batch.remove(sorted(left))
        now = self.catalogue.stamps() if tally.skips else {}
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

    def _write(
        self,
        plan: Plan,
        tasks: Sequence[Task],
        left: set[str],
        tally: _Tally,
        progress: Progress,
        ahead: int,
    ) -> None:
        """Write what is new; of the files that are gone, ``left`` keeps those that are no more."""
        by_digest = {plan.known[file][1]: file for file in plan.removed}
        recipe = Recipe(self.root, self.batch.recipe, self.batch.built_in)
        started: deque[Callable[[], int]] = deque()
        with closing(Preparer(recipe)) as preparer:
            for works in self._batches(plan, tasks, preparer.outcomes(tasks), tally, progress):
                # A renamed file changes its name in one moment: never missing, never there twice.
                renamed = left & {by_digest.get(work.document.digest, "") for work in works}
                left -= renamed
                started.append(self.batch.start(works, sorted(renamed)))
                while len(started) > ahead:
                    tally.embedded += started.popleft()()
        if started:
            self.batch.place_ahead()
        tally.embedded += sum(end() for end in started)

    def _batches(
        self,
        plan: Plan,
        tasks: Sequence[Task],
        outcomes: Iterable[Outcome],
        tally: _Tally,
        progress: Progress,
    ) -> Iterator[list[Work]]:
        works: list[Work] = []
        waiting, enough = 0, float(self.at_a_time)
        if self._is_much(tasks):
            enough = max(1, enough / _AT_FIRST)  # Chroma is not kept waiting at the start
        for done, (task, found) in enumerate(zip(tasks, outcomes, strict=True), start=1):
            outcome = plan.unless_barred(found)
            tally.take(task, outcome)
            if isinstance(outcome, Work):
                works.append(outcome)
                waiting += len(outcome.chunks)
            progress(done, len(tasks), task.source.file)
            if waiting >= enough:
                yield works
                works, waiting, enough = [], 0, min(_MORE * enough, self.at_a_time)
        if works:
            yield works

    def _is_much(self, tasks: Sequence[Task]) -> bool:
        return sum(task.source.size for task in tasks) >= self.much and _cores() > 1

    def _report(self, plan: Plan, tally: _Tally) -> SyncReport:
        return SyncReport(
            added=tuple(sorted(tally.added)),
            changed=tuple(sorted(tally.changed)),
            removed=tuple(sorted([*plan.removed, *tally.lost])),
            unchanged=tally.unchanged,
            skipped=tuple(skip for skip, _ in sorted(tally.skips, key=_by_file)),
            chunks=self.catalogue.count(),
            embedded=tally.embedded,
            absent=plan.absent.files,
            absent_why=plan.absent.why,
        )


@contextmanager
def _what_is_there_left_alone() -> Iterator[None]:
    """Have the collector pass over the objects there are: libraries, models, a user's own.

    They are many, they stay, and a sync makes so many new ones that it would look at all again
    again.
    """
    if gc.get_freeze_count():  # somebody else's doing, and undoing
        yield
        return
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _by_file(pair: tuple[Skipped, str]) -> str:
    return pair[0].file
