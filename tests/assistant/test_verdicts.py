"""A draft answer into a checked one, where the model's server did not read everything."""

from dataclasses import replace

import pytest

from assistant import Answer, Passage, Usage
from assistant.verdicts import settled, traced
from index import Hit

TEXT = "The bridge over the river cost 12 million euros. " + "It was built of grey stone. " * 40
DRAFT = Answer("What did it cost?", "The bridge cost 12 million euros [1].", "en", False)


def settle(draft, passages, text_of):
    return settled(draft, traced(draft, passages, text_of), passages, text_of)


def judged(read: int, language: str = "en") -> Answer:
    hit = Hit("a.txt", 0, len(TEXT), TEXT, 1.0, "en")
    draft = replace(DRAFT, language=language, usage=Usage(prompt_tokens=read))
    return settle(draft, (Passage(1, hit),), lambda file: TEXT)


@pytest.mark.parametrize("language", ["en", "fr", "de", "it"])
def test_e21_a_prompt_that_the_server_cut_is_told(language: str) -> None:
    notes = judged(64, language).notes
    assert any("64" in note for note in notes)
    assert len({judged(64, other).notes for other in ("en", language)}) == 1 + (language != "en")


@pytest.mark.parametrize("read", [0, 260, 4000])
def test_e22_a_count_that_is_missing_or_fits_is_no_news(read: int) -> None:
    assert judged(read).notes == ()


def test_f09_another_language_than_the_question_is_told() -> None:
    hit = Hit("a.txt", 0, len(TEXT), TEXT, 1.0, "en")
    text = "Die Brücke über den Fluss hat 12 Millionen Euro gekostet [1]."
    draft = replace(DRAFT, model="some-model", text=text)
    answer = settle(draft, (Passage(1, hit),), lambda file: TEXT)
    assert answer.statements[0].support.verdict == "supported"
    assert answer.notes == ("The model answered in another language than the question's.",)
    same = settle(replace(draft, language="de"), (Passage(1, hit),), lambda file: TEXT)
    assert same.notes == ()


NOT_THERE = {
    "en": "This is not in the documents.",
    "fr": "Cela ne figure pas dans les documents.",
    "de": "Das steht nicht in den Dokumenten.",
    "it": "Questo non è nei documenti.",
}


@pytest.mark.parametrize("language", NOT_THERE)
def test_f08_a_model_that_overlooks_the_passage_is_a_refusal_that_shows_what_is_near(
    language: str,
) -> None:
    hit = Hit("a.txt", 0, len(TEXT), TEXT, 1.0, "en")
    draft = replace(DRAFT, language=language, text=NOT_THERE[language], nearest=(hit,))
    answer = settle(draft, (Passage(1, hit),), lambda file: TEXT)
    assert answer.declined
    assert (answer.statements, answer.citations) == ((), ())
    assert answer.nearest == (hit,)


def test_f08_what_is_not_in_the_passage_is_not_shown_as_supported() -> None:
    hit = Hit("a.txt", 0, len(TEXT), TEXT, 1.0, "en")
    draft = replace(DRAFT, text="The architect of the bridge was Maria Keller [1].", nearest=(hit,))
    answer = settle(draft, (Passage(1, hit),), lambda file: TEXT)
    assert answer.declined
    assert "Keller" not in answer.text


@pytest.mark.parametrize(
    "text",
    [
        '{"answer": "The bridge cost 90 million euros", "sources": [1]}',
        '{"answer": "The bridge cost 90 mill',
        '{"answer": "x", "answer": "The bridge cost 90 million euros [1]."} Hope this helps!',
        '```json\n{"cost": 90000000}\n```',
    ],
)
def test_f10_json_is_a_reply_like_any_other_and_its_claims_are_checked(text: str) -> None:
    hit = Hit("a.txt", 0, len(TEXT), TEXT, 1.0, "en")
    answer = settle(replace(DRAFT, text=text), (Passage(1, hit),), lambda file: TEXT)
    assert answer.declined
    assert "90" not in answer.text


OPENED = {
    "en": ("The new bridge over the river was opened yesterday by the mayor.",
           "The new bridge over the river was opened on {day} by the mayor [1]."),
    "fr": ("Le nouveau pont sur le fleuve a été inauguré hier par le maire.",
           "Le nouveau pont sur le fleuve a été inauguré le {day} par le maire [1]."),
    "de": ("Die neue Brücke über den Fluss wurde gestern vom Bürgermeister eröffnet.",
           "Die neue Brücke über den Fluss wurde am {day} vom Bürgermeister eröffnet [1]."),
    "it": ("Il nuovo ponte sul fiume è stato inaugurato ieri dal sindaco.",
           "Il nuovo ponte sul fiume è stato inaugurato il {day} dal sindaco [1]."),
}  # fmt: skip
DAYS = {
    "en": ("13 March 2024", "12 March 2024"),
    "fr": ("13 mars 2024", "12 mars 2024"),
    "de": ("13. März 2024", "12. März 2024"),
    "it": ("13 marzo 2024", "12 marzo 2024"),
}


def opened(said: str, written: str, day: str, date: str | None) -> Answer:
    text = OPENED[written][0]
    hit = Hit("a.txt", 0, len(text), text, 1.0, written, date=date)
    draft = replace(DRAFT, language=said, text=OPENED[said][1].format(day=day))
    return settle(draft, (Passage(1, hit),), lambda file: text)


@pytest.mark.parametrize("written", OPENED)
@pytest.mark.parametrize("said", OPENED)
def test_yesterday_is_the_day_before_the_article_in_any_language(said: str, written: str) -> None:
    right, wrong = DAYS[said]
    assert not opened(said, written, right, "2024-03-14").declined
    assert opened(said, written, wrong, "2024-03-14").declined


@pytest.mark.parametrize("date", [None, "2024", "2024-03"])
@pytest.mark.parametrize("said", OPENED)
def test_without_the_day_of_the_article_yesterday_is_no_date(said: str, date: str | None) -> None:
    assert opened(said, said, DAYS[said][0], date).declined
