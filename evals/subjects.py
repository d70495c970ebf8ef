"""Open what is to be evaluated: the real assistant, over a model of ours or an endpoint."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from assistant import Assistant, ChatModel

from .cases import CaseSet
from .errors import EvalFault
from .oracle import Oracle
from .personas import PERSONAS
from .provider import Provider

ORACLE = "oracle"
SCRIPTED = "scripted"


@contextmanager
def open_subject(cases: CaseSet, model: str, base_url: str | None = None) -> Iterator[Assistant]:
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
) -> Iterator[Assistant]:
    folder = cases.corpus.folder
    assistant = Assistant.open(folder, store=store, model=model, base_url=base_url)
    try:
        yield assistant
    finally:
        assistant.close()
