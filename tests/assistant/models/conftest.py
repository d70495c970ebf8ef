"""A request as the engine makes one, and a provider to send it to."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

import prompts
from assistant import AssistantFault, Finish, Message, Passage, Request
from evals.provider import Provider
from index import Hit

TEXTS = (
    "Bank of China vient d’annoncer 138 milliards de dollars (1 000 milliards de yuans) "
    "d’investissement sur 5 ans. L’annonce est datée du 23 janvier.",
    "Putin strebt eine stärkere Kooperation mit China an. KI könnte 2030 etwa 11,2 Billionen Rubel "
    "(rund 98 Milliarden Euro) zum Bruttoinlandsprodukt beitragen.",
    "Il Presidente russo Vladimir Putin ha ordinato al governo di sviluppare partnership con la "
    "Cina, l’1 gennaio.",
)
QUESTION = "How many billion dollars will Bank of China invest?"


def make_request(question=QUESTION, language="English", texts=TEXTS) -> Request:
    mark = prompts.new_mark()
    told = prompts.load("answer.user").fill(
        question=question, language=language, mark=mark, passages=prompts.fence(texts, mark)
    )
    hits = [Hit(f"{n}.txt", 0, len(text), text, 1.0) for n, text in enumerate(texts, 1)]
    return Request(
        question=question,
        language="en",
        passages=tuple(Passage(number, hit) for number, hit in enumerate(hits, 1)),
        messages=(
            Message("system", prompts.load("answer.system").fill()),
            Message("user", told),
        ),
    )


@dataclass(frozen=True)
class Outcome:
    text: str
    finish: Finish | None
    fault: AssistantFault | None
    seconds: float


def hear(model, request=None) -> Outcome:
    """All that a model says, and how it ended."""
    text, finish, fault = "", None, None
    start = time.monotonic()
    try:
        for piece in model.reply(request or make_request()):
            assert finish is None, "a piece came after the end"
            if isinstance(piece, Finish):
                finish = piece
            else:
                assert piece, "an empty piece"
                text += piece
    except AssistantFault as caught:
        fault = caught
    return Outcome(text, finish, fault, time.monotonic() - start)


@pytest.fixture(scope="module")
def provider():
    with Provider() as running:
        yield running


@pytest.fixture(name="hear")
def hear_() -> Callable[..., Outcome]:
    return hear


@pytest.fixture(name="make_request")
def make_request_() -> Callable[..., Request]:
    return make_request
