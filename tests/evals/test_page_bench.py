"""The bench of the page: what counts as answered, busy or lost, and which claims then hold."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from evals.bench.page import _measure_alone, _measure_crowd, percentile
from evals.bench.readers import FIRST, Reader, _one


def replying(events, status=200):
    """A page that answers each question with the same events."""

    def reply(request):
        if request.method == "POST":
            return httpx.Response(status, json={"event_id": "e1"})
        assert request.url.path == "/gradio_api/call/converse/e1"
        lines = "".join(f"event: generating\ndata: {json.dumps([one])}\n\n" for one in events)
        return httpx.Response(200, text=f"{lines}event: complete\ndata: null\n\n")

    return httpx.MockTransport(reply)


def asked(transport):
    async def ask():
        async with httpx.AsyncClient(transport=transport) as client:
            return await _one(client, "http://127.0.0.1:1")

    # In a thread of its own: a browser test before it leaves an event loop in this one.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(ask())).result()


@pytest.mark.parametrize(
    ("kinds", "outcome"),
    [
        (["searching", "writing", "writing", "done"], "done"),
        (["searching", "done"], "done"),
        (["writing"], "lost"),  # it began, and broke off
        (["writing", "trouble"], "lost"),
        ([], "lost"),
    ],
)
def test_an_answer_that_does_not_end_is_lost(kinds, outcome):
    fared = asked(replying([{"kind": kind} for kind in kinds]))
    assert fared.outcome == outcome
    spoken = any(kind in ("writing", "done") for kind in kinds)
    assert (0 < fared.first <= fared.whole) if spoken else fared.first == 0.0


def test_H06_a_full_queue_is_busy_and_not_lost():
    fared = asked(replying([], status=503))
    assert (fared.outcome, fared.first) == ("busy", 0.0)


@pytest.mark.parametrize(
    ("share", "value"),
    [(0.0, 1), (0.05, 1), (0.5, 10), (0.9, 18), (0.95, 19), (0.96, 20), (1.0, 20)],
)
def test_a_percentile_is_the_smallest_value_that_the_share_does_not_exceed(share, value):
    assert percentile([*range(20, 0, -1)], share) == value


def test_of_one_value_every_percentile_is_that_value():
    assert {percentile([7.0], share) for share in (0.0, 0.5, 0.95, 1.0)} == {7.0}


def crowd_of(done, busy=0, lost=0, late=0.5):
    return [
        *[Reader("done", FIRST + late, 2.0)] * done,
        *[Reader("busy", 0.0, 0.1)] * busy,
        *[Reader("lost", 0.0, 0.1)] * lost,
    ]


def held(*runs):
    lines, found = [], []
    _measure_crowd(runs, lines, found)
    return lines, {ratio.claim: ratio.holds for ratio in found}


def test_a_crowd_that_is_answered_holds_every_claim():
    lines, claims = held(crowd_of(50), crowd_of(50))
    assert lines[0].startswith("50 at once: 50 answered, 0 told it is busy, 0 lost")
    assert len(claims) == 3
    assert all(claims.values())


@pytest.mark.parametrize(
    ("runs", "failing"),
    [
        ([crowd_of(50), crowd_of(49, lost=1)], "50 readers, lost"),
        ([crowd_of(10, busy=40)], "50 readers, told it is busy"),
        ([crowd_of(0, busy=50)], "50 readers, told it is busy"),
        ([crowd_of(50, late=1.6)], "50 readers, first text p95, s"),
    ],
)
def test_one_lost_or_turned_away_or_kept_waiting_and_a_claim_fails(runs, failing):
    _, claims = held(*runs)
    assert not claims[failing]


def test_of_two_hundred_most_may_be_told_it_is_busy_but_none_may_be_lost():
    _, claims = held(crowd_of(120, busy=80))
    assert claims == {"200 readers, lost": True}
    _, claims = held(crowd_of(120, busy=79, lost=1))
    assert claims == {"200 readers, lost": False}
    _, claims = held(crowd_of(0, busy=200))
    assert claims == {"200 readers, lost": True}


def test_a_single_reader_who_got_no_answer_holds_no_claim():
    fine = [Reader("done", 0.1, 0.2)] * 3
    for first, holding in ((fine, True), ([Reader("lost", 0.0, 0.1)] * 3, False)):
        lines, found = [], []
        _measure_alone([first], lines, found)
        assert all(ratio.holds for ratio in found) is holding
