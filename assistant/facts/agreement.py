"""The facts of a claim held against the facts of its quotes, each with an outcome and a reason."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from assistant.facts.figures.ages import persons
from assistant.facts.figures.currencies import says_whose
from assistant.facts.figures.parts import LASTING

from .comparing import converted, covers, rivals, same
from .facts import Fact, Language
from .reasons import Reason
from .rendering import explain
from .stated import Stated, content

_MOST_SAID, _MOST_GIVEN = 50, 200
"""Figures of a claim that are checked, and figures of quotes that are looked at for something like
one: a sentence has fewer, and a table of thousands must not make every check slow."""

_AND_A_HALF = re.compile(
    r"[ \u00a0](?:and a half|et demie?|und ein(?:en?)? halbe[snr]?|e mezz[oa])(?!\w)"
)
"""What may stand behind a unit and belongs to its figure."""
_TITLE = re.compile(r"\b[A-Z][a-z]{2}")
"""In a unit that may be part of a title: *60 Minutes*."""
_HIGHEST_SCORE = 200
_SPOKEN = ("unit", "money", "number", "percent")
"""Figures whose words may be other ones: *three in four* for *75 percent*."""

Outcome = Literal["found", "converted", "missing", "conflict", "ignored"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one fact of a claim."""

    fact: Fact
    outcome: Outcome
    reason: Reason | None = None


def is_soft(fact: Fact) -> bool:
    """Is it a figure that translators drop or turn freely: `first`, `two`, `thousands`?"""
    if fact.precision == "word" and fact.kind in ("unit", "money") and fact.unit not in LASTING:
        return False
    loose = fact.precision in ("word", "ordinal", "vague", "relative", "rank")
    return loose and (not fact.text[:1].isdigit() or fact.precision == "rank")


def without_days(
    claim: str, findings: Sequence[Finding], otherwise: Sequence[tuple[int, int]] = ()
) -> str:
    """A claim without what its quotes give in other words: *13 March* is no word added to *today*.

    That is dates, and figures in words: *more than half* beside *54 percent*, *un an et demi*
    beside *18 mois*.

    Args:
        claim: a sentence.
        findings: what became of its figures.
        otherwise: where it has other words that figures of the quotes account for.
    """
    claim = blanked(claim, otherwise)
    for finding in findings:
        if finding.outcome not in ("found", "converted"):
            continue
        fact = finding.fact
        spoken = fact.kind in _SPOKEN and not fact.text[:1].isdigit()
        if spoken or fact.kind in ("date", "points") or fact.precision == "word":
            half = _AND_A_HALF.match(claim, fact.end) if fact.kind == "unit" else None
            start, end = fact.start, half.end() if half else fact.end
            claim = f"{claim[:start]}{' ' * (end - start)}{claim[end:]}"
    return claim


def measured_alike(
    findings: Sequence[Finding], given: Sequence[tuple[Fact, Language]]
) -> list[tuple[int, int]]:
    """Where a claim has amounts that its quotes have in the same money or unit: *CHF 5 million*.

    What they are called is then no name and no word that only the claim has; nor is *percent* where
    the quotes have the sign, nor *million* where they have *1.5m*.
    """
    there: dict[tuple[str, str], list[str]] = {}
    for fact, _ in given:
        if fact.unit or fact.kind == "percent":
            there.setdefault((fact.kind, fact.unit), []).append(fact.text)
    scaled = [
        (one.fact.start, one.fact.end)
        for one in findings
        if one.outcome == "found" and one.fact.kind == "number" and one.fact.text[0].isdigit()
    ]
    return scaled + [
        (one.fact.start, one.fact.end)
        for one in findings
        if one.outcome == "found"
        and (texts := there.get((one.fact.kind, one.fact.unit)))
        and not all(says_whose(one.fact.text, text) for text in texts)
        and (one.fact.kind in ("money", "percent") or not _TITLE.search(one.fact.text))
    ]


def blanked(text: str, places: Sequence[tuple[int, int]]) -> str:
    """A text with blanks at some places."""
    for start, end in places:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def added_up(
    findings: Sequence[Finding], quotes: Sequence[tuple[str, Language]]
) -> Sequence[Finding]:
    """What was found, with a number in a word found where quotes tell so many by their ages.

    *Four teenagers* are *a 17-year-old, two 18-year-olds and a 19-year-old*.
    """
    return [
        Finding(one.fact, "found")
        if one.outcome in ("conflict", "missing")
        and one.fact.kind == "number"
        and one.fact.precision == "word"
        and any(one.fact.value == persons(*quote) for quote in quotes)
        else one
        for one in findings
    ]


def compare_facts(
    said: Sequence[Fact], given: Sequence[tuple[Fact, Language]], language: Language
) -> list[Finding]:
    """Hold each fact of a claim against those of its quotes.

    Args:
        said: the facts of the claim.
        given: the facts of all quotes, each with the language it was read in.
        language: the reader's; reasons explain foreign figures in it.
    """
    figures = [f for f in said if f.kind != "name" or f.unit == "code"]  # names: word by word
    if not figures:
        return []
    there = Stated([fact for fact, _ in given])
    findings: list[Finding] = []
    unmet: list[Fact] = []
    used: dict[int, int] = {}
    for fact in figures[:_MOST_SAID]:
        hits = [i for i in there.equal(fact)[:_MOST_GIVEN] if same(fact, given[i][0])]
        # else not to the letter: rounded, in another form, in another reading
        hits = hits or there.same(fact, _MOST_GIVEN)
        for hit in hits:
            used[hit] = used.get(hit, 0) + 1
        if not hits or _is_crowded(fact, hits, used, said):
            unmet.append(fact)
        else:
            findings.append(Finding(fact, "found"))
    findings, unmet = _without_other_scores(findings, unmet, given)
    nearest = given[:_MOST_GIVEN]
    left = [pair for i, pair in enumerate(nearest) if i not in used]
    findings += [_explain(fact, left, nearest, language) for fact in unmet]
    if len(figures) > _MOST_SAID:
        findings.append(Finding(figures[_MOST_SAID], "missing", Reason("too_many")))
    return findings


def _is_crowded(
    fact: Fact, hits: Sequence[int], used: dict[int, int], said: Sequence[Fact]
) -> bool:
    """Do more facts of the claim lean on one figure of the quotes than say the same?

    In `90-90 %` against `70-90 %` the second 90 leans on a figure that is taken already.
    """
    if len(hits) != 1 or used[hits[0]] < 2 or not content(fact) or is_soft(fact):
        return False
    return sum(1 for o in said if content(o) == content(fact) and o.kind == fact.kind) > 1


def _without_other_scores(
    findings: list[Finding], unmet: list[Fact], given: Sequence[tuple[Fact, Language]]
) -> tuple[list[Finding], list[Fact]]:
    """Part what was found from results of matches that the quotes have in another pairing.

    Both figures of `5-1` may stand somewhere in a quote that says `5-2` and `2-1`.
    """
    theirs = _scores([fact for fact, _ in given])
    if not theirs:
        return findings, unmet
    found = [finding.fact for finding in findings]
    wrong = {
        fact
        for pair, facts in _scores(found).items()
        if pair not in theirs and pair[::-1] not in theirs
        for fact in facts
    }
    kept = [finding for finding in findings if finding.fact not in wrong]
    return kept, unmet + [fact for fact in found if fact in wrong]


def _scores(facts: Sequence[Fact]) -> dict[tuple[Decimal, Decimal], tuple[Fact, Fact]]:
    """Two bare figures with a single character between them: `5-2`, `5:2`."""
    return {
        (a.value, b.value): (a, b)
        for a, b in pairwise(facts)
        if b.start - a.end == 1
        and a.value is not None and b.value is not None
        and (a.kind, a.unit, b.kind, b.unit) == ("number", "", "number", "")
        and max(a.value, b.value) < _HIGHEST_SCORE
    }  # fmt: skip


def _in_minute(fact: Fact, given: Sequence[tuple[Fact, Language]]) -> bool:
    """Does a quote give a second of this minute of a match: `27:37` for the 28th?"""
    before = (fact.value or 0) - 1
    clock = any(f.kind == "time" and f.key[:2] == f"{before:02.0f}" for f, _ in given)
    return clock or any(
        a.value == before and b.start - a.end == 1 and b.value is not None and b.value < 60
        for (a, _), (b, _) in pairwise(given)
    )


def _is_hard(fact: Fact, rival: Fact) -> bool:
    """Is a soft figure none beside this rival: said in the same way, or a half beside per cent?"""
    if fact.kind == rival.kind == "unit" and fact.unit == rival.unit:
        return not rival.text[:1].isdigit()  # every ten minutes, every twenty
    return rival.precision == fact.precision or fact.kind == rival.kind == "percent"


def _is_coarser(source: Fact, fact: Fact) -> bool:
    """Is a date of the quotes only less exact than that of the claim: *in April*, *3 April*?"""
    if fact.kind != "date" or source.kind != "date" or fact.precision not in ("day", "month"):
        return False
    return source.precision in ("day", "month") and covers(source, fact)


def _is_beyond_bound(fact: Fact, source: Fact) -> bool:
    """Does a figure of the quotes keep a bound that is far from it: *at least 100* and 480?"""
    if fact.kind != source.kind or fact.unit != source.unit or source.bound not in ("", fact.bound):
        return False
    ours, theirs = fact.value or 0, source.value or 0
    return (fact.bound == "more" and theirs > ours) or (fact.bound == "less" and theirs < ours)


def _explain(
    fact: Fact,
    left: Sequence[tuple[Fact, Language]],
    given: Sequence[tuple[Fact, Language]],
    language: Language,
) -> Finding:
    """What to say of a fact that no quote states outright: converted, rivalled, or not there."""
    direct = [p for p in left if p[0].kind == fact.kind and p[0].unit == fact.unit]
    if not direct or fact.unit == "deg":
        for source, _ in given:
            if converted(fact, source):
                return Finding(fact, "converted", Reason("converted", fact.text, source.text))
    if fact.unit == "minute" and fact.precision == "ordinal" and _in_minute(fact, given):
        return Finding(fact, "found")
    if not direct and any(same(fact, source) for source, _ in given):
        return Finding(fact, "found")  # said twice here, once there
    rival = next((pair for pair in left if rivals(fact, pair[0])), None)
    if rival is None and fact.value == 1 and not fact.unit:
        return Finding(fact, "ignored")  # articles mean one
    if is_soft(fact) and (rival is None or not _is_hard(fact, rival[0])):
        return Finding(fact, "ignored")
    if rival is None:
        return Finding(fact, "missing", Reason("missing", _as_told(fact)))
    return _rivalled(fact, *rival, language)


def _as_told(fact: Fact) -> str:
    """A figure as it is written, with the sign that stands apart from it: *minus 5 degrees*."""
    below = fact.value is not None and fact.value < 0 and fact.text[:1].isalnum()
    return f"-{fact.text}" if below else fact.text


def _rivalled(fact: Fact, source: Fact, tongue: Language, language: Language) -> Finding:
    """What to say of a fact in whose place a quote has another one: a conflict, if it excludes."""
    if _is_coarser(source, fact) or _is_beyond_bound(fact, source):
        return Finding(fact, "missing", Reason("other", _as_told(fact), _as_told(source)))
    told = explain(source, tongue, language)
    said, there = _as_told(fact), _as_told(source)
    if fact.bound != source.bound:  # the figure may be the same: more than 300, up to 300
        said, there = (f"{one.bounding} {one.text}".strip() for one in (fact, source))
    return Finding(fact, "conflict", Reason("other", said, there, told))
