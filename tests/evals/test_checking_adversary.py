"""The hand-written wrong statements: read whole, counted by group, never more of them supported."""

from itertools import chain

import pytest

from evals.checking.adversary import (
    FRESH,
    HALVES,
    LATER,
    TRUE,
    UNSEEN,
    Attempt,
    adversary_lines,
    attempts,
    fresh_attempts,
    fresh_lines,
    outcomes,
)


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


def test_fresh_ones_are_read_with_their_half_and_counted_apart():
    read = fresh_attempts()
    assert sum(one.group != TRUE for one in read) >= 150
    assert {one.half for one in read} == set(HALVES)
    assert len({(one.claim, one.quotes) for one in read}) == len(read)
    few = [
        Attempt("year", "It opened in 1954.", ("Il a ouvert en 1964.",), "developing"),
        Attempt(TRUE, "It opened in 1964.", ("Il a ouvert en 1964.",), "measuring"),
    ]
    heads = [line.strip() for line in fresh_lines(few) if "fresh" in line]
    assert heads == ["fresh, half for developing", "fresh, half for measuring"]
    assert any(line.split() == ["true", "1", "of", "1", "supported"] for line in fresh_lines(few))


@pytest.mark.parametrize("path", [UNSEEN, LATER], ids=["unseen", "later"])
def test_the_unseen_ones_are_new_and_their_halves_hold_the_same_groups(path):
    read = fresh_attempts(path)
    others = [fresh_attempts(other) for other in (FRESH, UNSEEN, LATER) if other != path]
    older = {one.claim for one in chain(attempts(), *others)}
    assert len({(one.claim, one.quotes) for one in read}) == len(read)
    assert not older & {one.claim for one in read}
    groups = [{one.group for one in read if one.half == half} for half in HALVES]
    assert groups[0] == groups[1]
    few = [Attempt(TRUE, "It opened in 1964.", ("Il a ouvert en 1964.",), "measuring")]
    heads = [line.strip() for line in fresh_lines(few, "unseen") if "half" in line]
    assert heads == ["unseen, half for developing", "unseen, half for measuring"]
