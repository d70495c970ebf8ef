"""The hand-written wrong statements: read whole, counted by group, never more of them supported."""

from itertools import chain

import pytest

from assistant import Judge, ScriptedChat
from assistant.errors import ModelUnreachable
from evals.checking.adversary import (
    HALVED,
    HALVES,
    TRUE,
    Attempt,
    adversary_lines,
    attempts,
    halved_attempts,
    halved_lines,
    outcomes,
)
from evals.checking.judged import doubted, judged_lines


def test_every_row_has_a_group_a_claim_and_quotes():
    read = attempts()
    assert len(read) > 700
    assert all(one.group and one.claim and all(one.quotes) and one.quotes for one in read)
    assert len({(one.claim, one.quotes) for one in read}) == len(read)


def test_supported_ones_are_counted_by_group():
    tried = [
        Attempt("figures", "Il ponte è lungo 12 metri.", ("Die Brücke ist 13 Meter lang.",)),
        Attempt(TRUE, "Le pont mesure 13 mètres.", ("Die Brücke ist 13 Meter lang.",)),
    ]
    found = [*outcomes(tried)]
    assert [(one.supported, one.tried) for one in found] == [(0, 1), (1, 1)]
    assert [line.split()[:4] for line in adversary_lines(found)] == [
        ["figures", "0", "of", "1"],
        ["all", "wrong", "ones", "0"],
        ["true", "1", "of", "1"],
    ]


def test_no_more_of_them_get_past_the_check_than_did():
    found = [*outcomes(attempts())]
    wrong = [one for one in found if one.group != TRUE]
    (true,) = [one for one in found if one.group == TRUE]
    assert sum(one.supported for one in wrong) <= 0.05 * sum(one.tried for one in wrong)
    assert true.supported >= 0.88 * true.tried


def test_the_halves_of_a_set_are_counted_apart():
    few = [
        Attempt("year", "It opened in 1954.", ("Il a ouvert en 1964.",), "developing"),
        Attempt(TRUE, "It opened in 1964.", ("Il a ouvert en 1964.",), "measuring"),
    ]
    told = [*halved_lines(few, "fresh")]
    heads = [line.strip() for line in told if "fresh" in line]
    assert heads == ["fresh, half for developing", "fresh, half for measuring"]
    assert any(line.split() == ["true", "1", "of", "1", "supported"] for line in told)


def test_the_fresh_ones_are_read_with_their_half():
    read = halved_attempts(HALVED["fresh"])
    assert sum(one.group != TRUE for one in read) >= 150
    assert {one.half for one in read} == set(HALVES)
    assert len({(one.claim, one.quotes) for one in read}) == len(read)


@pytest.mark.parametrize("name", [name for name in HALVED if name != "fresh"])
def test_the_halves_of_later_sets_are_alike_and_their_claims_new(name):
    read = halved_attempts(HALVED[name])
    others = [halved_attempts(path) for other, path in HALVED.items() if other != name]
    older = {one.claim for one in chain(attempts(), *others)}
    assert {one.half for one in read} == set(HALVES)
    assert len({(one.claim, one.quotes) for one in read}) == len(read)
    assert not older & {one.claim for one in read}
    groups = [{one.group for one in read if one.half == half} for half in HALVES]
    assert groups[0] == groups[1]


def test_a_judge_is_measured_on_what_the_check_supports() -> None:
    held = [Attempt("true", "It cost 12 euros.", ("They say that it cost 12 euros.",))] * 3
    judge = Judge(ScriptedChat(["1 YES", "1 NO they say so", "I wonder."]))
    told = doubted(judge, held)
    assert (told.doubted, told.unread) == (1, 1)
    assert told.note


def test_a_judge_out_of_reach_is_told_and_not_counted_as_content() -> None:
    judge = Judge(ScriptedChat([ModelUnreachable("No server there.")], name="gone"))
    lines = [*judged_lines(judge, {"first": [
        Attempt("true", "It cost 12 euros.", ("They say that it cost 12 euros.",))
    ]})]  # fmt: skip
    assert "no verdict on    1" in lines[-2]
    assert lines[-1].endswith("No server there.")
