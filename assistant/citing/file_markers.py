"""A file's own name in brackets, `[kolm.txt]`, `(Quelle: kolm.txt)`: the marker of its passages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from .brackets import CLOSING, LABELS, OPENING, Bracket, Unfinished

_PAIRS = {**dict(zip(OPENING, CLOSING, strict=True)), "(": ")"}
_LABELLED = re.compile(r"(?P<label>[^\W\d_]{1,14})[ \u00a0]?(?::[ \u00a0]?|[ \u00a0])")
_LABEL_BEGINS = re.compile(r"([^\W\d_]{0,14})[ \u00a0]?(?::[ \u00a0]?)?")
_MOST = 3
"""Passages of one file up to which its name stands for all of them."""


class FileMarkers:
    """The names of the files that a reply was written from."""

    def __init__(self, files: Sequence[str] = ()) -> None:
        """Take the file of each passage, in the order of their numbers."""
        numbers: dict[str, list[int]] = defaultdict(list)
        for number, file in enumerate(files, start=1):
            for name in {file, file.rpartition("/")[2]}:
                if "." in name:
                    numbers[name.casefold()].append(number)
        self._numbers = {name: found for name, found in numbers.items() if len(found) <= _MOST}

    def read(self, text: str, at: int, final: bool) -> Bracket | Unfinished | None:
        """Read the bracket that opens at `text[at]`.

        Args:
            text: what has come of the reply so far.
            at: position of an opening bracket.
            final: no more text will come.

        Returns:
            The marker, if a name and perhaps *Source:* is all that the bracket holds; `None` if it
            is certain that it is none; `Unfinished` otherwise.
        """
        closing = _PAIRS.get(text[at])
        if closing is None or not self._numbers:
            return None
        begin = at + 1
        label = _LABELLED.match(text, begin)
        if label and label["label"].lower() in LABELS:
            begin = label.end()
        waits = False
        for name, numbers in self._numbers.items():
            end = begin + len(name)
            said = text[begin:end].casefold()
            if said == name and text[end : end + 1] == closing:
                return Bracket(tuple((n, n) for n in numbers), end + 1, labelled=True)
            waits = waits or (len(text) <= end and name.startswith(said))
        if final or not (waits or self._may_be_label(text[at + 1 :])):
            return None
        return Unfinished()

    @staticmethod
    def _may_be_label(begun: str) -> bool:
        part = _LABEL_BEGINS.fullmatch(begun)
        return part is not None and any(known.startswith(part[1].lower()) for known in LABELS)
