"""Every fault over real HTTP, with the real client: an answer, part of one, or a named error."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain

import pytest

from assistant import errors
from assistant.models.openai import OpenAIChat
from evals.provider import Provider
from evals.provider.faults import FAULTS
from evals.provider.personas import PERSONAS

KEY = "sk-proj-Zq81kfLw02maXyPd"
DEADLINE, PATIENT = 1.2, 20
"""Seconds for what is slow on purpose, and for all else, on a machine that may be busy."""
SLOW = ("stall", "drip", "silent", "slow-headers")
LATE = 0.5
ANSWER = (
    "Bank of China vient d’annoncer 138 milliards de dollars (1 000 milliards de yuans) "
    "d’investissement sur 5 ans [1]."
)

# model, requests that it takes
WHOLE = [
    ("faithful", 1),
    ("think", 1),
    ("no-stream", 1),
    ("hang-after-finish", 1),
    ("busy-once", 2),
    ("flaky", 3),
    ("choosy", 3),
]
# model, what the reader is told
PART = [
    ("cut", "ended before the answer did"),
    ("torn", "broke off"),
    ("stall", "1.2 s allowed"),
    ("drip", "1.2 s allowed"),
    ("length", "length limit"),
    ("content-filter", "content filter"),
    ("broken-json", "broke off"),
    ("bad-utf8", "broke off"),
    ("deep-json", "broke off"),
    ("error-in-stream", "out of memory"),
    ("endless", "repeat itself"),
]
# model, error, requests that it takes, part of the message
NOTHING = [
    ("unauthorised", errors.ModelAuth, 1, "refused the key"),
    ("forbidden", errors.ModelAuth, 1, "may not use this model"),
    ("no-credit", errors.ModelQuota, 1, "no credit left"),
    ("busy", errors.ModelBusy, 1, "in 60 minutes"),
    ("busy-odd-header", errors.ModelBusy, 3, "slow down"),
    ("busy-no-header", errors.ModelBusy, 3, "slow down"),
    ("down", errors.ModelUnreachable, 3, "Service unavailable"),
    ("silent", errors.ModelTimeout, 1, "not done in time"),
    ("slow-headers", errors.ModelTimeout, 1, "not done in time"),
    ("too-long", errors.ContextTooLong, 1, "ATTESTO_PROMPT_TOKENS"),
    ("filtered", errors.ContentFiltered, 1, "other words"),
    ("refusal", errors.ContentFiltered, 1, "other words"),
    ("odd-request", errors.ModelProblem, 1, "unexpected role"),
    ("json-error", errors.ModelProblem, 1, "model crashed"),
    ("redirect", errors.BadReply, 1, "elsewhere.invalid"),
    ("html", errors.BadReply, 1, "web page"),
    ("html-unnamed", errors.BadReply, 1, "empty answer"),
    ("empty-choices", errors.BadReply, 1, "empty answer"),
    ("null-content", errors.BadReply, 1, "empty answer"),
    ("empty-string", errors.BadReply, 1, "empty answer"),
    ("odd-shapes", errors.BadReply, 1, "empty answer"),
    ("only-reasoning", errors.BadReply, 1, "thought aloud"),
    ("only-thinking", errors.BadReply, 1, "thought aloud"),
    ("only-tools", errors.BadReply, 1, "call a tool"),
    ("huge", errors.BadReply, 1, "MB"),
]


FAULT_IDS = {
    "E01": ("unauthorised", "forbidden"),
    "E03": ("busy", "busy-odd-header", "busy-no-header", "busy-once"),
    "E04": ("no-credit",),
    "E05": ("down",),
    "E06": ("flaky",),
    "E07": ("html", "html-unnamed"),
    "E08": ("empty-choices", "null-content", "empty-string", "only-reasoning", "only-tools"),
    "E09": ("cut",),
    "E10": ("torn",),
    "E11": ("broken-json", "bad-utf8", "deep-json"),
    "E12": ("stall",),
    "E13": ("drip",),
    "E14": ("error-in-stream", "json-error"),
    "E15": ("length",),
    "E16": ("content-filter", "filtered", "refusal"),
    "E20": ("too-long",),
    "E22": ("odd-shapes",),
    "E23": ("choosy", "no-stream", "odd-request"),
    "E24": ("think", "only-thinking"),
    "E25": ("silent", "slow-headers"),
    "E29": ("huge",),
    "E30": ("redirect",),
    "F11": ("endless",),
    "whole": ("faithful", "hang-after-finish"),
}
"""Numbers of the catalogue of faults, and the models of the provider that commit them."""


def numbered(rows):
    """Test ids that begin with the number of the fault."""
    number = {model: fault for fault, models in FAULT_IDS.items() for model in models}
    return [f"{number[model]}-{model}" for model, *_ in rows]


def test_every_fault_of_the_provider_has_its_number():
    known = {model for models in FAULT_IDS.values() for model in models}
    assert set(FAULTS) - known == {"split-characters"}, "E11 has a test of its own"


def chat(provider, model, **options):
    return OpenAIChat(
        model, provider.url, KEY, **{"deadline": DEADLINE if model in SLOW else PATIENT, **options}
    )


def is_in_time(heard, again, model):
    """Did it end by its deadline and half a second? A busy machine may wake late, not each time."""
    tries = (one.seconds for one in chain([heard], (again() for _ in range(2))))
    deadline = DEADLINE if model in SLOW else PATIENT
    return any(seconds < deadline + LATE for seconds in tries)


@pytest.mark.parametrize(("model", "requests"), WHOLE, ids=numbered(WHOLE))
def test_a_whole_answer(provider, hear, model, requests):
    heard = hear(chat(provider, model, deadline=8))
    assert (heard.fault, heard.text) == (None, ANSWER)
    assert heard.finish.complete
    assert heard.finish.reason == ""
    assert heard.finish.requests == provider.count(model) == requests


@pytest.mark.parametrize(("model", "reason"), PART, ids=numbered(PART))
def test_a_cut_answer_is_kept_and_says_that_it_is_cut(provider, hear, model, reason):
    heard = hear(chat(provider, model))
    assert heard.fault is None
    assert heard.text
    assert ANSWER.startswith(heard.text) or model in ("drip", "endless")
    assert not heard.finish.complete
    assert reason in heard.finish.reason
    assert provider.count(model) == 1, "text had come: asking again would say it twice"
    assert is_in_time(heard, lambda: hear(chat(provider, model)), model)


@pytest.mark.parametrize(("model", "error", "requests", "message"), NOTHING, ids=numbered(NOTHING))
def test_no_answer_is_an_error_with_a_name(provider, hear, model, error, requests, message):
    heard = hear(chat(provider, model))
    assert (heard.text, heard.finish) == ("", None)
    assert type(heard.fault) is error
    assert message in str(heard.fault)
    assert provider.count(model) == requests
    assert is_in_time(heard, lambda: hear(chat(provider, model)), model)


def test_e11_characters_cut_in_two_come_out_whole(provider, hear):
    heard = hear(chat(provider, "split-characters"))
    assert heard.text == f"{ANSWER} Été à Köln 😀.😀"
    assert heard.finish.complete


def test_what_an_answer_costs_is_told(provider, hear):
    finish = hear(chat(provider, "faithful")).finish
    assert finish.prompt_tokens > 100
    assert finish.completion_tokens == 20


def test_e23_a_model_that_dislikes_an_option_is_asked_without_it_from_then_on(hear):
    with Provider() as provider:
        model = chat(provider, "choosy", deadline=8)
        assert hear(model).finish.requests == 3
        assert hear(model).finish.requests == 1


def test_e02_an_unknown_model_is_told_with_those_there_are(provider, hear):
    heard = hear(chat(provider, "gpt-9"))
    assert type(heard.fault) is errors.ModelNotFound
    assert "`gpt-9` does not exist" in str(heard.fault)
    assert "busy" in str(heard.fault)


def test_without_a_name_the_first_model_listed_answers(provider, hear):
    model = chat(provider, "")
    hear(model)
    assert model.name == sorted({"bad-utf8", *PERSONAS})[0]
    assert [call.path for call in provider.calls[-2:]] == ["/v1/models", "/v1/chat/completions"]


LISTINGS = [
    ("text/html", "<html>Welcome</html>", errors.BadReply, "web page"),
    ("text/plain", "Welcome", errors.BadReply, "not an answer"),
    ("application/json", "", errors.BadReply, "not an answer"),
    ("application/json", "[]", errors.ModelNotFound, "lists no model"),
    ("application/json", '"no"', errors.ModelNotFound, "lists no model"),
    ("application/json", '{"data": null}', errors.ModelNotFound, "lists no model"),
    ("application/json", '{"data": 3}', errors.ModelNotFound, "lists no model"),
    ("application/json", '{"data": [null, {"id": 3}]}', errors.ModelNotFound, "lists no model"),
]


@pytest.mark.parametrize(("kind", "body", "error", "message"), LISTINGS)
def test_e07_what_is_no_list_of_models_is_an_error_with_a_name(hear, kind, body, error, message):
    with _serving(kind, body) as url:
        heard = hear(OpenAIChat("", url, deadline=5))
    assert type(heard.fault) is error
    assert message in str(heard.fault)


@contextmanager
def _serving(kind, body):
    """A server that answers everything alike."""

    class Same(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *words):
            """Tests are quiet."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Same) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/v1"
        server.shutdown()


def test_the_budget_counts_requests_of_any_kind(hear):
    with Provider() as provider:
        heard = hear(chat(provider, "busy-no-header", max_requests=1))
        assert type(heard.fault) is errors.ModelBusy
        assert len(provider.calls) == 1


# --- hanging up


def readers():
    return [t for t in threading.enumerate() if t.name == "attesto-reader"]


@pytest.mark.parametrize("model", ["stall", "drip", "silent", "huge", "endless"])
def test_no_thread_is_left_behind(provider, hear, model):
    hear(chat(provider, model, deadline=0.5))
    until = time.monotonic() + 10
    while readers() and time.monotonic() < until:
        time.sleep(0.01)
    assert readers() == []


def test_e26_a_reader_who_leaves_hangs_up_at_once(provider, make_request):
    reply = chat(provider, "stall", deadline=30).reply(make_request())
    next(reply)
    reply.close()
    until = time.monotonic() + 10
    while readers() and time.monotonic() < until:
        time.sleep(0.01)
    assert readers() == []


def test_answers_of_many_at_once_do_not_mix(provider, hear):
    personas = ["faithful", "wrong-figure", "wrong-name", "declining"] * 4
    alone = {name: hear(chat(provider, name, deadline=10)).text for name in personas[:4]}
    with ThreadPoolExecutor(len(personas)) as pool:
        together = list(pool.map(lambda n: hear(chat(provider, n, deadline=20)).text, personas))
    assert together == [alone[name] for name in personas]
    assert len(set(alone.values())) == 4
