"""A German compound is cut where the documents have its parts, and nothing else decides."""

import sqlite3

import pytest

from index.lexical import LexicalIndex, create_tables

HOUSE = [
    "Die Pflicht zur Versicherung gilt für alle Rentner.",
    "Die Bank hebt den Zins an: Sie ist die wichtigste Zentrale.",
    "Das Gericht hat im Bund über die Verfassung geurteilt.",
    "Die Leitung der Stadt plant ein neues Rathaus.",
    "Er liegt unter dem Baum, der andere neben dem chen.",
]
CUT = [
    ("Versicherungspflicht", "versicherung pflicht"),
    ("Was gilt bei der VERSICHERUNGSPFLICHT?", "versicherung pflicht"),
    ("Versicherungspflichten", "versicherung pflichten"),
    ("Stadtleitung", "stadt leitung"),
    ("Bundesverfassungsgericht", "bund verfassung gericht"),
    ("Zentralbank", "zentral bank"),
]
WHOLE = {
    "one part is nowhere": "Rentenversicherung",
    "too short": "Bankzins",
    "a verb and its particle": "unterliegt",
    "a part only by its stem": "vorhandenen",
    "not German": "Does the Versicherungspflicht apply to the owners of houses?",
    "a figure in it": "Stadt2leitung",
}


def index_of(texts):
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(connection)
    index = LexicalIndex(connection)
    index.add([(row, text, "de") for row, text in enumerate(texts)])
    return index


@pytest.mark.parametrize(("question", "parts"), CUT, ids=[question for question, _ in CUT])
def test_a_word_is_cut_where_all_its_parts_stand(question, parts):
    assert [" ".join(found.parts) for found in index_of(HOUSE).compounds(question)] == [parts]


@pytest.mark.parametrize("question", WHOLE.values(), ids=WHOLE)
def test_other_words_stay_whole(question):
    assert index_of(HOUSE).compounds(question) == []


def test_the_parts_find_what_the_word_does_not():
    index = index_of(HOUSE)
    found = index.score("Verfassungsgericht")
    words = dict(zip(found.row_ids.tolist(), found.words.tolist(), strict=True))
    assert max(words, key=words.get) == 2
    assert words[2] > 0.5


def test_a_passage_with_the_word_itself_is_before_one_with_its_parts():
    index = index_of([*HOUSE, "Wer die Versicherungspflicht kennt, zahlt.", "Pflicht", "Pflicht"])
    assert index.compounds("Versicherungspflicht") == [], "as frequent as one of its parts"
    index.add([(20, "Versicherung", "de")])
    assert index.compounds("Versicherungspflicht")
    found = index.score("Versicherungspflicht")
    words = dict(zip(found.row_ids.tolist(), found.words.tolist(), strict=True))
    assert words[5] > words[0] > words[6] > 0


def test_what_is_taken_out_cuts_nothing_any_more():
    index = index_of(HOUSE)
    index.remove([0])
    assert index.compounds("Versicherungspflicht") == []
    index.add([(0, HOUSE[0], "de")])
    assert index.compounds("Versicherungspflicht")


@pytest.mark.parametrize("language", ["en", "fr", "it"])
def test_only_german_compounds(language):
    assert index_of(HOUSE).compounds("Versicherungspflicht", language) == []


@pytest.mark.parametrize("word", ["versicherung" * 1_500, "pflicht" * 8, "bank" * 14])
def test_a_word_of_any_length_is_looked_at_in_no_time(word):
    index = index_of(HOUSE)
    assert all(len(found.parts) <= 3 for found in index.compounds(word))
