"""The page: from a standing start, and with many readers at once.

``python -m evals.bench.page`` prints it. Readers speak the protocol that the page's own scripts
speak, and the model is a fake that takes a second for twenty words, so that what is measured is
what the page adds.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant import Assistant, Finish, Request

from .cold import Ratio

FIRST, WORDS, PAUSE = 0.3, 20, 0.05
"""The fake model: seconds before its first word, words, and seconds between two."""

_BARE = """
import chromadb, gradio, sys
chromadb.PersistentClient(sys.argv[2])
gradio.ChatInterface(lambda message, history: message).launch(server_port=int(sys.argv[1]))
"""
_OURS = """
import sys
from assistant import Assistant
from assistant.ui import Door, launch
launch(Assistant.open(sys.argv[3], store=sys.argv[2]), Door(port=int(sys.argv[1])))
"""


class FakeModel:
    """Writes twenty words in a second, citing the first passage."""

    name = "fake"

    def reply(self, request: Request) -> Iterator[str | Finish]:
        """Yield one word after another."""
        time.sleep(FIRST)
        for number in range(WORDS):
            yield f"word{number} "
            time.sleep(PAUSE)
        yield f"{request.passages[0].hit.text.split('.')[0]} [1]." if request.passages else "."
        yield Finish(requests=1)


@dataclass(frozen=True, slots=True)
class Reader:
    """How one reader fared; seconds from pressing enter."""

    outcome: str
    """``done``, ``busy``, or ``lost``."""
    first: float
    whole: float


def ready(runs: int, folder: Path) -> tuple[list[float], list[float]]:
    """Time whole processes until their page is served, ours and a bare one in turn.

    Returns:
        Seconds of a bare ``ChatInterface`` beside a bare Chroma, and of ours.
    """
    with tempfile.TemporaryDirectory(prefix="attesto-page-") as scratch:
        store = Path(scratch) / "store"
        Assistant.open(folder, store=store).close()
        bare: list[float] = []
        ours: list[float] = []
        for turn in range(runs + 1):
            for code, times in ((_BARE, bare), (_OURS, ours)):
                place = str(store / "chroma") if code is _BARE else str(store)
                seconds = _until_served(code, place, folder)
                if turn:  # the first warms the disk cache
                    times.append(seconds)
    return bare, ours


def _until_served(code: str, store: str, folder: Path) -> float:
    port = _free_port()
    environ = {**os.environ, "GRADIO_ANALYTICS_ENABLED": "False", "ANONYMIZED_TELEMETRY": "False"}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(port), store, str(folder)],
        env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        while process.poll() is None:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=60):
                    return time.perf_counter() - started
            except OSError:
                time.sleep(0.02)
        raise SystemExit("a page ended before it was served")
    finally:
        process.terminate()
        process.wait()


def crowd(readers: int, folder: Path) -> list[Reader]:
    """Let many ask at the same moment, and wait for each."""
    from assistant.ui import Door, launch

    with tempfile.TemporaryDirectory(prefix="attesto-page-") as scratch:
        assistant = Assistant.open(folder, store=scratch, model=FakeModel())
        door = Door(port=_free_port())
        page = launch(assistant, door, block=False)
        try:
            return asyncio.run(_all(f"http://127.0.0.1:{door.port}/gradio_api/call", readers))
        finally:
            page.close(verbose=False)
            assistant.close()


async def _all(address: str, readers: int) -> list[Reader]:
    import httpx

    limits = httpx.Limits(max_connections=readers)
    async with httpx.AsyncClient(timeout=120, limits=limits, trust_env=False) as client:
        await _one(client, address)  # what is loaded with the first question is not the crowd's
        return list(await asyncio.gather(*(_one(client, address) for _ in range(readers))))


async def _one(client: Any, address: str) -> Reader:
    started = time.perf_counter()
    body = {"data": ["How much does Bank of China invest?", [], "en", {}]}
    asked = await client.post(f"{address}/converse", json=body)
    if asked.status_code == 503:
        return Reader("busy", 0.0, time.perf_counter() - started)
    first, outcome = 0.0, "lost"
    url = f"{address}/converse/{asked.json()['event_id']}"
    async with client.stream("GET", url) as reply:
        async for line in reply.aiter_lines():
            if not line.startswith("data: [{"):
                continue
            kind = json.loads(line[6:])[0]["kind"]
            if kind in ("writing", "done") and not first:
                first = time.perf_counter() - started
            if kind in ("done", "trouble"):
                outcome = "done" if kind == "done" else "lost"
    return Reader(outcome, first, time.perf_counter() - started)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def percentile(values: list[float], share: float) -> float:
    """The smallest value that at least this share of them does not exceed."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def measure_page(
    runs: int, folder: Path, readers: Sequence[int] = (50, 200)
) -> tuple[list[str], list[Ratio]]:
    """Measure both parts.

    Args:
        runs: counted starts of each page.
        folder: documents to serve.
        readers: how many ask at once, one crowd after the other.

    Returns:
        Lines for people, and the claims: the start beside a bare page, the first text of the
        first crowd in seconds over the model's own, and how many of each crowd were lost.
    """
    bare, ours = (percentile(times, 0.5) for times in ready(runs, folder))
    lines = [f"page served, median of {runs}: bare {bare:.2f} s, ours {ours:.2f} s"]
    found = [Ratio("page served / bare page", ours / bare, 1.3)]
    for number, count in enumerate(readers):
        fared = crowd(count, folder)
        counts = {name: sum(r.outcome == name for r in fared) for name in ("done", "busy", "lost")}
        added = [r.first - FIRST for r in fared if r.outcome == "done"]
        middle, late = percentile(added, 0.5), percentile(added, 0.95)
        lines.append(
            f"{count} at once: {counts['done']} answered, {counts['busy']} told it is busy, "
            f"{counts['lost']} lost; first text over the model's own: median {middle:.2f} s, "
            f"p95 {late:.2f} s"
        )
        found.append(Ratio(f"{count} readers, lost", counts["lost"], 0))
        if number == 0:
            found.append(Ratio(f"{count} readers, first text p95, s", late, 1.5))
    return lines, found


def main() -> int:
    """Print both parts; exit code 1 when a claim does not hold in this run."""
    parser = argparse.ArgumentParser(prog="python -m evals.bench.page", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="counted starts of each page")
    parser.add_argument("--folder", type=Path, default=Path("seeds"))
    parser.add_argument("--readers", type=int, nargs="*", default=[50, 200])
    given = parser.parse_args()
    lines, found = measure_page(given.runs, given.folder, given.readers)
    for ratio in found:
        held = "ok" if ratio.holds else "NO"
        lines.append(f"{ratio.claim:34} {ratio.measured:8.2f} {ratio.at_most:8.2f}   {held}")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0 if all(ratio.holds for ratio in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
