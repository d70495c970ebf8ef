"""Scores are those of a plain dictionary BM25 over what is there now, whatever came before."""

import sqlite3
from collections import Counter
from math import log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.bm25 import union
from index.grams import gram_hashes
from index.lexical import LexicalIndex, create_tables
from index.postings import Occurrences
from index.terms import german_stems, passage_terms, question_groups, readings

TEXTS = [
    ("The bank invests 138 billion in artificial intelligence.", "en"),
    ("La banque investit 138 milliards dans l’intelligence artificielle.", "fr"),
    ("Die Zentralbank investiert 138 Milliarden in künstliche Intelligenz.", "de"),
    ("La banca investe 138 miliardi nell’intelligenza artificiale, la banca.", "it"),
    ("Poutine parle de la Russie le 23 janvier.", "fr"),
    ("Putin speaks.", "en"),
    ("?!", "other"),
    ("Die Pflicht zur Versicherung gilt für alle.", "de"),
    ("Eine Rente ist keine Versicherung; das Bankgeheimnis ist kein Geheimnis.", "de"),
]
SMALL = ("who", "was", "über", "die", "la", "und")
"""Those of the small words that are asked below."""
COMPOUNDS = {
    "versicherungspflicht": ("versicherung", "pflicht"),
    "rentenversicherungspflicht": ("rente", "versicherung", "pflicht"),
    "bankgeheimnis": ("bank", "geheimnis"),
}
QUESTIONS = [
    "Who invests 138 billion?",
    "Was sagt Putin über die Banken?",
    "la banca",
    "?",
    "Wyoming",
    "Gilt die Versicherungspflicht?",
    "Rentenversicherungspflicht und Bankgeheimnis",
]


def fresh(rows=()):
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(connection)
    index = LexicalIndex(connection)
    if rows:
        index.add(rows)
    return index


def oracle(rows, question):
    """BM25 shares by the book; grams in more than a quarter of the rows are left out."""
    words = {row: Counter(passage_terms([text], [lang])[0]) for row, text, lang in rows}
    grams = {row: Counter(set(gram_hashes([text])[0].tolist())) for row, text, _ in rows}
    asked = [(g,) for g in dict.fromkeys(gram_hashes([question])[0].tolist())]
    first = share(words, question_groups(question), 1.0)
    second = share(grams, asked, 0.25)
    return {row: (first[row], second[row]) for row in words if first[row] or second[row]}


def cut(group, words):
    """The groups of the parts of a compound, each of which has to be in more rows than it is."""
    parts = {readings(word): parts for word, parts in COMPOUNDS.items()}.get(group, ())
    rare = all(held(words, german_stems([p])) > held(words, group) for p in parts)
    return [{*readings(part), *group} for part in parts] if rare else []


def held(rows, group):
    return sum(any(counts[t] for t in group) for counts in rows.values())


def share(rows, groups, common):
    n = len(rows)
    average = sum(sum(c.values()) for c in rows.values()) / max(n, 1)
    weighted = []
    for group in groups:
        if held(rows, group) <= common * max(n, 4):
            whole = asked_for(n, rows, group)
            own = [(part, idf(n, held(rows, part))) for part in cut(group, rows)]
            each = 0.8 * whole / max(sum(weight for _, weight in own), 1e-9)
            own = [(part, weight * min(each, 1)) for part, weight in own]
            rest = whole - sum(weight for _, weight in own)
            weighted += [(group, rest), *own]
    scores = dict.fromkeys(rows, 0.0)
    for group, weight in weighted:
        for row, counts in rows.items():
            tf = sum(counts[t] for t in group)
            norm = 1.2 * (0.25 + 0.75 * sum(counts.values()) / max(average, 1))
            scores[row] += weight * tf * 2.2 / (tf + norm)
    total = sum(weight for _, weight in weighted)
    return {row: score / (total or 1) for row, score in scores.items()}


def asked_for(n, rows, group):
    small = any(readings(word) == group for word in SMALL)
    return idf(n, held(rows, group)) * (0.3 if small else 1)


def idf(n, held):
    return log(1 + (n - held + 0.5) / (held + 0.5))


def assert_like_the_book(index, rows):
    for question in QUESTIONS:
        found, wanted = index.score(question), oracle(rows, question)
        assert found.row_ids.tolist() == sorted(wanted)
        expected = np.array([wanted[row] for row in sorted(wanted)]).reshape(-1, 2)
        np.testing.assert_allclose(found.words, expected[:, 0], rtol=1e-5, atol=1e-7)
        np.testing.assert_allclose(found.grams, expected[:, 1], rtol=1e-5, atol=1e-7)


def test_scores_are_bm25_shares():
    rows = [(10 * n + 7, text, lang) for n, (text, lang) in enumerate(TEXTS)]
    assert_like_the_book(fresh(rows), rows)


steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("add"),
            st.dictionaries(st.integers(1, 12), st.sampled_from(TEXTS), min_size=1, max_size=5),
        ),
        st.tuples(st.just("remove"), st.lists(st.integers(1, 12), max_size=4)),
        st.tuples(st.just("optimise"), st.none()),
    ),
    max_size=25,
)


@given(steps)
@settings(max_examples=150, deadline=None)
def test_no_history_can_be_seen_in_a_score(history):
    index, there = fresh(), {}
    for step, given_ in history:
        if step == "add":
            index.add([(row, text, lang) for row, (text, lang) in given_.items()])
            there |= given_
        elif step == "remove":
            index.remove(given_)
            there = {row: text for row, text in there.items() if row not in given_}
        else:
            index.optimise()
    rows = [(row, text, lang) for row, (text, lang) in sorted(there.items())]
    assert_like_the_book(index, rows)
    again = fresh(rows)
    for question in QUESTIONS:
        one, other = index.score(question), again.score(question)
        assert one.words.tobytes() == other.words.tobytes()
        assert one.grams.tobytes() == other.grams.tobytes()


def test_many_small_batches_are_merged():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(connection)
    index = LexicalIndex(connection)
    rows = [(n, f"{TEXTS[n % 6][0]} number{n}", TEXTS[n % 6][1]) for n in range(100)]
    for row in rows:
        index.add([row])
    segments = "SELECT count(*) FROM lexical_segments"
    assert connection.execute(segments).fetchone()[0] < 20
    index.optimise()
    assert connection.execute(segments).fetchone()[0] < 5
    assert_like_the_book(index, rows)


def test_an_emptied_index_keeps_nothing():
    index = fresh([(n, text, lang) for n, (text, lang) in enumerate(TEXTS)])
    index.remove(range(len(TEXTS)))
    for table in ("lexical_segments", "lexical_blocks", "lexical_directories"):
        assert index._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 0
    assert len(index.score("bank").row_ids) == 0


def test_a_rolled_back_transaction_leaves_no_trace():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    create_tables(connection)
    index = LexicalIndex(connection)
    index.add([(1, *TEXTS[0])])
    before = index.score("bank")
    connection.execute("BEGIN")
    index.add([(2, *TEXTS[1]), (1, *TEXTS[2])])
    connection.execute("ROLLBACK")
    after = index.score("bank")
    assert before.words.tolist() == after.words.tolist()
    assert after.row_ids.tolist() == [1]


def test_another_connection_sees_what_was_committed(tmp_path):
    writer, reader = (
        sqlite3.connect(tmp_path / "catalogue.sqlite", isolation_level=None) for _ in range(2)
    )
    create_tables(writer)
    LexicalIndex(writer).add([(1, *TEXTS[0])])
    looking = LexicalIndex(reader)
    assert looking.score("bank").row_ids.tolist() == [1]
    LexicalIndex(writer).remove([1])
    assert looking.score("bank").row_ids.tolist() == []


@pytest.mark.parametrize("question", ["", "?", "xyzzy", "bank " * 10_000, "1 2 3 4", "人工智能"])
def test_odd_questions_have_honest_scores(question):
    scores = fresh([(n, text, lang) for n, (text, lang) in enumerate(TEXTS)]).score(question)
    assert np.isfinite(scores.words).all()
    assert np.isfinite(scores.grams).all()
    assert len(scores.row_ids) == len(scores.words) == len(scores.grams)


def test_a_share_means_the_same_among_five_and_among_many():
    text = "Der Komet Halley kehrt 2061 zurück."
    filler = [(n, f"Satz {n} über das Wetter in Ort{n}.", "de") for n in range(2, 400)]
    question = "Wann kehrt der Komet Halley zurück?"
    few, many = (fresh([(1, text, "de"), *filler[:size]]).score(question) for size in (4, 398))
    assert few.words[0] == pytest.approx(many.words[0], abs=0.25)
    assert few.words[0] > 0.5


@pytest.mark.parametrize(
    ("question", "tells"),
    [("What is a comet?", "comet"), ("Qu'est-ce que la comète ?", "comète"),
     ("Was ist ein Komet?", "Komet"), ("Che cosa è la cometa?", "cometa")],
)  # fmt: skip
def test_small_words_weigh_little_where_they_are_rare(question, tells):
    rest = question.replace(tells, "")
    rows = [(1, tells, "other"), (2, rest, "other")]
    rows += [(n, f"Stone {n}", "other") for n in range(3, 6)]
    words = fresh(rows).score(question, None).words
    assert words[0] > words[1]


def test_frequent_words_weigh_little():
    rows = [(n, "the the the", "en") for n in range(1, 20)] + [(20, "the comet", "en")]
    scores = fresh(rows).score("the comet")
    assert scores.row_ids[np.argmax(scores.words)] == 20
    assert scores.words[-1] > 5 * scores.words[0]


@pytest.mark.parametrize(
    "rows",
    [
        [[3], range(0, 400, 2)],
        [[3, 4], range(0, 400, 2)],
        [[2, 3], [3, 9], range(0, 400, 3)],
        [range(50), range(25, 75), range(10)],
        [[399], [0]],
    ],
    ids=["few apart", "few among many", "two few among many", "as many", "one each"],
)
def test_where_any_of_several_terms_stands_their_counts_are_added_up(rows):
    parts = [Occurrences(np.array(part, np.uint16), None) for part in rows]
    parts[0] = parts[0]._replace(counts=np.full(len(parts[0].rows), 254, np.uint8))
    expected: Counter[int] = Counter()
    for part in parts:
        for row in part.rows.tolist():
            expected[row] += 1 if part.counts is None else 254
    found = union(parts)
    told = dict(zip(found.rows.tolist(), found.counts.tolist(), strict=True))
    assert len(told) == len(found.rows)
    assert told == {row: min(count, 255) for row, count in expected.items()}
