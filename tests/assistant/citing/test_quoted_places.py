"""What a quotation rests on: its own place, always; and no quotation that leaves a denial out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant import Support, check
from assistant.citing.citations import cite
from assistant.citing.claims import Claim
from assistant.citing.evidence import Quote
from assistant.models.seam import Passage
from index import Hit


def _traced(reply: str, language: str, *texts: str) -> Claim:
    files = {f"{i}.txt": text for i, text in enumerate(texts, start=1)}
    given = [
        Passage(i, Hit(file, 0, len(text), text, 1.0, language, file))
        for i, (file, text) in enumerate(files.items(), start=1)
    ]

    def held(claim: str, quotes: Sequence[Quote]) -> Support:
        return check(claim, [quote.text for quote in quotes], claim_language=language)

    (claim,) = cite(reply, given, files.__getitem__, held, language=language).claims
    return claim


def test_f04_the_place_of_a_quotation_stays_when_the_rest_is_found_elsewhere() -> None:
    claim = _traced(
        'The article calls it "new ferry harbour" [1].',
        "en",
        "The new ferry harbour cost 84 million euros. It opened in May.",
        "The article calls the new ferry harbour a waste.",
    )
    assert claim.spans[0].file == "1.txt"
    assert not any("the words are in the one shown" in said for said in claim.support.problems)


@pytest.mark.parametrize(
    ("language", "quotation", "source"),
    [
        ("en", "Brandt … attend the ceremony", "Brandt refused to attend the ceremony."),
        ("en", "Brandt […] signed the treaty", "Brandt never signed the treaty."),
        ("fr", "Brandt a […] signer le traité", "Brandt a refusé de signer le traité."),
        ("de", "Brandt hat den Vertrag […] unterzeichnet",
         "Brandt hat den Vertrag nicht unterzeichnet."),
        ("it", "Brandt ha […] firmare il trattato", "Brandt ha rifiutato di firmare il trattato."),
    ],
)  # fmt: skip
def test_f02_a_denial_left_out_makes_it_no_quotation(
    language: str, quotation: str, source: str
) -> None:
    claim = _traced(f"“{quotation}” [1].", language, source)
    assert claim.support.verdict != "supported"
    assert "“" not in claim.text


def test_f02_an_ellipsis_over_other_words_stays_a_quotation() -> None:
    claim = _traced(
        "“Brandt attended […] in Bonn” [1].", "en", "Brandt attended the ceremony in Bonn."
    )
    assert claim.support.verdict == "supported"
    assert "“Brandt attended […] in Bonn”" in claim.text


def test_f04_a_passage_that_says_nothing_of_a_quotation_is_not_cited_beside_it() -> None:
    claim = _traced(
        '"The harbour cost 84 million euros" [1], the paper says [2].',
        "en",
        "The harbour cost 84 million euros. It opened in May.",
        "The paper says that cats are fine animals.",
    )
    assert [span.file for span in claim.spans] == ["1.txt"]
