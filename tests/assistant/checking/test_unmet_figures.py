"""What a quote only leaves open does not contradict: a bound that holds, a month for a day."""

from __future__ import annotations

import pytest

from assistant import check
from assistant.checking.closer.pace import another_time
from assistant.checking.closer.rules import Sentence
from assistant.checking.closer.single import another_than_both, one_for_several, several_for_one
from assistant.checking.meaning import default_meaning


@pytest.mark.parametrize(("claim", "quote", "spoken", "tongue", "verdict"), [
    ("At least 110 people came.", "125 people came.", "en", "en", "unsupported"),
    ("Au moins 110 personnes sont venues.", "Es kamen 125 Leute.", "fr", "de", "unsupported"),
    ("Mindestens 110 Menschen kamen.", "Sono arrivate 125 persone.", "de", "it", "unsupported"),
    ("Sono arrivate meno di 110 persone.", "40 people came.", "it", "en", "unsupported"),
    ("At least 110 people came.", "60 people came.", "en", "en", "contradicted"),
    ("The hall opened on 3 April.", "The hall opened in April.", "en", "en", "unsupported"),
    ("La salle a ouvert le 3 avril.", "The hall opened in April.", "fr", "en", "unsupported"),
    ("Die Halle öffnete am 3. April.", "La sala ha aperto in aprile.", "de", "it", "unsupported"),
    ("La sala ha aperto il 3 aprile.", "La salle a ouvert en avril.", "it", "fr", "unsupported"),
    ("The hall opened on 3 April.", "The hall opened on 5 April.", "en", "en", "contradicted"),
    ("The hall opened on 3 April.", "The hall opened in May.", "en", "en", "contradicted"),
])  # fmt: skip
def test_what_is_left_open_is_not_contradicted(
    claim: str, quote: str, spoken: str, tongue: str, verdict: str
) -> None:
    found = check(claim, [quote], claim_language=spoken, quote_languages=[tongue])
    assert found.verdict == verdict, found.problems


@pytest.mark.parametrize(("claim", "quote", "tongue"), [
    ("One bridge was closed.", "Two bridges were closed.", "en"),
    ("One bridge was closed.", "Zwei Brücken wurden gesperrt.", "de"),
    ("Two bridges were closed.", "One bridge was closed.", "en"),
    ("Two bridges were closed.", "Un ponte è stato chiuso.", "it"),
    ("Both bridges were closed.", "Alle drei Brücken wurden gesperrt.", "de"),
    ("All three bridges were closed.", "Beide Brücken wurden gesperrt.", "de"),
])  # fmt: skip
def test_one_is_not_several(claim: str, quote: str, tongue: str) -> None:
    found = check(claim, [quote], claim_language="en", quote_languages=[tongue])
    assert found.verdict != "supported"


@pytest.mark.parametrize(("claim", "quote"), [
    ("Two bridges were closed.", "A bridge in Bern was closed, and another one in Basel."),
    ("Two bridges were closed.", "Both bridges were closed, a bridge in Bern first."),
    ("Two bridges were closed.", "A bridge was closed; the bridges are old."),
    ("One bridge was closed.", "Two bridges were damaged and one bridge was closed."),
    ("Both bridges were closed.", "Three bridges are old; the two others were closed."),
    ("One day three bridges were closed.", "Three bridges were closed in two days."),
    ("It took a week.", "It took seven days and a month of planning."),
    ("It costs 9 euros a week.", "It costs 9 euros a week, and it took a month."),
])  # fmt: skip
def test_what_the_quote_tells_otherwise_is_left_alone(claim: str, quote: str) -> None:
    said, given, meaning = Sentence(claim, "en"), [Sentence(quote, "en")], default_meaning()
    for rule in (one_for_several, several_for_one, another_than_both, another_time):
        assert rule(said, given, meaning) is None
