"""One place carries as many statements as have room in it, each held against it by itself."""

from assistant import Support
from assistant.citing.claims import Claim, without_worn
from assistant.citing.evidence import Span


def verdicts(length, statements):
    span = Span("harbour.txt", 0, length)
    claims = [
        Claim(f"Statement {n}.", " ", (span,), Support("supported")) for n in range(statements)
    ]
    return [claim.support.verdict for claim in without_worn(claims, "en")]


def test_a_short_place_carries_three_statements_and_no_fourth():
    assert verdicts(60, 5) == ["supported"] * 3 + ["unsupported"] * 2


def test_a_long_place_carries_one_for_every_sixty_characters():
    assert verdicts(300, 7) == ["supported"] * 5 + ["unsupported"] * 2


def test_what_is_too_much_says_so_and_shows_no_place():
    span = Span("harbour.txt", 0, 60)
    claims = [Claim("The pier is old.", " ", (span,), Support("supported")) for _ in range(4)]
    last = without_worn(claims, "en")[-1]
    assert last.spans == ()
    assert last.support.problems
