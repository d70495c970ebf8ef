"""What a provider's library raises, in our words: one table.

The table goes by name, so that nothing has to be imported to read it, and it also fits the same
errors when they come through LlamaIndex. The most specific name wins, along the class's own order
of bases. ``tests/assistant/models/test_faults.py`` fails when openai adds a name that is not here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from assistant.errors import (
    BadReply,
    ContentFiltered,
    ContextTooLong,
    ModelAuth,
    ModelBusy,
    ModelNotFound,
    ModelProblem,
    ModelQuota,
    ModelTimeout,
    ModelUnreachable,
)
from index import Endpoint, asked_wait

TABLE: Mapping[str, type[ModelProblem]] = {
    "openai.OpenAIError": ModelProblem,
    "openai.APIError": ModelUnreachable,  # as it is: an error object in the middle of a stream
    "openai.APIConnectionError": ModelUnreachable,
    "openai.APITimeoutError": ModelTimeout,
    "openai.APIResponseValidationError": BadReply,
    "openai.APIStatusError": ModelProblem,
    "openai.AuthenticationError": ModelAuth,
    "openai.OAuthError": ModelAuth,
    "openai.PermissionDeniedError": ModelAuth,
    "openai.NotFoundError": ModelNotFound,
    "openai.RateLimitError": ModelBusy,
    "openai.BadRequestError": ModelProblem,
    "openai.UnprocessableEntityError": ModelProblem,
    "openai.ConflictError": ModelUnreachable,
    "openai.InternalServerError": ModelUnreachable,
    "openai.LengthFinishReasonError": BadReply,
    "openai.ContentFilterFinishReasonError": ContentFiltered,
    "openai.InvalidWebhookSignatureError": ModelProblem,
    "openai.SubjectTokenProviderError": ModelAuth,
    "openai.WebSocketConnectionClosedError": ModelUnreachable,
    "openai.WebSocketQueueFullError": ModelBusy,
    "httpx.HTTPError": ModelUnreachable,
    "httpx.ConnectTimeout": ModelUnreachable,
    "httpx.TimeoutException": ModelTimeout,
    "httpx.UnsupportedProtocol": ModelProblem,
    "httpx.LocalProtocolError": ModelProblem,
    "httpx.DecodingError": BadReply,
    "httpx.TooManyRedirects": BadReply,
    "httpx.InvalidURL": ModelProblem,
    "httpx.StreamError": BadReply,
    "json.JSONDecodeError": BadReply,
    "builtins.UnicodeError": BadReply,
    "builtins.RecursionError": BadReply,
    "builtins.ValueError": BadReply,
    "builtins.TimeoutError": ModelTimeout,
    "builtins.OSError": ModelUnreachable,
}

_WORDS: Mapping[type[ModelProblem], tuple[str, str]] = {
    ModelAuth: (
        "refused the key",
        "A key goes to the address it was given for: set ATTESTO_BASE_URL and ATTESTO_API_KEY "
        "together.",
    ),
    ModelQuota: ("says that the account has no credit left", "Top it up, or use --model extract."),
    ModelNotFound: ("does not know this model", "Choose another with --model."),
    ModelBusy: ("asks to slow down", "Try again later."),
    ModelUnreachable: ("does not answer as it should", "Is the server running, at this address?"),
    ModelTimeout: ("was not done in time", "Try again, or allow more with --deadline."),
    ContextTooLong: (
        "says that the prompt is too long for the model",
        "Send less with ATTESTO_PASSAGES or ATTESTO_PROMPT_TOKENS.",
    ),
    ContentFiltered: ("refused to answer this", "Ask in other words, or use --model extract."),
    BadReply: (
        "sent something that is not an answer",
        "Is this the address of an OpenAI-compatible server? It usually ends in /v1.",
    ),
    ModelProblem: ("did not accept the request", "Choose another model, or use --model extract."),
}

_TOO_LONG = (
    "context length", "context_length", "context window", "context size", "maximum context",
    "too many tokens", "prompt is too long", "input is too long", "exceeds the available context",
)  # fmt: skip
_NO_CREDIT = ("insufficient_quota", "insufficient balance", "billing", "credit balance")
_FILTERED = ("content_filter", "content_policy", "content management policy")


def translate(fault: Exception, endpoint: Endpoint) -> ModelProblem:
    """Turn what a provider's library raised into one of our errors.

    Nothing in the message can hold the key. Raise it ``from None``: what the library raised may
    quote the key back, and a traceback would print it.
    """
    if isinstance(fault, ModelProblem):
        return fault
    kind = _kind(fault)
    remedy = _WORDS[kind][1]
    if kind is ModelBusy and (wait := asked_wait(headers_of(fault))) is not None:
        remedy = f"Try again {_wait_words(wait)}."
    elif _redirect(fault):
        remedy = "If you trust that address, give it as the base URL."
    elif "SSL" in str(_first_cause(fault)):
        remedy = "Does this server speak plain http:// perhaps?"
    return kind(f"{describe(fault, endpoint)}. {remedy}")


def describe(fault: Exception, endpoint: Endpoint) -> str:
    """Say what happened, in part of a sentence, without the key and without advice."""
    if isinstance(fault, ModelProblem):
        return str(fault).rstrip(".")
    kind = _kind(fault)
    happened = _WORDS[kind][0]
    if kind is ModelAuth and not endpoint.key:
        happened = "wants a key"
    if target := _redirect(fault):
        happened = f"sends on to {endpoint.public(target)}, where a key must not follow"
    who = endpoint.base_url if kind in (ModelUnreachable, BadReply) else endpoint.host
    said = endpoint.public(_said(fault)).rstrip(".")
    return f"{who} {happened} ({said})"


def headers_of(fault: Exception) -> Mapping[str, str]:
    """The headers of the answer that made a library raise; empty where there was none."""
    headers: Mapping[str, str] = getattr(getattr(fault, "response", None), "headers", {})
    return headers


def _kind(fault: Exception) -> type[ModelProblem]:
    return _by_answer(fault) or _by_name(fault)


def _by_name(fault: Exception) -> type[ModelProblem]:
    for base in type(fault).__mro__:
        name = f"{base.__module__.partition('.')[0]}.{base.__name__}"
        if name in TABLE:
            return TABLE[name]
    return ModelProblem


def _by_answer(fault: Exception) -> type[ModelProblem] | None:
    """Judge by status and words where the class of the error is too coarse."""
    status = getattr(fault, "status_code", None)
    if not isinstance(status, int):
        return None
    words = " ".join(str(getattr(fault, n, "")) for n in ("code", "type", "message")).lower()
    if status == 402 or _any(_NO_CREDIT, words) and status in (400, 403, 429):
        return ModelQuota
    if status in (400, 413, 422, 500) and _any(_TOO_LONG, words) or status == 413:
        return ContextTooLong
    if status in (400, 403) and _any(_FILTERED, words):
        return ContentFiltered
    if status == 529:
        return ModelBusy
    if status in (408, 425) or status >= 500:
        return ModelUnreachable
    return BadReply if status < 400 else None


def _wait_words(seconds: float) -> str:
    """A wait in words."""
    if seconds < 90:
        return f"in {max(1, math.ceil(seconds))} s"
    if seconds < 2 * 86400:
        return f"in {math.ceil(seconds / 60)} minutes"
    return "much later"


def _any(needles: tuple[str, ...], words: str) -> bool:
    return any(needle in words for needle in needles)


def _said(fault: Exception) -> str:
    """The part of an error that tells something: the provider's own words, or the first cause."""
    body: Any = getattr(fault, "body", None)
    if isinstance(body, Mapping) and isinstance(body.get("message"), str):
        return str(body["message"])
    if isinstance(getattr(fault, "status_code", None), int):
        return f"status {fault.status_code}"  # type: ignore[attr-defined]
    cause = _first_cause(fault)
    return str(cause) or type(cause).__name__


def _first_cause(fault: BaseException) -> BaseException:
    while fault.__cause__ is not None:
        fault = fault.__cause__
    return fault


def _redirect(fault: Exception) -> str:
    """Host that an answer sends on to; empty where it does not."""
    status = getattr(fault, "status_code", 0)
    if not isinstance(status, int) or not 300 <= status < 400:
        return ""
    return urlsplit(headers_of(fault).get("location", "")).netloc or "another address"
