"""Open what is to be evaluated: the real assistant, over a model of ours or an endpoint."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from assistant import Answer, Assistant, ChatModel, Finish, ReplayChat, Request, settings
from evals.provider import Provider
from evals.provider.personas import PERSONAS
from index import FolderIndex, Hit

from .cases import CaseSet, Span
from .errors import EvalFault
from .oracle import Oracle

EXTRACT = "extract"
ORACLE = "oracle"
SCRIPTED = "scripted"
REPLAY = "replay"
DEADLINE = 60.0
"""Seconds a model may take for one answer, unless more are allowed."""
_DEEP = 200
"""Hits among which frozen places are looked for."""


class Watched:
    """An assistant whose model is watched: what was it given to answer from?

    It can also be told what to give it: see ``frozen``.
    """

    def __init__(self, assistant: Assistant) -> None:
        self.sent: tuple[Hit, ...] | None = None
        """The passages of the last question; None when the model was not asked for an answer."""
        self.frozen: tuple[Span, ...] = ()
        """Places that the search is made to return, in this order; none: what it finds."""
        self._model, self._index = assistant.model, assistant.index
        self.name = assistant.model.name
        seen = cast(FolderIndex, _Frozen(assistant.index, self))
        self._assistant = Assistant(seen, self, assistant.settings)

    def search(self, question: str, k: int = 10) -> list[Hit]:
        """Search; see ``Assistant.search``."""
        return self._assistant.search(question, k)

    def ask(self, question: str, history: Sequence[tuple[str, str]] = ()) -> Answer:
        """Answer; see ``Assistant.ask``."""
        self.sent = None
        return self._assistant.ask(question, history)

    def reply(self, request: Request) -> Iterator[str | Finish]:
        """Pass a request on to the model; see ``assistant.ChatModel``."""
        if request.passages:  # without any it is a follow-up to be rewritten
            self.sent = tuple(passage.hit for passage in request.passages)
        yield from self._model.reply(request)


class _Frozen:
    """An index whose search returns frozen places where there are any."""

    def __init__(self, index: FolderIndex, watched: Watched) -> None:
        self._index = index
        self._watched = watched

    def __getattr__(self, name: str) -> Any:
        return getattr(self._index, name)

    def search(self, question: str, k: int = 10, **more: Any) -> list[Hit]:
        if not self._watched.frozen:
            return self._index.search(question, k, **more)
        # With the marks that the search gives them, where the chunk is still cut like that.
        found = {(h.file, h.start, h.end): h for h in self._index.search(question, _DEEP)}
        places = self._watched.frozen
        return [
            found.get((s.file, s.start, s.end))
            or Hit(s.file, s.start, s.end, s.quote, 1 - place / len(places))
            for place, s in enumerate(places)
        ]


@contextmanager
def open_subject(
    cases: CaseSet,
    model: str,
    base_url: str | None = None,
    record: Path | None = None,
    deadline: float = DEADLINE,
) -> Iterator[Watched]:
    """Open an assistant over a corpus, with a store that lasts as long as the evaluation.

    Args:
        cases: the corpus and what will be asked.
        model: ``extract``, the built-in reader; ``oracle``, which knows the answers and shows how
            far any model could get; ``scripted`` or ``scripted:PERSONA``, which answers faithfully
            or goes wrong in one way (``evals/provider/personas.py``); ``replay:FILE``, what a
            model said when it was recorded; or a model at an endpoint.
        base_url: the endpoint of a model that is not ours; the one that the environment or the
            config file names without one.
        record: a file to which replies are added, keys taken out; what it holds is not asked again.
        deadline: seconds that a model may take for one answer.

    Raises:
        EvalFault: there is no such persona, or no such recording.
        assistant.ConfigError: there is no such model, or no endpoint for it.
    """
    kind, _, rest = model.partition(":")
    with tempfile.TemporaryDirectory(prefix="attesto-eval-") as store:
        if kind == SCRIPTED:
            persona = rest or "faithful"
            if persona not in PERSONAS:
                known = ", ".join(sorted(PERSONAS))
                raise EvalFault(f"There is no persona {persona!r}; choose one of: {known}.")
            with Provider() as provider:
                yield from _opened(cases, store, persona, provider.url, record, deadline)
        elif model == ORACLE:
            yield from _opened(cases, store, Oracle(cases.cases), None, record)
        elif kind == REPLAY:
            replay = ReplayChat(Path(rest), recorded_name(model))
            yield from _opened(cases, store, replay, None, None)
        else:
            if model != EXTRACT:
                base_url = base_url or settings.load({}).settings.base_url
            yield from _opened(cases, store, model, base_url, record, deadline)


def recorded_name(model: str) -> str:
    """Return the name of a model; of ``replay:FILE``, whose replies the recording holds.

    Raises:
        EvalFault: the file is missing, is no recording, or holds replies of several models.
    """
    kind, _, rest = model.partition(":")
    if kind != REPLAY:
        return model
    path = Path(rest)
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        names = {str(json.loads(line)["model"]) for line in lines if line}
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise EvalFault(
            f"{path} is no recording: {fault}. Make one with --record FILE, and replay it with "
            "--model replay:FILE."
        ) from fault
    if len(names) != 1:
        raise EvalFault(f"{path} holds replies of {len(names)} models; one a file is needed.")
    return names.pop()


def _opened(
    cases: CaseSet,
    store: str,
    model: str | ChatModel,
    base_url: str | None,
    record: Path | None,
    deadline: float = DEADLINE,
) -> Iterator[Watched]:
    assistant = Assistant.open(
        cases.corpus.folder, store=store, model=model, base_url=base_url, deadline=deadline
    )
    if record:
        assistant.model = ReplayChat(record, assistant.model.name, assistant.model)
    try:
        yield Watched(assistant)
    finally:
        assistant.close()
