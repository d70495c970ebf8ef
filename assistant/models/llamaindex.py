"""Any LlamaIndex ``LLM`` as a model of ours.

LlamaIndex is imported when such an object is passed, and nowhere else. Its classes raise whatever
their provider's library raises, and how often they try again is theirs to say (``max_retries``).
The deadline is kept all the same: see ``index/deadline.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

from llama_index.core.llms import ChatMessage

from assistant.errors import ModelProblem, ModelTimeout
from index import Deadline, Endpoint

from .faults import describe, translate
from .pieces import Delta, Heard, dig, read_delta
from .seam import Finish, Request

_LIMIT = 16_000  # characters of an answer


class LlamaIndexChat:
    """Wraps an ``LLM``; see :class:`ChatModel`."""

    def __init__(self, llm: Any, *, deadline: float = 60.0) -> None:
        """Nothing is sent yet.

        Args:
            llm: A ``llama_index.core.llms.LLM``.
            deadline: Seconds for one reply.
        """
        self._llm = llm
        self._deadline = deadline
        self.name = str(llm.metadata.model_name or type(llm).__name__)

    def reply(self, request: Request) -> Iterator[str | Finish]:
        """Yield pieces of text as they come, then one :class:`Finish`; see :class:`ChatModel`."""
        heard = Heard(self.name, request.language, _LIMIT)
        clock = Deadline(min(self._deadline, request.within or self._deadline))
        messages = [ChatMessage(role=m.role, content=m.content) for m in request.messages]
        try:
            # Nothing to hang up: the connection is LlamaIndex's own.
            with closing(clock.watch(lambda: self._deltas(messages), lambda: None)) as deltas:
                for delta in deltas:
                    if text := heard.take(delta):
                        yield text
                    if heard.over:
                        break
        except (ModelProblem, TimeoutError) as fault:
            problem = translate(fault, self._endpoint)
            if not heard.begun:
                raise problem from None
            if isinstance(problem, ModelTimeout):
                heard.cut("deadline", f"{clock.seconds:.3g}")
            heard.cut("fault", describe(problem, self._endpoint))
        if rest := heard.rest():
            yield rest
        yield heard.finish(1)

    def _deltas(self, messages: list[ChatMessage]) -> Iterator[Delta]:
        told = ended = False
        try:
            for response in self._llm.stream_chat(messages):
                event = read_delta(response.raw, "delta")
                told = told or bool(dig(response.raw, "choices"))
                ended = ended or bool(event.finish)
                yield replace(event, text=response.delta or "")
        except Exception as fault:  # noqa: BLE001
            # Behind this object may be any library, and so any exception.
            raise translate(fault, self._endpoint) from None
        if not told and not ended:
            # What passes no provider's events on cannot say how it ended: its word must do.
            yield Delta(finish="stop")

    @property
    def _endpoint(self) -> Endpoint:
        url = getattr(self._llm, "api_base", None) or f"llamaindex://{type(self._llm).__name__}"
        return Endpoint(str(url), getattr(self._llm, "api_key", None) or None)
