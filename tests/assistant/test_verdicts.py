"""A draft answer into a checked one, where the model's server did not read everything."""

from dataclasses import replace

import pytest

from assistant import Answer, Passage, Usage
from assistant.verdicts import judge
from index import Hit

TEXT = "The bridge over the river cost 12 million euros. " + "It was built of grey stone. " * 40
DRAFT = Answer("What did it cost?", "The bridge cost 12 million euros [1].", "en", False)


def judged(read: int, language: str = "en") -> Answer:
    hit = Hit("a.txt", 0, len(TEXT), TEXT, 1.0, "en")
    draft = replace(DRAFT, language=language, usage=Usage(prompt_tokens=read))
    return judge(draft, (Passage(1, hit),), lambda file: TEXT)


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
    answer = judge(draft, (Passage(1, hit),), lambda file: TEXT)
    assert answer.statements[0].support.verdict == "supported"
    assert answer.notes == ("The model answered in another language than the question's.",)
    same = judge(replace(draft, language="de"), (Passage(1, hit),), lambda file: TEXT)
    assert same.notes == ()
