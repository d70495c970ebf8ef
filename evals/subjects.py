"""Open what is to be evaluated: the real assistant, over a model of ours or an endpoint."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from assistant import Answer, Assistant, ChatModel, Finish, Request
from index import Hit

from .cases import CaseSet
from .errors import EvalFault
from .oracle import Oracle
from .personas import PERSONAS
from .provider import Provider

ORACLE = "oracle"
SCRIPTED = "scripted"


class Watched:
    """An assistant whose model is watched: what was it given to answer from?"""

    def __init__(self, assistant: Assistant) -> None:
        self.sent: tuple[Hit, ...] | None = None
        """The passages of the last question; None when the model was not asked for an answer."""
        self._assistant = assistant
        self._model = assistant.model
        self.name = assistant.model.name
        assistant.model = self

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


@contextmanager
def open_subject(cases: CaseSet, model: str, base_url: str | None = None) -> Iterator[Watched]:
    """Open an assistant over a corpus, with a store that lasts as long as the evaluation.

    Args:
        cases: the corpus and what will be asked.
        model: ``extract``, the built-in reader; ``oracle``, which knows the answers and shows how
            far any model could get; ``scripted`` or ``scripted:PERSONA``, which answers faithfully
            or goes wrong in one way (``evals/personas.py``); or a model at an endpoint.
        base_url: the endpoint of a model that is not ours.

    Raises:
        EvalFault: there is no such persona.
        assistant.ConfigError: there is no such model, or no endpoint for it.
    """
    with tempfile.TemporaryDirectory(prefix="attesto-eval-") as store:
        if model.partition(":")[0] == SCRIPTED:
            persona = model.partition(":")[2] or "faithful"
            if persona not in PERSONAS:
                known = ", ".join(sorted(PERSONAS))
                raise EvalFault(f"There is no persona {persona!r}; choose one of: {known}.")
            with Provider() as provider:
                yield from _opened(cases, store, persona, provider.url)
        elif model == ORACLE:
            yield from _opened(cases, store, Oracle(cases.cases), None)
        else:
            yield from _opened(cases, store, model, base_url)


def _opened(
    cases: CaseSet, store: str, model: str | ChatModel, base_url: str | None
) -> Iterator[Watched]:
    folder = cases.corpus.folder
    assistant = Assistant.open(folder, store=store, model=model, base_url=base_url)
    try:
        yield Watched(assistant)
    finally:
        assistant.close()
