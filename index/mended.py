"""What was mended in a store: kept in its catalogue until a reader has been told.

A question mends what it needs and answers; whoever asked it sees the answer only. So the next
`attesto index` or `attesto doctor` tells.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from .catalogue import Catalogue
from .errors import StoreFull, StoreLocked, StoreReadOnly
from .lock import writing
from .seal import breaking

_KEY = "mended"


class Mended:
    """The sentences of one open store."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self._unreported: list[str] = []
        self._unkept: list[str] = []

    def add(self, sentence: str) -> None:
        """Take down what was mended; an empty sentence says that nothing was."""
        if sentence:
            self._unreported.append(sentence)
            self._unkept.append(sentence)

    def reported(self) -> tuple[str, ...]:
        """What the report of a sync has not named yet."""
        told, self._unreported = tuple(self._unreported), []
        return told

    def keep(self, catalogue: Catalogue) -> None:
        """Write down what was mended; the store has to be sound, because it is sealed."""
        if self._unkept and self._write(catalogue, [*_kept(catalogue), *self._unkept]):
            self._unkept = []

    def untold(self, catalogue: Catalogue) -> tuple[str, ...]:
        """What nobody has been told of yet; asked for once only."""
        kept = _kept(catalogue)
        told, self._unkept = (*kept, *self._unkept), []
        if kept:
            self._write(catalogue, [])
        return told

    def _write(self, catalogue: Catalogue, sentences: list[str]) -> bool:
        # Where nothing can be written now, it is told once more at most.
        with suppress(StoreLocked, StoreReadOnly, StoreFull):
            with writing(self.store, 0.0), breaking(self.store):
                catalogue.remember(_KEY, json.dumps(sentences, ensure_ascii=False))
                catalogue.settle()
            return True
        return False


def _kept(catalogue: Catalogue) -> list[str]:
    return [str(sentence) for sentence in json.loads(catalogue.meta(_KEY) or "[]")]
