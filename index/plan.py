"""What a sync has to do: a walk over the folder, held against what the catalogue knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .absent import Absent, absent
from .catalogue import Catalogue
from .documents import Skipped, Source
from .forgetting import Forgotten, forgotten
from .preparing import Outcome
from .walk import survey
from .work import Work

DEVICE = "device"
"""The key under which the catalogue keeps which disk the folder was on."""

_PASSING = frozenset(("timeout", "memory", "crash"))
"""Reasons that may have been the machine's and not the file's: tried again where that is wanted."""

_FORGOTTEN = (
    "It was forgotten on your word. `attesto forget --undo` with its name has it read again."
)
_SAME_BYTES = (
    "It holds what {} held, which was forgotten on your word. "
    "`attesto forget --undo` with its own name has it read."
)


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do."""

    fresh: tuple[Source, ...]
    """New, or with another stamp than last time: to be read."""
    removed: tuple[str, ...]
    unchanged: int
    skips: tuple[tuple[Skipped, str], ...]
    """Left out, with the stamp at which that was decided."""
    known: Mapping[str, tuple[str, str]]
    """The live files, each with its stamp and its digest."""
    away: Forgotten
    absent: Absent = Absent()
    """Not in the folder, and kept; see ``absent``."""

    def unless_barred(self, outcome: Outcome) -> Outcome:
        """Leave out what is a forgotten file under another name."""
        if isinstance(outcome, Work) and self.away.files:
            file = outcome.source.file
            if name := self.away.barring(file, outcome.document.digest):
                return Skipped(file, "forgotten", _SAME_BYTES.format(name))
        return outcome


def planned(
    root: Path, store: Path, catalogue: Catalogue, retry: bool = False, gone: bool = False
) -> Plan:
    """Find out what there is to do.

    Args:
        root: the folder.
        store: that of its index.
        catalogue: what is known.
        retry: read files again that took too long, took too much memory or crashed the reader.
        gone: files that are not in the folder any more were deleted, however many they are.

    Raises:
        FolderProblem: the folder cannot be listed.
        StoreProblem: nobody knows what was forgotten.
    """
    seen = survey(root, store)
    found, skipped = seen.sources, seen.skipped
    away = forgotten(store, catalogue)
    sources = [source for source in found if source.file not in away] if away.files else found
    skipped += [Skipped(s.file, "forgotten", _FORGOTTEN) for s in found if s.file in away]
    known = catalogue.stamps()
    left_out = {
        skip.file: (skip, stamp)
        for skip, stamp in catalogue.skips()
        if not (retry and skip.reason in _PASSING)
    }
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
    removed = sorted(file for file in known if file not in there)
    kept = Absent() if gone or not removed else absent(root, seen, known, catalogue.meta(DEVICE))
    if kept.files:
        removed = sorted(set(removed).difference(kept.files))
    return Plan(tuple(fresh), tuple(removed), unchanged, tuple(skips), known, away, kept)
