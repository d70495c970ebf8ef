"""Any OpenAI-compatible endpoint: OpenAI, Ollama, llama.cpp, vLLM, LM Studio.

Through the real ``openai`` client, with what it leaves open closed here:

* One clock for the whole call. The client's ``timeout`` counts from one read to the next, so a
  dripping server holds it for ever; see ``index/deadline.py``.
* One retry budget, ours, with the client's own turned off, because retries multiply. Only what may
  pass is tried again, and only before any text has come.
* An answer is whole only if the server said how it ended (``finish_reason``): a stream that is cut
  cleanly looks like a finished one to the client.
* The request says nothing but what was put into it here: no key of another host out of the
  environment, no redirect with the key, no proxy for this machine's own servers.

This file is imported when an endpoint is used, so that nothing else pays for the ``openai`` client.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import openai

from assistant.errors import BadReply, ConfigError, ModelNotFound, ModelProblem, ModelTimeout
from index import Connection, Deadline, Endpoint, asked_wait

from .faults import describe, headers_of, translate
from .pieces import Delta, Heard, dig, read_delta
from .seam import Finish, Request

_VENDOR: tuple[type[Exception], ...] = (openai.OpenAIError, ModelProblem, *Connection.FAULTS)
"""What a request may raise; ``faults.translate`` understands all of it."""
_CHARS_A_TOKEN = 20  # more than any language needs: only a server that counts wrong gets there
_GRACE = 1.0  # seconds that token counts may come after the end of the answer

OPENAI_HOST = "api.openai.com"
OPENAI_MODEL = "gpt-4.1-mini"
"""Taken at OpenAI, which lists its models in no useful order, where no model is named."""


class OpenAIChat:
    """A model behind an OpenAI-compatible endpoint; see :class:`ChatModel`."""

    def __init__(
        self,
        model: str,
        base_url: str | None = None,
        key: str | None = None,
        *,
        deadline: float = 60.0,
        max_requests: int = 3,
        max_tokens: int = 800,
    ) -> None:
        """Nothing is sent yet.

        Args:
            model: Its name at the endpoint; an empty one stands for whichever it lists first.
            base_url: The endpoint, with or without ``/v1``; ``None`` stands for OpenAI.
            key: The key for this endpoint and no other; ``None`` where none is needed.
            deadline: Seconds for one reply, retries included.
            max_requests: Requests for one reply at most, of any kind.
            max_tokens: Length of an answer at most.

        Raises:
            ConfigError: the address or the key cannot be used.
        """
        try:
            self._endpoint = Endpoint.at(base_url, key)
        except ValueError as fault:
            raise ConfigError(str(fault)) from None
        self._model = model or (OPENAI_MODEL if self._endpoint.host == OPENAI_HOST else "")
        self.name = self._model or f"first model of {self._endpoint.host}"
        self._deadline = deadline
        self._max_requests = max_requests
        self._limit = max_tokens * _CHARS_A_TOKEN
        self._options: dict[str, Any] = {
            "temperature": 0,
            "max_tokens": max_tokens,
            "stream_options": {"include_usage": True},
        }
        # The client builds itself bit by bit; taken here, it does not eat into the first deadline.
        _Line(self._endpoint, Deadline(deadline)).hang_up()

    def reply(self, request: Request) -> Iterator[str | Finish]:
        """Yield pieces of text as they come, then one :class:`Finish`; see :class:`ChatModel`."""
        clock = Deadline(min(self._deadline, request.within or self._deadline))
        most = self._most(request)
        for sent in range(1, most + 1):
            heard = Heard(self._endpoint.host, request.language, self._limit)
            try:
                if not self._model:
                    self._model = self.name = self._first_listed(clock)
                    continue
                yield from self._listen(request, clock, heard)
            except _VENDOR as fault:
                if not heard.begun:
                    self._prepare_retry(fault, most - sent, clock)
                    continue
                if isinstance(translate(fault, self._endpoint), ModelTimeout):
                    heard.cut("deadline", f"{clock.seconds:.3g}")
                heard.cut("fault", describe(fault, self._endpoint))
            if rest := heard.rest():
                yield rest
            yield heard.finish(sent)
            return
        raise ModelNotFound(f"{self._endpoint.host} was asked for its models only. Name one.")

    def _listen(self, request: Request, clock: Deadline, heard: Heard) -> Iterator[str]:
        """Send one request and yield the text of its reply as it comes."""
        line = _Line(self._endpoint, clock)
        messages = [{"role": m.role, "content": m.content} for m in request.messages]
        options = {"model": self._model, "messages": messages, **self._options}
        try:
            with closing(clock.watch(lambda: line.stream(options), line.hang_up)) as deltas:
                for delta in deltas:
                    if text := heard.take(delta):
                        yield text
                    if heard.over:
                        return
                    if delta.finish:
                        clock.shorten(_GRACE)
        except _VENDOR:
            # What breaks once the model has said that it is done takes nothing from the answer.
            if not heard.ended:
                raise

    def _most(self, request: Request) -> int:
        """Requests that this reply may take, that for the model's name included."""
        if request.once:
            return 1 if self._model else 2
        return max(1, self._max_requests - request.made)

    def _prepare_retry(self, fault: Exception, left: int, clock: Deadline) -> None:
        """Wait, or change the request, so that asking again makes sense.

        Args:
            fault: what went wrong.
            left: requests that may still be made.
            clock: the reply's.

        Raises:
            ModelProblem: it makes no sense.
        """
        problem = translate(fault, self._endpoint)
        if left > 0:
            if type(problem) is ModelProblem and self._simplify(str(fault)):
                return
            if isinstance(problem, ModelNotFound):
                raise self._with_listing(problem, clock) from None
            asked = asked_wait(headers_of(fault))
            wait = 0.25 * max(1, self._max_requests - left) if asked is None else asked
            if problem.retryable and wait < clock.left:
                time.sleep(wait)
                return
        # Not chained: what the library raised may quote the key back.
        raise problem from None

    def _simplify(self, complaint: str) -> bool:
        """Leave out what this server or model does not take; remembered for the next question."""
        options = dict(self._options)
        if "max_tokens" in complaint and "max_tokens" in options:
            options["max_completion_tokens"] = options.pop("max_tokens")
        for name in ("temperature", "stream_options"):
            if name in complaint:
                options.pop(name, None)
        changed = options != self._options
        self._options = options
        return changed

    def _with_listing(self, problem: ModelProblem, clock: Deadline) -> ModelProblem:
        try:
            listed = self._models(clock)
        except _VENDOR:
            return problem
        shown = self._endpoint.public(", ".join(listed[:12]))
        return ModelNotFound(f"{problem} It has: {shown}.") if shown else problem

    def _first_listed(self, clock: Deadline) -> str:
        # Ollama lists embedding models too; they cannot answer.
        for name in self._models(clock):
            if "embed" not in name.lower():
                return name
        raise ModelNotFound(f"{self._endpoint.host} lists no model. Name one with --model.")

    def _models(self, clock: Deadline) -> list[str]:
        line = _Line(self._endpoint, clock)
        return list(clock.watch(line.models, line.hang_up))


class _Line:
    """One connection for one request, which can be hung up from another thread."""

    def __init__(self, endpoint: Endpoint, clock: Deadline) -> None:
        self._endpoint = endpoint
        self._connection = Connection(endpoint, clock)
        self.hang_up = self._connection.hang_up
        self._client = openai.OpenAI(
            base_url=endpoint.base_url,
            # The client insists on some key; what is sent is decided by the connection.
            api_key=endpoint.key or "none",
            max_retries=0,
            http_client=self._connection.client,
        )
        self._chat = self._client.chat.completions

    def stream(self, options: dict[str, Any]) -> Iterator[Delta]:
        """Send a chat request and yield its events."""
        events = self._chat.create(stream=True, **options)
        kind = events.response.headers.get("content-type", "")
        self._refuse_page(kind)
        if kind.startswith("application/json"):
            # This server takes no notice of "stream": the whole answer comes at once.
            yield self._whole(json.loads(events.response.read()))
            return
        for event in events:
            yield read_delta(event, "delta")

    def models(self) -> Iterator[str]:
        """Names of the models that the endpoint offers."""
        # Read as it came: the client takes any body for a list, and breaks on a web page.
        answer = self._client.get("/models", cast_to=openai.HttpxBinaryResponseContent)
        self._refuse_page(answer.response.headers.get("content-type", ""))
        listed = dig(json.loads(answer.content), "data")
        for model in listed if isinstance(listed, list) else ():
            name = dig(model, "id")
            if isinstance(name, str) and name:
                yield name

    def _refuse_page(self, kind: str) -> None:
        if "html" in kind:
            raise BadReply(
                f"{self._endpoint.base_url} answers with a web page. Is this the address of an "
                "OpenAI-compatible server (it usually ends in /v1), or is a login page in between?"
            )

    def _whole(self, body: Any) -> Delta:
        if error := dig(body, "error"):
            said = self._endpoint.public(dig(error, "message") or error)
            raise ModelProblem(f"{self._endpoint.host} did not answer: {said}")
        return read_delta(body, "message")
