"""The table of faults is whole, and the most specific entry wins."""

import json

import httpx
import openai
import pytest

from assistant import errors
from assistant.models.faults import TABLE, translate
from index import Endpoint

HERE = Endpoint("https://models.example/v1", "sk-secret-0123456789")
REQUEST = httpx.Request("POST", "https://models.example/v1/chat/completions")


def exceptions(module):
    found = (getattr(module, name, None) for name in dir(module) if not name.startswith("_"))
    return {c.__name__ for c in found if isinstance(c, type) and issubclass(c, Exception)}


def test_every_exception_of_openai_has_its_line():
    assert {f"openai.{name}" for name in exceptions(openai)} - set(TABLE) == set()


def test_every_exception_of_httpx_has_a_line_or_a_base_that_has_one():
    # Misuse of its own interface: whoever raises this has made a mistake here, not over there.
    ours = {"CookieConflict"}
    for name in exceptions(httpx) - ours:
        bases = {f"{b.__module__}.{b.__name__}" for b in getattr(httpx, name).__mro__}
        assert bases & set(TABLE), name


def test_no_line_is_stale():
    known = exceptions(openai) | exceptions(openai._exceptions) | exceptions(httpx)
    vendor = {name.split(".")[1] for name in TABLE if name.startswith(("openai.", "httpx."))}
    assert vendor - known == set()


def status(code, message="", kind=openai.APIStatusError, **headers):
    response = httpx.Response(code, headers=headers, request=REQUEST)
    return kind(message, response=response, body={"message": message})


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (status(401, kind=openai.AuthenticationError), errors.ModelAuth),
        (status(402, "Insufficient Balance"), errors.ModelQuota),
        (status(404, kind=openai.NotFoundError), errors.ModelNotFound),
        (status(413), errors.ContextTooLong),
        (status(400, "maximum context length is 8", openai.BadRequestError), errors.ContextTooLong),
        (status(400, "top_p must be positive", openai.BadRequestError), errors.ModelProblem),
        (status(408), errors.ModelUnreachable),
        (status(429, kind=openai.RateLimitError), errors.ModelBusy),
        (status(429, "check your billing", openai.RateLimitError), errors.ModelQuota),
        (status(500, kind=openai.InternalServerError), errors.ModelUnreachable),
        (status(529, "Overloaded", openai.InternalServerError), errors.ModelBusy),
        (status(302, location="https://login.example/"), errors.BadReply),
        (openai.APITimeoutError(REQUEST), errors.ModelTimeout),
        (openai.APIConnectionError(request=REQUEST), errors.ModelUnreachable),
        (openai.APIError("boom", REQUEST, body=None), errors.ModelUnreachable),
        (httpx.ReadTimeout("late"), errors.ModelTimeout),
        (httpx.ConnectTimeout("late"), errors.ModelUnreachable),
        (httpx.RemoteProtocolError("torn"), errors.ModelUnreachable),
        (httpx.InvalidURL("odd"), errors.ModelProblem),
        (json.JSONDecodeError("bad", "", 0), errors.BadReply),
        (UnicodeDecodeError("utf-8", b"", 0, 1, "bad"), errors.BadReply),
        (RecursionError("deep"), errors.BadReply),
        (ConnectionResetError("reset"), errors.ModelUnreachable),
        (TimeoutError("late"), errors.ModelTimeout),
        (RuntimeError("nobody knows"), errors.ModelProblem),
        (errors.ModelBusy("as it is"), errors.ModelBusy),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else repr(value)[:60],
)
def test_the_most_specific_line_wins(fault, expected):
    assert type(translate(fault, HERE)) is expected


def test_a_message_says_who_what_and_what_to_do():
    fault = translate(status(404, "no model gpt-9", openai.NotFoundError), HERE)
    assert str(fault) == (
        "models.example does not know this model (no model gpt-9). Choose another with --model."
    )


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("bad key sk-secret-0123456789", "bad key [key]"),
        ("bad key sk-proj-ab******yz9", "bad key [key]"),
        ("Authorization: Bearer abc.def", "Authorization: Bearer [key]"),
        ("see https://me:pw@x.example", "see https://[key]x.example"),
        ("line\x1b[31m\r\nbreak\u202e", "line [31m break"),
    ],
)
def test_what_a_stranger_says_is_made_fit_to_be_shown(said, shown):
    fault = translate(status(400, said, openai.BadRequestError), HERE)
    assert f"({shown})" in str(fault)


@pytest.mark.parametrize(
    ("asked", "words"),
    [("20", "in 20 s"), ("200", "in 4 minutes"), ("1e9", "much later"), ("-5", "later")],
)
def test_a_wait_is_said_in_words(asked, words):
    fault = status(429, "slow", openai.RateLimitError, **{"retry-after": asked})
    assert str(translate(fault, HERE)).endswith(f"Try again {words}.")
