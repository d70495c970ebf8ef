"""What readers think of an answer, as JSON lines beside the index."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.answers import Answer
from assistant.errors import BadQuestion

FILE = "feedback.jsonl"
"""In the store's folder; one line a verdict: ``Answer.to_dict()`` and ``verdict, reason, time``."""

VERDICTS = ("good", "bad")
LONGEST = 2_000
"""Characters of a reason."""

_LOCK = threading.Lock()


def keep(store: Path, answer: dict[str, Any], verdict: str, reason: str) -> None:
    """Add one verdict to the file.

    Args:
        store: the folder of the index.
        answer: :meth:`Answer.to_dict` of the answer that was judged.
        verdict: ``good`` or ``bad``.
        reason: why, in the reader's words or one of the reasons the page offers.

    Raises:
        BadQuestion: it is no answer, no verdict, or far too long a reason.
    """
    if verdict not in VERDICTS or len(reason) > LONGEST:
        raise BadQuestion(f"A verdict is {' or '.join(VERDICTS)}, with a reason of a few words.")
    try:
        checked = Answer.from_dict(answer).to_dict()
    except (KeyError, TypeError, AttributeError) as error:
        raise BadQuestion(f"That is not an answer of this page: {error}.") from error
    time = datetime.now(UTC).isoformat(timespec="seconds")
    line = {**checked, "verdict": verdict, "reason": reason, "time": time}
    with _LOCK, (store / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
