"""Replies recorded once and given again: the same evaluation without the model.

A recording is a file of JSON lines, one reply each, found again by the model's name and the digest
of what it was told. The fence's random mark is not part of the digest: it differs each time.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assistant.errors import ConfigError, ModelProblem
from index import Endpoint

from .seam import ChatModel, Finish, Request

_MARK = re.compile(r"(?<=<passage 1 )[0-9a-f]{16}(?=>)")


class ReplayChat:
    """Gives recorded replies; see :class:`ChatModel`."""

    def __init__(self, path: Path, name: str, record: ChatModel | None = None) -> None:
        """Read the recording.

        Args:
            path: The file; it need not exist if ``record`` is given.
            name: Name of the model whose replies are wanted.
            record: Asked for what is not recorded yet; its whole replies are added to the file.

        Raises:
            ConfigError: there is no such file, or it is not a recording.
        """
        self.name = name
        self._path = path
        self._record = record
        if record is None and not path.is_file():
            raise ConfigError(f"There is no recording {path}. Record one first.")
        self._known = _read(path) if path.is_file() else {}

    def reply(self, request: Request) -> Iterator[str | Finish]:
        """Give the recorded reply, or ask for it and record it.

        Raises:
            ModelProblem: it is not recorded, and nobody was given to ask.
        """
        digest = prompt_digest(request)
        line = self._known.get((self.name, digest))
        if line is not None:
            yield line["text"]
            yield Finish(**line["finish"])
        elif self._record is not None:
            yield from self._ask(self._record, request, digest)
        else:
            raise ModelProblem(
                f"{self._path} holds no reply of {self.name} to {request.question!r} with these "
                "passages and prompts. Record it again."
            )

    def _ask(self, model: ChatModel, request: Request, digest: str) -> Iterator[str | Finish]:
        text = ""
        for piece in model.reply(request):
            if isinstance(piece, str):
                text += piece
            elif piece.complete:
                # A reply that was cut says more about that day than about the model.
                self._keep(digest, text, piece)
            yield piece

    def _keep(self, digest: str, text: str, finish: Finish) -> None:
        scrubbed = Endpoint("recorded://").scrub(text)
        line = {"model": self.name, "prompt": digest, "text": scrubbed, "finish": asdict(finish)}
        self._known[self.name, digest] = line
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def prompt_digest(request: Request) -> str:
    """SHA-256 of what a model is told, hexadecimal; the fence's random mark left out."""
    told = json.dumps([asdict(message) for message in request.messages], ensure_ascii=False)
    if mark := _MARK.search(told):
        told = told.replace(mark[0], "")
    parts = [request.question, request.language, told]
    parts += [f"{p.number} {p.hit.file} {p.hit.start}:{p.hit.end}" for p in request.passages]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _read(path: Path) -> dict[tuple[str, str], dict[str, Any]]:
    known: dict[tuple[str, str], dict[str, Any]] = {}
    # Not splitlines: it also splits at U+2028, which JSON strings may hold.
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, text in enumerate(lines, start=1):
        if not text:
            continue
        try:
            line = json.loads(text)
            line["text"] = str(line["text"])
            Finish(**line["finish"])
            known[line["model"], line["prompt"]] = line
        except (ValueError, KeyError, TypeError) as fault:
            raise ConfigError(
                f"Line {number} of {path} is not a recorded reply. Delete it, or record again."
            ) from fault
    return known
