"""What a model makes up beside a true sentence: addresses, files, words in quotation marks."""

from __future__ import annotations

import pytest

from assistant.answers import Support
from assistant.citing.addresses import addresses
from assistant.citing.citations import cite
from assistant.citing.claims import Claim
from assistant.models.seam import Passage
from index import Hit

SOURCES = {
    "a.txt": "The tunnel cost 31 million euros, says www.hartau.example. Its offer was too high.",
    "b.txt": "Der Tunnel kostete 31 Millionen Euro und wurde im Mai eröffnet.",
    "folder/c.pdf": "Le tunnel est long et très cher.",
}
LANGUAGES = {"a.txt": "en", "b.txt": "de", "folder/c.pdf": "fr"}


def traced(reply: str, verdict=lambda text, quotes: Support("supported"), language="en") -> Claim:
    """The first claim of a reply, on three passages in three languages."""
    hits = [Hit(f, 0, len(t), t, 1.0, LANGUAGES[f]) for f, t in SOURCES.items()]
    shown = [Passage(number, hit) for number, hit in enumerate(hits, 1)]
    return cite(reply, shown, SOURCES.__getitem__, verdict, language=language).claims[0]


@pytest.mark.parametrize(
    "made_up",
    ["https://evil.example/?k=1", "www.evil.example", "mail@evil.example", "budget_2019.xlsx",
     "evil.com", "invented_report.pdf"],
)  # fmt: skip
def test_f05_an_address_that_no_quote_holds_is_not_supported(made_up):
    claim = traced(f"The tunnel cost 31 million euros, says {made_up} [1].")
    assert claim.support.verdict == "unsupported"
    assert claim.spans == ()
    assert claim.support.problems == (
        f"names an address or a file that is not in the source: {made_up}",
    )


@pytest.mark.parametrize(
    ("reply", "number"),
    [("The tunnel cost 31 million euros, says www.hartau.example", 1),
     ("According to c.pdf, le tunnel est long", 3),
     ("According to folder/c.pdf, le tunnel est long", 3)],
)  # fmt: skip
def test_f05_an_address_of_the_quote_and_the_name_of_a_source_are_none_made_up(reply, number):
    assert traced(f"{reply} [{number}].").support.verdict == "supported"


@pytest.mark.parametrize(
    ("language", "reason"),
    [("en", "names an address"), ("fr", "cite une adresse"), ("de", "nennt eine Adresse"),
     ("it", "cita un indirizzo")],
)  # fmt: skip
def test_f05_the_reason_is_in_the_readers_language(language, reason):
    claim = traced("31, evil.example says, million euros [1].", language=language)
    assert claim.support.problems[0].startswith(reason)


@pytest.mark.parametrize(
    "text",
    ["It cost 3.5 million, e.g. in the U.S., i.e. at 12.30 p.m.", "Ende.It was said. ASP.NET",
     "d.h. am 3. Mai, z.B. in Rom.", "1.4 km", "Node.js"],
)  # fmt: skip
def test_what_only_has_dots_is_no_address(text):
    assert addresses(text) == ()


@pytest.mark.parametrize(
    "said",
    ['The mayor called the tunnel "a gem"', 'The offer was "too low"', "Das war „ein Juwel“, the",
     "The tunnel is « superbe »"],
)  # fmt: skip
def test_f02_a_short_quotation_that_is_not_in_its_place_loses_its_marks_and_a_note_says_so(said):
    claim = traced(f"{said} [1].")
    assert not set(claim.text) & set('«»“”„"')
    assert any("lose their marks" in problem for problem in claim.support.problems)


def test_f02_a_short_quotation_of_words_that_the_source_has_not_is_not_supported():
    claim = traced('The offer was "too low" [1].')
    assert claim.support.verdict == "unsupported"


def test_f02_a_short_quotation_that_is_in_its_place_stays():
    claim = traced('The offer was "too high" [1].')
    assert claim.text == 'The offer was "too high".'
    assert claim.support == Support("supported")


def test_f02_a_short_quotation_that_is_a_translation_is_a_statement_like_any_other():
    claim = traced('The tunnel cost 31 million euros and was opened "in May" [2].')
    assert claim.support.verdict == "supported"
    assert '"' not in claim.text


def test_f04_what_the_named_source_refuses_is_not_carried_by_a_translation():
    def german_only(text, quotes):
        german = all(quote.file == "b.txt" for quote in quotes)
        return Support("supported" if german else "unsupported")

    claim = traced("The tunnel cost 31 million euros after years of delay [1].", german_only)
    assert claim.support.verdict == "unsupported"
    assert claim.spans == ()
    named = traced("The tunnel cost 31 million euros [2].", german_only)
    assert named.support.verdict == "supported"


@pytest.mark.parametrize(
    ("reply", "text"),
    [("The tunnel was opened in [1999] [1].", "The tunnel was opened in 1999."),
     ("Im Jahr zuvor, im [2021], kostete er [1].", "Im Jahr zuvor, im 2021, kostete er."),
     ("The tunnel cost [32] million euros [1].", "The tunnel cost 32 million euros."),
     ("The tunnel cost 31 million euros *[1]*.", "The tunnel cost 31 million euros."),
     ("The tunnel cost 31 million euros [1]-[2].", "The tunnel cost 31 million euros."),
     ("The tunnel cost 31 million euros [doc-1].", "The tunnel cost 31 million euros."),
     ("The tunnel cost 31 million euros [doc_1].", "The tunnel cost 31 million euros."),
     ("The tunnel cost 31 million euros [ID 1].", "The tunnel cost 31 million euros."),
     ("The tunnel cost 31 million euros (1)(2).", "The tunnel cost 31 million euros."),
     ("The tunnel cost 31 million euros（1）.", "The tunnel cost 31 million euros."),
     ("The tunnel cost 31 million euros [1，2].", "The tunnel cost 31 million euros."),
     ("\x1b[31mThe \u202etunnel\u202c cost 3\u00ad1\u200b million euros\x1b[0m [1].",
      "The tunnel cost 31 million euros.")],
)  # fmt: skip
def test_f01_numbers_of_a_sentence_stay_and_markers_leave_nothing(reply, text):
    claim = traced(reply)
    assert claim.text == text
    assert claim.spans
