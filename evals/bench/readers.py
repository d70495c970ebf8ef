"""Readers of the page: how long each waits, alone and in a crowd.

The page runs in a process of its own, as it does for people; the readers speak from here the
protocol that the page's own scripts speak. In a crowd the model is a fake that takes a second for
twenty words, so that what is measured is what the page adds.
"""

from __future__ import annotations

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
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant import Finish, Request

FIRST, WORDS, PAUSE = 0.3, 20, 0.05
"""The fake model: seconds before its first word, words, and seconds between two."""

SETTLING = 2.0
"""Seconds between the page's suggestions and the first question: nobody reads and types faster."""

QUESTIONS = (
    "How many billion dollars will Bank of China invest?",
    "Quelle banque Poutine a-t-il chargée de la coopération ?",
    "Wie viel könnte KI bis 2030 zum russischen Bruttoinlandsprodukt beitragen?",
    "Che cosa ha ordinato Putin a Sberbank?",
    "What did Putin say about BRICS?",
    "Quanto è alto il Monte Bianco?",
)

OURS = """
import sys
from assistant import Assistant
from assistant.ui import Door, launch
from .readers import FakeModel
model = FakeModel() if "fake" in sys.argv else "extract"
launch(Assistant.open(sys.argv[3], store=sys.argv[2], model=model), Door(port=int(sys.argv[1])))
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


@contextmanager
def served(code: str, *arguments: str) -> Iterator[tuple[str, float]]:
    """Run a page in a process of its own, until it is let go.

    Args:
        code: what serves it; the port is its first argument.
        arguments: the others.

    Yields:
        Its address, and the seconds until it was served.
    """
    port = free_port()
    environ = {**os.environ, "GRADIO_ANALYTICS_ENABLED": "False", "ANONYMIZED_TELEMETRY": "False"}
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(port), *arguments],
        env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        while process.poll() is None:
            try:
                with urllib.request.urlopen(f"{address}/", timeout=60):
                    break
            except OSError:
                time.sleep(0.02)
        else:
            raise SystemExit("a page ended before it was served")
        yield address, time.perf_counter() - started
    finally:
        process.terminate()
        process.wait()


def crowd(readers: int, folder: Path) -> list[Reader]:
    """Let many ask at the same moment, and wait for each."""
    with (
        tempfile.TemporaryDirectory(prefix="attesto-page-") as scratch,
        served(OURS, scratch, str(folder), "fake") as (address, _),
    ):
        return asyncio.run(_all(address, readers))


def alone(folder: Path) -> list[Reader]:
    """Let one person ask the built-in reader, from the first question of a page on."""
    with (
        tempfile.TemporaryDirectory(prefix="attesto-page-") as scratch,
        served(OURS, scratch, str(folder)) as (address, _),
    ):
        return asyncio.run(_in_turn(address, QUESTIONS))


async def _in_turn(address: str, questions: Sequence[str]) -> list[Reader]:
    import httpx

    async with httpx.AsyncClient(timeout=120, trust_env=False) as client:
        for part in ("shell", "suggestions"):  # as the page does before anything is typed
            await client.get(f"{address}/attesto/{part}", params={"language": "en"})
        await asyncio.sleep(SETTLING)
        return [await _one(client, address, question) for question in questions]


async def _all(address: str, readers: int) -> list[Reader]:
    import httpx

    limits = httpx.Limits(max_connections=readers)
    async with httpx.AsyncClient(timeout=120, limits=limits, trust_env=False) as client:
        await _one(client, address)  # what is loaded with the first question is not the crowd's
        return list(await asyncio.gather(*(_one(client, address) for _ in range(readers))))


async def _one(
    client: Any, address: str, question: str = "How much does Bank of China invest?"
) -> Reader:
    call = f"{address}/gradio_api/call/converse"
    started = time.perf_counter()
    asked = await client.post(call, json={"data": [question, [], "en", {}]})
    if asked.status_code == 503:
        return Reader("busy", 0.0, time.perf_counter() - started)
    first, outcome = 0.0, "lost"
    async with client.stream("GET", f"{call}/{asked.json()['event_id']}") as reply:
        async for line in reply.aiter_lines():
            if not line.startswith("data: [{"):
                continue
            kind = json.loads(line[6:])[0]["kind"]
            if kind in ("writing", "done") and not first:
                first = time.perf_counter() - started
            if kind in ("done", "trouble"):
                outcome = "done" if kind == "done" else "lost"
    return Reader(outcome, first, time.perf_counter() - started)


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
