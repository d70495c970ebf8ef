"""Every metric against values worked by hand, with ties, duplicates and nothing at all.

The corpus and its gold spans are at the head of small_world.py.
"""

from math import log2

import pytest
from small_world import (
    APERTO,
    BRIDGE,
    NOISE,
    OPENED,
    answer,
    case,
    cite,
    hit,
    near,
    record,
    refusal,
    span,
    unanswerable,
)

from assistant import Statement, Support
from evals.scorers.ranges import covered, merge, overlap
from evals.scorers.retrieval import ndcg

OPENED_HIT = hit("bridge.txt", 0, 26)


# --- ranges ----------------------------------------------------------------------------------


def test_ranges():
    assert overlap((0, 5), (3, 9)) == 2
    assert overlap((0, 3), (3, 9)) == 0
    assert merge([(5, 9), (0, 3), (2, 6), (4, 4)]) == [(0, 9)]
    # 3..6 and 5..8 cover 3..8 once; the target 0..6 gets 3 of it.
    assert covered((0, 6), [(3, 6), (5, 8)]) == 3
    assert covered((0, 6), []) == 0


# --- retrieval -------------------------------------------------------------------------------


def test_ndcg_by_hand():
    # Ranks 1 and 3 of 2 relevant: (1/log2 2 + 1/log2 4) / (1/log2 2 + 1/log2 3)
    #   = 1.5 / (1 + 0.6309297535714574) = 0.9197207891481876
    assert ndcg([1, 3], 2) == near(0.9197207891481876)
    assert ndcg([2], 1) == near(1 / log2(3))
    assert ndcg([11], 1) == 0.0
    # Three are relevant but only two places count: 1 / (1 + 1/log2 3).
    assert ndcg([1], 3, k=2) == near(1 / 1.6309297535714573)
    assert ndcg([], 2) == ndcg([], 0) == 0.0


def test_a_file_counts_once_at_its_first_hit(scores):
    # Hits: noise, noise, ponte, bridge. Files: noise 1, ponte 2, bridge 3; relevant are 2 and 3.
    hits = (hit("noise.txt"), hit("noise.txt", 5, 9), hit("ponte.txt"), hit("bridge.txt"))
    found = scores(case(), record(hits=hits))
    assert found["hit@1"] == 0.0
    assert found["mrr@10"] == 0.5
    assert found["recall@5"] == found["recall@10"] == 1.0
    # (1/log2 3 + 1/log2 4) / (1/log2 2 + 1/log2 3) = 1.13092975 / 1.63092975
    assert found["ndcg@10"] == near(1.1309297535714575 / 1.6309297535714573)


def test_one_of_two_alternatives_is_full_recall_but_not_full_ndcg(scores):
    found = scores(case(), record(hits=(hit("ponte.txt"),)))
    assert found["hit@1"] == found["recall@5"] == 1.0
    assert found["ndcg@10"] == near(1 / 1.6309297535714573)


def test_what_must_stand_together_is_half_found_by_half(scores):
    both = case(gold=((OPENED, APERTO),))
    found = scores(both, record(hits=(hit("bridge.txt", 0, 26),)))
    assert found["recall@5"] == found["passage@5"] == 0.5
    # The first gold span has 26 characters, the second 28: 26 / 54.
    assert found["coverage@5"] == near(26 / 54)


def test_a_passage_is_found_by_half_of_it_in_one_hit(scores):
    half = scores(case(), record(hits=(hit("bridge.txt", 0, 13),)))
    assert half["passage@5"] == 1.0
    assert half["coverage@5"] == 0.5
    # Two hits with 12 of 26 characters each: together 24, but no single one reaches 13.
    parts = scores(case(), record(hits=(hit("bridge.txt", 0, 12), hit("bridge.txt", 12, 24))))
    assert parts["passage@5"] == 0.0
    assert parts["coverage@5"] == near(24 / 26)


def test_the_sixth_hit_is_too_late_for_five(scores):
    hits = (*(hit("noise.txt", n, n + 1) for n in range(5)), hit("bridge.txt", 0, 26))
    found = scores(case(), record(hits=hits))
    assert found["passage@5"] == 0.0
    assert found["recall@5"] == 1.0  # by file, bridge is second


def test_the_sixth_document_is_too_late_for_five(scores):
    hits = (*(hit(f"other-{n}.txt") for n in range(5)), hit("bridge.txt"))
    found = scores(case(), record(hits=hits))
    assert (found["recall@5"], found["recall@10"]) == (0.0, 1.0)
    assert found["mrr@10"] == near(1 / 6)


def test_no_hit_is_0_and_no_search_is_unscored(scores):
    assert scores(case(), record(hits=()))["ndcg@10"] == 0.0
    assert scores(case(), record(hits=None, trouble="crashed"))["ndcg@10"] is None
    assert "ndcg@10" not in scores(unanswerable(), record())


def test_what_the_model_was_given_is_covered_like_what_was_found(scores):
    # Sent: 13 of the 26 gold characters of bridge.txt, none of ponte.txt.
    went = record(hits=(hit("bridge.txt", 0, 26),), sent=(hit("bridge.txt", 13, 45),))
    found = scores(case(), went)
    assert (found["coverage@5"], found["coverage_sent"]) == (1.0, near(13 / 26))
    assert scores(case(), record(sent=()))["coverage_sent"] == 0.0
    assert "coverage_sent" not in scores(case(), record())


def test_the_readers_own_language_comes_first_where_two_answer(scores):
    both = (hit("noise.txt"), hit("ponte.txt"), hit("bridge.txt"))
    assert scores(case(language="it"), record(hits=both))["own_language"] == 1.0
    assert scores(case(language="en"), record(hits=both))["own_language"] == 0.0
    assert "own_language" not in scores(case(language="de"), record(hits=both))
    assert "own_language" not in scores(case(gold=((OPENED,),)), record(hits=both))
    assert "own_language" not in scores(case(), record(hits=(hit("noise.txt"),)))


# --- citations -------------------------------------------------------------------------------


def test_an_exact_citation_of_the_gold(scores):
    found = scores(case(), record(answer()))
    assert found["validity"] == found["cites_gold"] == found["cites_gold_answered"] == 1.0
    assert found["char_precision"] == found["char_recall"] == found["char_f1"] == 1.0
    assert found["file_precision"] == found["file_recall"] == found["coverage"] == 1.0
    assert found["cited_length"] == 26


def test_characters_by_hand(scores):
    # Cited: all 45 characters of bridge.txt. Gold: its first 26. Precision 26/45, recall 1,
    # F1 = 2 * 26/45 / (1 + 26/45) = 52/71.
    everything = span("bridge.txt", BRIDGE)
    assert len(BRIDGE) == 45
    found = scores(case(), record(answer("It opened in 1931 [1].", cite("1", everything))))
    assert found["char_precision"] == found["char_precision_strict"] == near(26 / 45)
    assert found["char_recall"] == 1.0
    assert found["char_f1"] == near(52 / 71)


def test_gold_is_widened_to_the_sentence_for_precision_only(scores):
    # Gold is "1931", widened to its sentence of 26; the citation is the sentence.
    from evals.cases import Span

    narrow = Span("bridge.txt", 21, 25, "1931", (0, 26))
    found = scores(case(gold=((narrow,),)), record(answer()))
    assert found["cites_gold"] == found["char_precision"] == found["char_recall"] == 1.0
    assert found["char_precision_strict"] == near(4 / 26)


def test_the_same_place_cited_twice_counts_once(scores):
    twice = answer("It opened in 1931 [1][2].", cite("1", OPENED), cite("2", OPENED))
    found = scores(case(), record(twice))
    assert found["char_precision"] == 1.0
    assert found["cited_length"] == 26


def test_half_a_gold_span_is_met_and_less_is_not(scores):
    half, less = span("bridge.txt", BRIDGE[:13]), span("bridge.txt", BRIDGE[:12])
    assert scores(case(), record(answer("[1]", cite("1", half))))["cites_gold"] == 1.0
    assert scores(case(), record(answer("[1]", cite("1", less))))["cites_gold"] == 0.0


def test_the_wrong_file_at_the_right_place_is_wrong(scores):
    wrong = cite("1", OPENED, file="noise.txt", start=0, end=22, quote=NOISE)
    found = scores(case(), record(answer("[1]", wrong)))
    assert found["validity"] == 1.0
    assert found["cites_gold"] == found["file_precision"] == found["char_f1"] == 0.0


def test_one_right_and_one_wrong_file(scores):
    both = answer("[1][2]", cite("1", OPENED), cite("2", span("noise.txt", NOISE)))
    found = scores(case(), record(both))
    assert found["file_precision"] == 0.5
    assert found["file_recall"] == 1.0
    assert found["char_precision"] == near(26 / 48)


@pytest.mark.parametrize(
    "broken",
    [
        {"file": "gone.txt"},
        {"start": -1},
        {"end": 1000},
        {"start": 5, "end": 5, "quote": ""},
        {"quote": "The bridge opened in 1932."},
        {"line": 2},
    ],
)
def test_a_citation_that_is_not_exact_is_invalid(scores, broken):
    found = scores(case(), record(answer("It opened in 1931 [1].", cite("1", OPENED, **broken))))
    assert found["validity"] == 0.0


def test_markers_without_citation_and_double_labels_are_invalid(scores):
    assert scores(case(), record(answer("It opened in 1931 [2].")))["validity"] == 0.0
    double = answer("[1]", cite("1", OPENED), cite("1", APERTO))
    assert scores(case(), record(double))["validity"] == 0.0


def test_a_refusal_cites_nothing(scores):
    assert scores(unanswerable(), record(refusal()))["validity"] == 1.0
    assert scores(unanswerable(), record(refusal(citations=(cite("1", OPENED),))))["validity"] == 0


def test_an_answer_without_citation_has_no_precision_but_recall_0(scores):
    bare = answer("It opened in 1931.", statements=(), citations=())
    bare = answer_without_citations(bare)
    found = scores(case(), record(bare))
    assert found["cites_gold"] == found["char_recall"] == found["char_f1"] == 0.0
    assert found["char_precision"] is found["file_precision"] is found["coverage"] is None


def answer_without_citations(given):
    from dataclasses import replace

    return replace(given, citations=())


def test_a_place_that_was_not_sent_is_made_up(scores):
    went = record(answer(), sent=(hit("bridge.txt", 0, 26), hit("ponte.txt", 0, 28)))
    assert scores(case(), went)["validity"] == 1.0
    # 25 of the 26 characters cited were sent, in two pieces.
    pieces = record(answer(), sent=(hit("bridge.txt", 0, 9), hit("bridge.txt", 10, 26)))
    assert scores(case(), pieces)["validity"] == 0.0
    assert scores(case(), record(answer(), sent=(hit("ponte.txt", 0, 28),)))["validity"] == 0.0


def test_coverage_is_the_share_of_factual_statements_with_a_citation(scores):
    cited = Statement("It opened in 1931.", ("1",), Support("supported"))
    bare = Statement("People say that bridges are nice.", (), Support("unsupported"))
    lost = Statement("It cost 4 million.", ("7",), Support("unsupported"))
    hello = Statement("Well then.", (), Support("supported"))
    spoken = answer("It opened in 1931 [1].", statements=(cited, bare, lost, hello))
    found = scores(case(), record(spoken))
    assert found["coverage"] == near(1 / 3)  # "Well then." says nothing; [7] is no citation
    assert found["marked"] == 0.5
    only = answer("It opened in 1931 [1].", statements=(hello,))
    assert scores(case(), record(only))["coverage"] is None
