"""A clause about somebody of whom a quote in another language knows nothing is not carried."""

from __future__ import annotations

import pytest

from assistant import check


@pytest.mark.parametrize(
    ("language", "claim", "tongue", "quote"),
    [
        ("en", "It cost 12 million euros, and the mayor of Berlin stole half of it.", "de",
         "Der neue Fährhafen von Sandhaven kostete 12 Millionen Euro."),
        ("fr", "Il a coûté 12 millions d’euros, et le maire de Berlin en a volé la moitié.", "de",
         "Der neue Fährhafen von Sandhaven kostete 12 Millionen Euro."),
        ("de", "Er kostete 12 Millionen Euro, und der Bürgermeister von Berlin stahl die Hälfte.",
         "en", "The new ferry harbour of Sandhaven cost 12 million euros."),
        ("it", "È costato 12 milioni di euro, e il sindaco di Berlino ne ha rubato la metà.", "en",
         "The new ferry harbour of Sandhaven cost 12 million euros."),
    ],
)  # fmt: skip
def test_f02_a_clause_about_a_stranger_is_not_supported(
    language: str, claim: str, tongue: str, quote: str
) -> None:
    found = check(claim, [quote], claim_language=language, quote_languages=[tongue])
    assert found.verdict != "supported"


def test_a_clause_that_the_quote_has_is_supported_with_its_name() -> None:
    claim = "The harbour cost 12 million euros, and the mayor of Berlin opened it in May."
    quote = "Der Hafen kostete 12 Millionen Euro; den Bau eröffnete im Mai Berlins Bürgermeister."
    found = check(claim, [quote], claim_language="en", quote_languages=["de"])
    assert found.verdict == "supported"
