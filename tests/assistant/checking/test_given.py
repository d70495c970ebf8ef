"""What `check` may be given, and what it refuses in words that help."""

import datetime

import pytest

from assistant import AssistantFault, check

SAID = {
    "en": ("The tower opened on 31 December 2023.", "The tower opened yesterday."),
    "fr": ("La tour a ouvert le 31 décembre 2023.", "La tour a ouvert hier."),
    "it": ("La torre ha aperto il 31 dicembre 2023.", "La torre ha aperto ieri."),
    "de": ("Der Turm öffnete am 31. Dezember 2023.", "Der Turm öffnete gestern."),
}


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize(
    "day",
    [
        "2024-01-01",
        "2024-01-01T09:30:00Z",
        datetime.date(2024, 1, 1),
        datetime.datetime(2024, 1, 1),
    ],
)
def test_a_quote_has_its_day_as_a_date_or_as_citations_write_it(language, day):
    claim, quote = SAID[language]
    assert check(claim, [quote], quote_dates=[day]).verdict == "supported"
    assert check(claim, [quote], quote_dates=["soon"]) == check(claim, [quote])
    assert check(claim, [quote]).verdict != "supported"


@pytest.mark.parametrize("language", SAID)
def test_one_text_is_one_quote_and_any_iterable_will_do(language):
    claim, quote = SAID[language]
    assert check(claim, claim).verdict == "supported"
    assert check(claim, iter([quote, claim])).verdict == "supported"
    assert check(claim, quote) == check(claim, [quote]) == check(claim, (q for q in [quote]))


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize(
    "quotes", [None, 7, b"bytes", {"quote": "text"}, [None], ["text", b"bytes"], [["text"]]]
)
def test_what_is_no_quote_is_refused_by_name(language, quotes):
    with pytest.raises(AssistantFault, match="[Qq]uote") as refused:
        check(SAID[language][0], quotes)
    assert isinstance(refused.value, TypeError)
    assert type(quotes[-1] if isinstance(quotes, list) else quotes).__name__ in str(refused.value)


@pytest.mark.parametrize("claim", [None, 7, b"bytes", ["The tower opened."]])
@pytest.mark.parametrize("language", SAID)
def test_what_is_no_claim_is_refused_by_name(language, claim):
    with pytest.raises(AssistantFault, match=f"claim is no text: {type(claim).__name__}"):
        check(claim, [SAID[language][1]])
