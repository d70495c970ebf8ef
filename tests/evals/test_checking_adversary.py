"""The hand-written wrong statements: read whole, counted by group, never more of them supported."""

from evals.checking_adversary import TRUE, Attempt, adversary_lines, attempts, outcomes


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
    assert sum(one.supported for one in wrong) <= 0.12 * sum(one.tried for one in wrong)
    assert true.supported >= 0.88 * true.tried
