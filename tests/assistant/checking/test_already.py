"""What is done is not still to come, in one language and across them."""

import pytest

from assistant import check

DONE = {
    "en": "The minister opened the museum.",
    "fr": "Le ministre a inauguré le musée.",
    "de": "Der Minister hat das Museum eröffnet.",
    "it": "Il ministro ha inaugurato il museo.",
}
TO_COME = {
    "en": "The minister will open the museum.",
    "fr": "Le ministre inaugurera le musée.",
    "de": "Der Minister wird das Museum eröffnen.",
    "it": "Il ministro inaugurerà il museo.",
}
OF_JOBS = {
    "en": "The bank will cut 300 jobs.",
    "fr": "La banque va supprimer 300 emplois.",
    "de": "Die Bank wird 300 Stellen streichen.",
    "it": "La banca taglierà 300 posti.",
}


@pytest.mark.parametrize("quote", DONE.values())
@pytest.mark.parametrize("claim", TO_COME.values())
def test_what_is_done_is_not_told_as_still_to_come(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "unsupported"


@pytest.mark.parametrize("quote", TO_COME.values())
@pytest.mark.parametrize("claim", TO_COME.values())
def test_what_is_to_come_on_both_sides_stays(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"


@pytest.mark.parametrize(
    ("claim", "quote"),
    [
        (OF_JOBS["en"], "The bank announced it would cut 300 jobs."),
        (OF_JOBS["en"], "The bank has announced plans to cut 300 jobs."),
        (OF_JOBS["en"], "La banque a décidé de supprimer 300 emplois."),
        (OF_JOBS["en"], "Die Bank kündigte an, 300 Stellen zu streichen."),
        (OF_JOBS["en"], "La banca ha annunciato che taglierà 300 posti."),
        (TO_COME["en"], "Der Minister eröffnet nächste Woche das Museum."),
        (TO_COME["en"], "Minister to open museum."),
        (TO_COME["it"], "The minister opens the museum tomorrow."),
        (TO_COME["en"], "Der Minister will das Museum eröffnen."),
        (
            "By May the bank will have cut 300 jobs.",
            "By May the bank will have cut 300 jobs.",
        ),
    ],
)
def test_a_plan_that_was_told_of_is_still_to_come(claim: str, quote: str) -> None:
    assert check(claim, [quote]).verdict == "supported"


def test_the_reason_says_that_it_is_done() -> None:
    told = check(OF_JOBS["de"], ["La banca ha tagliato 300 posti."], language="en")
    assert told.problems == ("says it as still to come; in the source it was done",)
