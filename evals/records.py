"""What happened to each case, one JSON line each, so that a run can stop and go on.

A line that says what a run is about stands before the records of that run; a file may hold a run
over each corpus, and each is continued only by the same run. The last line may have been cut by a
crash: it is dropped and its case is asked again, so nothing that was not measured is ever counted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from assistant import Answer
from index import Hit

from .errors import RecordFault

Trouble = Literal["", "crashed", "unparsed"]
"""Why there is no answer to score: the assistant raised, or the model's reply was no answer."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a run is about; two runs with equal headers may share a file."""

    corpus: str
    corpus_digest: str
    questions_digest: str
    model: str
    k: int
    """How many hits were asked of the search."""


@dataclass(frozen=True, slots=True)
class Record:
    """One case as it went."""

    id: str
    hits: tuple[Hit, ...] | None
    """Best first; None when the search itself failed."""
    answer: Answer | None
    """None when there is none: see ``trouble``."""
    trouble: Trouble = ""
    detail: str = ""
    """Of a trouble: what was raised, in its own words."""
    seconds: float = 0.0
    sent: tuple[Hit, ...] | None = None
    """The passages that the model was given, without their text; None where nobody looked."""

    @property
    def declined(self) -> bool:
        """True when the assistant said that the documents do not answer."""
        return self.answer is not None and self.answer.declined

    def to_dict(self) -> dict[str, Any]:
        """Return the record as plain JSON types; the inverse is :meth:`from_dict`."""
        return {
            "id": self.id,
            "hits": None if self.hits is None else [asdict(hit) for hit in self.hits],
            "answer": None if self.answer is None else self.answer.to_dict(),
            "trouble": self.trouble,
            "detail": self.detail,
            "seconds": self.seconds,
            "sent": None if self.sent is None else [asdict(hit) for hit in self.sent],
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Record:
        """Rebuild a record.

        Raises:
            KeyError: a field is missing.
            TypeError: a field has another type.
        """
        hits, answer, sent = data["hits"], data["answer"], data["sent"]
        return cls(
            id=data["id"],
            hits=None if hits is None else tuple(Hit(**hit) for hit in hits),
            answer=None if answer is None else Answer.from_dict(answer),
            trouble=data["trouble"],
            detail=data["detail"],
            seconds=data["seconds"],
            sent=None if sent is None else tuple(Hit(**hit) for hit in sent),
        )


class RecordFile:
    """Records on disk, appended one by one."""

    def __init__(self, path: Path, header: Header) -> None:
        """Open a file for this run, new or to be continued.

        Raises:
            RecordFault: the file belongs to another run, a line before the last is damaged, or it
                cannot be written.
        """
        self._path = path
        self._header = header
        self._last: Header | None = None
        self.done: dict[str, Record] = {}
        if path.exists() and path.stat().st_size:
            runs, self._last, whole = _read(path)
            for other in runs:
                if other.corpus == header.corpus and other != header:
                    raise RecordFault(
                        f"{path} was recorded from other questions, documents or another model; "
                        "remove it or choose another file."
                    )
            _cut(path, whole)
            self.done = runs.get(header, {})
        else:
            self._begin()

    def add(self, record: Record) -> None:
        """Write one record; it is on disk when this returns.

        Raises:
            RecordFault: the file cannot be written.
        """
        if self._last != self._header:
            self._begin()
        self._append(record.to_dict())
        self.done[record.id] = record

    def _begin(self) -> None:
        self._append(asdict(self._header))
        self._last = self._header

    def _append(self, data: dict[str, Any]) -> None:
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(data, ensure_ascii=False) + "\n")
        except OSError as fault:
            raise RecordFault(f"{self._path} cannot be written: {fault.strerror}.") from fault


def read_records(path: Path) -> dict[Header, dict[str, Record]]:
    """Read a record file: the records of each run by case id.

    Raises:
        RecordFault: the file is missing or damaged.
    """
    return _read(path)[0]


def _read(path: Path) -> tuple[dict[Header, dict[str, Record]], Header, int]:
    """Return the runs, the one the last line belongs to, and how many bytes are whole lines."""
    try:
        raw = path.read_bytes()
    except OSError as fault:
        raise RecordFault(f"{path} cannot be read: {fault}.") from fault
    whole = raw.rfind(b"\n") + 1
    runs: dict[Header, dict[str, Record]] = {}
    header: Header | None = None
    for number, data in _json_lines(path, raw[:whole]):
        try:
            if header is None or "corpus" in data:
                header = Header(**data)
                runs.setdefault(header, {})
            else:
                record = Record.from_dict(data)
                runs[header][record.id] = record
        except (KeyError, TypeError) as fault:
            raise RecordFault(f"{path}:{number}: not a record of this version: {fault}.") from fault
    if header is None:
        raise RecordFault(f"{path} holds no record; remove it and run again.")
    return runs, header, whole


def _json_lines(path: Path, raw: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, line in enumerate(raw.splitlines(), start=1):
        try:
            data = json.loads(line)
        except ValueError as fault:
            raise RecordFault(f"{path}:{number}: damaged line: {fault}.") from fault
        if not isinstance(data, dict):
            raise RecordFault(f"{path}:{number}: damaged line: not a JSON object.")
        yield number, data


def _cut(path: Path, size: int) -> None:
    with path.open("r+b") as file:
        file.truncate(size)
