"""Check a saved answer again: do its citations still stand in the documents as they are now?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from index import FolderIndex, FolderProblem

from .answers import Answer, Citation
from .errors import AssistantFault


@dataclass(frozen=True, slots=True)
class Verification:
    """How one citation fares."""

    label: str
    stands: bool
    detail: str


def load_answer(path: Path) -> Answer:
    """Read an answer that was saved with ``--json``.

    Raises:
        AssistantFault: the file is not such an answer.
    """
    try:
        return Answer.from_dict(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError) as error:
        raise AssistantFault(
            f"{path} is not a saved answer ({error}). Save one with: attesto ask … --json > FILE"
        ) from error


def verify_answer(answer: Answer, index: FolderIndex) -> list[Verification]:
    """Hold every citation of an answer against the source texts."""
    return [_verify(citation, index) for citation in answer.citations]


def _verify(citation: Citation, index: FolderIndex) -> Verification:
    place = f"{citation.file}:{citation.line}"
    try:
        text = index.text(citation.file)
    except FolderProblem:
        return Verification(citation.label, False, f"{place}: the file is gone")
    if text[citation.start : citation.end] == citation.quote:
        return Verification(citation.label, True, place)
    if (at := text.find(citation.quote)) >= 0:
        line = text.count("\n", 0, at) + 1
        return Verification(
            citation.label, False, f"{place}: the words moved to line {line}; the file changed"
        )
    return Verification(citation.label, False, f"{place}: the words are not there any more")
