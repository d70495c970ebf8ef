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


_KINDS = {"label": str, "file": str, "start": int, "end": int, "quote": str, "line": int}


def load_answer(path: Path) -> Answer:
    """Read an answer that was saved with ``--json``, in whatever Unicode the shell wrote it.

    Raises:
        AssistantFault: the file cannot be read, or is not such an answer.
    """
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise AssistantFault(
            f"{path} cannot be read ({error.strerror}). Check its permissions."
        ) from error
    except (ValueError, RecursionError) as error:
        raise _no_answer(path, "it is not whole JSON") from error
    try:
        answer = Answer.from_dict(data)
    except KeyError as error:
        raise _no_answer(path, f"it has no “{error.args[0]}”") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise _no_answer(path, "its parts are not those of an answer") from error
    for citation in answer.citations:
        for field, kind in _KINDS.items():
            if not isinstance(getattr(citation, field), kind):
                raise _no_answer(path, f"a citation's “{field}” makes no sense")
    return answer


def _no_answer(path: Path, why: str) -> AssistantFault:
    return AssistantFault(
        f"{path} is not a saved answer: {why}. Save one with: attesto ask … --json > FILE"
    )


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
