"""What readers think of an answer, as JSON lines beside the index.

With a bad answer go the passages that the search finds for its question at that moment: what the
reader saw is then known, whatever becomes of the documents and of the search.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.answers import Answer
from assistant.errors import BadQuestion
from assistant.passages import READ
from index import Hit

FILE = "feedback.jsonl"
"""In the store's folder; one line a verdict: ``Answer.to_dict()`` and ``verdict, reason, time``; a
bad one has ``passages`` (``file, start, end, quote``) as well."""

VERDICTS = ("good", "bad")
LONGEST = 2_000
"""Characters of a reason."""

_LOCK = threading.Lock()

Search = Callable[[str, int], Sequence[Hit]]


def keep(store: Path, search: Search, answer: dict[str, Any], verdict: str, reason: str) -> None:
    """Add one verdict to the file.

    Args:
        store: the folder of the index.
        search: finds passages for a question, and so many of them.
        answer: :meth:`Answer.to_dict` of the answer that was judged.
        verdict: ``good`` or ``bad``.
        reason: why, in the reader's words or one of the reasons the page offers.

    Raises:
        BadQuestion: it is no answer, no verdict, or far too long a reason.
    """
    if verdict not in VERDICTS or len(reason) > LONGEST:
        raise BadQuestion(f"A verdict is {' or '.join(VERDICTS)}, with a reason of a few words.")
    try:
        checked = Answer.from_dict(answer)
    except (KeyError, TypeError, AttributeError) as error:
        raise BadQuestion(f"That is not an answer of this page: {error}.") from error
    time = datetime.now(UTC).isoformat(timespec="seconds")
    line = {**checked.to_dict(), "verdict": verdict, "reason": reason, "time": time}
    if verdict == "bad":
        found = search(checked.asked or checked.question, READ)
        line["passages"] = [
            {"file": hit.file, "start": hit.start, "end": hit.end, "quote": hit.text}
            for hit in found
        ]
    with _LOCK, (store / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
