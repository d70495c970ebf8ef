"""The page: Gradio's server, queue and named endpoints around the Assistant.

Gradio carries the questions: its queue bounds how many are answered at once, and whoever speaks
its protocol can ask. What is seen is drawn by our own scripts in ``web/``, because Gradio's HTML
component evaluates its content as a template, and no text of a model or a document may be.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from assistant.errors import AssistantFault
from index import IndexFault

from .given import fields, turns, whole, words
from .indexing import Indexing
from .talk import Talks, converse, translated

if TYPE_CHECKING:
    from assistant.engine import Assistant

AT_ONCE = 64
"""Questions answered at once; each waits for its model most of the time."""

_ALL: dict[str, str] = {}
WAITING = 64
"""Questions in the queue; the next one is told that the page is busy."""


def build(assistant: Assistant, at_once: int = AT_ONCE, waiting: int = WAITING) -> Any:
    """Build the page for a folder, without starting a server."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"  # whatever the environment says
    if importlib.util.find_spec("matplotlib") is None:
        # Gradio looks for it twice at every update of every reader; absent is said once.
        sys.modules.setdefault("matplotlib", None)  # type: ignore[arg-type]
    import gradio as gr

    title = f"Attesto · {assistant.folder.name}"
    with gr.Blocks(title=title, analytics_enabled=False) as page:
        gr.Column(elem_id="attesto")
        _endpoints(gr, assistant)
    page.queue(max_size=waiting, default_concurrency_limit=at_once)
    return page


def _endpoints(gr: Any, assistant: Assistant) -> None:
    """Name the endpoints. ``ask`` and ``search`` give the contract's JSON, the rest the page's."""
    talks, indexing = Talks(), Indexing(assistant)

    def ask(question: str) -> dict[str, Any]:
        with _told(gr):
            return assistant.ask(words("question", question)).to_dict()

    def search(question: str, k: int = 10) -> list[dict[str, Any]]:
        with _told(gr):
            most = max(1, min(whole("k", k), 100))
            return [asdict(hit) for hit in assistant.search(words("question", question), most)]

    async def converse_(
        question: str, history: list[list[str]], language: str, only: dict[str, str] = _ALL
    ) -> AsyncIterator[dict[str, Any]]:
        with _told(gr):
            asked, page = words("question", question), words("language", language)
            before, within = turns("history", history), fields("only", only)
        async for event in converse(assistant, talks, asked, before, page, within):
            yield event

    async def translate(
        file: str, start: int, end: int, language: str, page: str = "en"
    ) -> AsyncIterator[dict[str, Any]]:
        with _told(gr):
            place = words("file", file), whole("start", start), whole("end", end)
            tongue, shown = words("language", language), words("page", page)
        async for event in translated(assistant, talks, place, tongue, shown):
            yield event

    def read(language: str) -> Iterator[dict[str, Any]]:
        with _told(gr):
            page = words("language", language)
        yield from indexing.events(page)

    gr.api(ask, api_name="ask")
    gr.api(search, api_name="search")
    gr.api(converse_, api_name="converse")
    gr.api(translate, api_name="translate")
    gr.api(read, api_name="read")


class _told:
    """Turn our errors into Gradio's, so that a client is told what to do and not "error"."""

    def __init__(self, gr: Any) -> None:
        self.gr = gr

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, AssistantFault | IndexFault):
            raise self.gr.Error(str(error), print_exception=False) from error
