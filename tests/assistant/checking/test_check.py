from __future__ import annotations

import datetime
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant import check
from assistant.facts import LANGUAGES
from assistant.facts.reasons import Reason, Why, tell

AGREEMENT = (
    "La Russia e la Cina hanno firmato a Mosca un accordo di cooperazione nel campo "
    "dell'intelligenza artificiale del valore di 300 milioni di euro."
)
BANK = (
    "Bank of China, une banque détenue par l’état chinois, vient d’annoncer 138 milliards de "
    "dollars (1 000 milliards de yuans) d’investissement sur 5 ans."
)
ORDER = (
    "Il Presidente russo Vladimir Putin ha ordinato al governo russo e alla banca statale "
    "Sberbank di sviluppare partnership di intelligenza artificiale con la Cina."
)


@pytest.mark.parametrize(
    ("claim", "verdict", "reason"),
    [
        ("La Russia e la Cina hanno firmato a Mosca un accordo di cooperazione.", "supported", ""),
        (
            "La Russia e la Cina hanno rifiutato di firmare un accordo di cooperazione.",
            "contradicted",
            "refused or left undone",
        ),
        (
            "Un accordo di cooperazione del valore di 900 milioni di euro.",
            "contradicted",
            "says 900 milioni di euro; the source says 300 milioni di euro",
        ),
        (
            "La Russia e la Cina hanno firmato un accordo di cooperazione militare segreta.",
            "unsupported",
            "says militare segreta; the source does not",
        ),
    ],
)
def test_invented_quotations_of_one_article(claim: str, verdict: str, reason: str) -> None:
    support = check(claim, [AGREEMENT], language="en")
    assert support.verdict == verdict
    assert reason in " ".join(support.problems)


@pytest.mark.parametrize(
    ("language", "claim"),
    [
        ("en", "Russia and China signed a cooperation agreement worth 300 million euros."),
        ("fr", "La Russie et la Chine ont signé un accord de coopération de 300 millions d’euros."),
        ("de", "Russland und China haben ein Kooperationsabkommen über 300 Millionen Euro "
               "unterzeichnet."),
        ("it", "Russia e Cina hanno firmato un accordo di cooperazione da 300 milioni di euro."),
    ],
)  # fmt: skip
def test_one_claim_in_four_languages(language: str, claim: str) -> None:
    assert check(claim, [AGREEMENT], claim_language=language).verdict == "supported"
    wrong = claim.replace("300", "900")
    assert check(wrong, [AGREEMENT], claim_language=language).verdict == "contradicted"


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Bank of China announced an investment of 138 billion dollars.", "supported"),
        ("Bank of China announced an investment of 1 trillion yuan.", "supported"),
        ("Bank of China announced an investment of 138 million dollars.", "contradicted"),
        ("Bank of China announced an investment of 138 billion euros.", "contradicted"),
        ("Die Bank of China kündigte Investitionen von 138 Milliarden Dollar an.", "supported"),
        ("Die Bank of China kündigte Investitionen von 138 Billionen Dollar an.", "contradicted"),
        ("Bank of China ha annunciato investimenti per 138 miliardi di dollari.", "supported"),
        ("Bank of China ha annunciato investimenti per 138 bilioni di dollari.", "contradicted"),
    ],
)
def test_false_friends_and_currencies(claim: str, verdict: str) -> None:
    assert check(claim, [BANK]).verdict == verdict


def test_a_reason_is_readable_in_the_language_of_the_claim() -> None:
    support = check("Bank of China announced an investment of 138 million dollars.", [BANK])
    assert support.problems[0] == (
        "says 138 million dollars; the source says 138 milliards de dollars (138 billion dollars)"
    )


@pytest.mark.parametrize(
    ("claim", "quote", "verdict"),
    [
        ("Prices rose by 2 per cent.", "Les prix ont augmenté de 2 %.", "supported"),
        ("Prices rose by 2 percentage points.", "Les prix ont augmenté de 2 %.", "contradicted"),
        ("Der Zug fährt 100 Kilometer weit.", "The train travels 62 miles.", "supported"),
        ("Der Zug fährt 160 Kilometer weit.", "The train travels 62 miles.", "contradicted"),
        ("Der Zug fährt am 5. Mai.", "The train leaves on 5 May.", "supported"),
        ("Der Zug fährt am 5. Juni.", "The train leaves on 5 May.", "contradicted"),
        ("Der Zug fährt um 17.30 Uhr.", "The train leaves at 5:30pm.", "supported"),
        ("Der Zug fährt um 17.45 Uhr.", "The train leaves at 5:30pm.", "contradicted"),
        ("Google bought Apple.", "Apple bought Google.", "contradicted"),
        ("Apple did not buy Google.", "Apple bought Google.", "contradicted"),
    ],
)
def test_one_fact_at_a_time(claim: str, quote: str, verdict: str) -> None:
    assert check(claim, [quote]).verdict == verdict


def test_a_right_conversion_says_so() -> None:
    support = check("Der Zug fährt 100 Kilometer weit.", ["The train travels 62 miles."])
    assert support.problems == ("umgerechnet: 100 Kilometer sind 62 miles in der Quelle",)


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        ("en", "says 138 million dollars; the source says 138 milliards de dollars "
               "(138 billion dollars)"),
        ("fr", "dit 138 million dollars ; la source dit 138 milliards de dollars"),
        ("de", "sagt 138 million dollars; die Quelle sagt 138 milliards de dollars "
               "(138 Milliarden Dollar)"),
        ("it", "dice 138 million dollars; la fonte dice 138 milliards de dollars "
               "(138 miliardi di dollari)"),
    ],
)  # fmt: skip
def test_reasons_are_in_the_readers_language(reader: str, reason: str) -> None:
    claim = "Bank of China announced an investment of 138 million dollars."
    assert check(claim, [BANK], language=reader).problems[0] == reason


def test_every_reason_can_be_told_in_the_four_languages() -> None:
    for why in get_args(Why):
        told = {tell(Reason(why, "A", "B", "C"), language) for language in LANGUAGES}
        assert len(told) == len(LANGUAGES)
        assert not any("{" in words for words in told)


@pytest.mark.parametrize(
    "claim",
    [
        "Putin ordered the government to develop AI partnerships with China.",
        "Poutine a ordonné au gouvernement de développer des partenariats d’IA avec la Chine.",
        "Wladimir Putin hat die Regierung angewiesen, KI-Partnerschaften mit China zu entwickeln.",
    ],
)
def test_names_across_languages(claim: str) -> None:
    assert check(claim, [ORDER]).verdict == "supported"
    for name in ("Poutine", "Putin"):
        swapped = check(claim.replace(name, "Zelensky"), [ORDER])
        assert name not in claim or swapped.verdict != "supported"


def test_a_relative_date_counts_only_with_the_day_of_the_article() -> None:
    claim, quote = "Der Präsident sprach am 22. Januar 2025.", "Le président a parlé hier."
    day = datetime.date(2025, 1, 23)
    assert check(claim, [quote]).verdict == "unsupported"
    assert check(claim, [quote], quote_dates=[day]).verdict == "supported"


def test_the_facts_of_several_quotes_count_together() -> None:
    claim = "Bank of China announced 138 billion dollars on 23 January."
    assert check(claim, [BANK]).verdict == "unsupported"
    assert check(claim, [BANK, "L’annonce est datée du 23 janvier."]).verdict == "supported"


def test_another_sentence_of_the_story_does_not_support() -> None:
    claim = "The aim is to make the country independent in science and technology."
    assert check(claim, [BANK]).verdict == "unsupported"


def test_similarity_can_be_brought_along() -> None:
    claim, quote = "Alpha beta gamma.", "Uno due tre quattro."
    assert check(claim, [quote], similarity=lambda one, other: 0.0).verdict == "unsupported"
    assert check(claim, ["Beta gamma."], similarity=lambda one, other: 0.9).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quotes"),
    [
        ("", ["x"]),
        ("…", ["x"]),
        ("Something.", []),
        ("Something.", [""]),
        ("Something.", ["\u202e\x00\u200f"]),
        ("The Bank kündigte hier 138 milliards an.", ["Oggi la Bank announces 139 Milliönchen."]),
        ("\u202eThe bank\u202c invests\x00 12 million.", ["La banque investit 13 millions."]),
        ("138", ["139"]),
        ("word " * 200_000, ["mot " * 200_000]),
        ("9" * 1_000_000, ["9,9" * 300_000]),
    ],
)
def test_bad_input_has_a_verdict_with_a_reason(claim: str, quotes: list[str]) -> None:
    support = check(claim, quotes)
    assert support.verdict != "supported"
    assert support.problems


def test_a_sentence_that_is_only_figures() -> None:
    assert check("138 000", ["138.000"], quote_languages=["de"]).verdict == "supported"
    assert check("138 000", ["139.000"], quote_languages=["de"]).problems


@settings(max_examples=60)
@given(
    st.text(max_size=200),
    st.lists(st.text(max_size=200), max_size=3),
    st.sampled_from([None, "en", "de", "fr-CH", "xx"]),
)
def test_no_input_raises_and_every_refusal_has_a_reason(
    claim: str, quotes: list[str], language: str | None
) -> None:
    support = check(claim, quotes, claim_language=language)
    assert support.verdict == "supported" or support.problems
    assert support == check(claim, quotes, claim_language=language)


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The mayor expects protests.", "The mayor does not expect protests."),
        ("Il sindaco si aspetta proteste.", "Il sindaco non si aspetta proteste."),
        ("Das Freibad öffnet diesen Sommer.", "Das Freibad am See öffnet diesen Sommer nicht."),
        ("Le maire attend des foules.", "Le maire n'attend pas de foules."),
        ("The oil festival takes place this year.", "La festa dell'olio quest'anno non si farà."),
    ],
)  # fmt: skip
def test_a_denial_of_a_short_sentence_is_not_left_out(claim, quote):
    assert check(claim, [quote]).verdict != "supported"
    assert check(quote, [claim]).verdict != "supported"
    assert check(claim, [claim]).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        ("The mayor resigned.", "The mayor resigned, not the minister."),
        ("Der Bürgermeister trat zurück.", "Der Bürgermeister trat zurück, der Minister nicht."),
    ],
)
def test_a_denial_of_something_else_is(claim, quote):
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("Tunnel.", "The tunnel cost 31 million euros."),
        ("The tunnel.", "The tunnel cost 31 million euros."),
        ("Le musée.", "Le musée est ouvert."),
        ("Der Tunnel.", "Der Tunnel kostete 31 Millionen Euro."),
        ("Il ponte.", "Il ponte è lungo."),
    ],
)
def test_a_thing_alone_is_no_statement(name, quote):
    assert check(name, [quote]).verdict == "unsupported"


@pytest.mark.parametrize(
    ("answer", "quote"),
    [
        ("Moskau.", "Die Bank hat ihren Sitz in Moskau."),
        ("Herman Gref.", "Herman Gref leads Sberbank."),
        ("In 2023.", "It was launched in 2023."),
        ("31 millions d'euros.", "Le tunnel a coûté 31 millions d'euros."),
    ],
)
def test_a_name_or_a_figure_answers_who_asked_for_one(answer, quote):
    assert check(answer, [quote]).verdict == "supported"


@pytest.mark.parametrize("claim", ["Elsa Brandt.", "a" * 2000, "x"])
@pytest.mark.parametrize(
    ("quote", "language"),
    [("The tunnel cost 31 million.", "en"), ("Der Tunnel kostete 31 Millionen.", "de")],
)
def test_reasons_for_what_is_in_no_language_are_in_that_of_the_quote(claim, quote, language):
    assert check(claim, [quote]) == check(claim, [quote], language=language)
