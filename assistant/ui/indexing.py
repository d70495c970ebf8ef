"""Reading the folder again from the page, with its progress; one at a time."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantFault
from index import IndexFault, SyncReport

from .faults import told
from .strings import strings

if TYPE_CHECKING:
    from assistant.engine import Assistant


class Indexing:
    """Makes the index equal to the folder, and tells how far it is."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant
        self._busy = threading.Lock()

    def events(self, language: str) -> Iterator[dict[str, Any]]:
        """Read the folder.

        Yields:
            ``{"kind": "reading", "done", "total", "text"}`` for each file, then ``{"kind": "read",
            "text"}``; or ``{"kind": "trouble", "message", "detail"}``, at once when it is being
            read already.
        """
        said = strings(language)
        if not self._busy.acquire(blocking=False):
            yield {"kind": "trouble", "message": said["read_twice"], "detail": ""}
            return
        try:
            yield from self._events(language)
        finally:
            self._busy.release()

    def _events(self, language: str) -> Iterator[dict[str, Any]]:
        said = strings(language)
        steps: queue.Queue[tuple[int, int, str] | SyncReport | BaseException] = queue.Queue()

        def run() -> None:
            try:
                steps.put(self.assistant.sync(lambda *step: steps.put(step)))
            except (AssistantFault, IndexFault) as fault:
                steps.put(fault)
            except BaseException as fault:  # no fault of ours, but whoever waits is not left so
                steps.put(fault)
                raise

        worker = threading.Thread(target=run, daemon=True, name="attesto-reading")
        worker.start()
        while True:
            step = steps.get()
            if isinstance(step, tuple):
                done, total, file = step
                text = said["reading"].format(done=done, total=total, file=file)
                yield {"kind": "reading", "done": done, "total": total, "text": text}
                continue
            worker.join()
            if isinstance(step, AssistantFault | IndexFault):
                yield {"kind": "trouble", **told(step, said)}
            elif isinstance(step, BaseException):
                raise step
            else:
                yield {"kind": "read", "text": _summary(step, language)}
            return


def _summary(report: SyncReport, language: str) -> str:
    said = strings(language)
    away = f" {said['read_absent'].format(absent=len(report.absent))}" if report.absent else ""
    if not report.touched:
        return said["read_same"] + away
    done = said["read_done"].format(
        added=len(report.added), changed=len(report.changed), removed=len(report.removed)
    )
    return f"{done}.{away}" if away else done
