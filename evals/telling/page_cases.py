"""Every question of a run on the page: what was answered, from where, and what went wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from assistant import Answer, Citation
from evals.cases import Case
from evals.results import Result, Results
from evals.scorers.citations import meets_gold
from evals.scorers.nuggets import found

_MARKER = re.compile(r"\[(\d+)\]")
_FILTERS = (
    ("only-all", "all"),
    ("only-bad", "went wrong"),
    ("only-none", "unanswerable"),
    ("only-en", "en"),
    ("only-fr", "fr"),
    ("only-de", "de"),
    ("only-it", "it"),
)


def case_list(runs: Sequence[Results]) -> Iterator[str]:
    """Write the list of all questions, those that went wrong first, a corpus at a time."""
    yield "<section id='questions'><h2 class='corpus'>Every question</h2><p class='lead'>What went "
    yield "wrong comes first. Open one to see the answer, its sources with the gold "
    yield "<mark>marked</mark>, and what it lacks.</p>"
    yield "<div class='filter'>"
    for place, (name, label) in enumerate(_FILTERS):
        checked = " checked" if place == 0 else ""
        yield f"<label><input type='radio' name='only' id='{name}'{checked}>{label}</label>"
    yield "</div>"
    for results in runs:
        if len(runs) > 1:
            yield f"<h3 class='title'>{escape(results.header.corpus)}</h3>"
        for result in sorted(results.results, key=lambda result: result.fine):
            yield from _case(result)
    yield "</section>"


def _case(result: Result) -> Iterator[str]:
    case, fine = result.case, result.fine
    kind = "" if case.answerable else " unanswerable"
    shown = result.outcome if fine or result.outcome != "right" else "right, not cited"
    yield (
        f"<details class='case {case.language}{kind}{' fine' if fine else ''}'><summary>"
        f"<span class='tongue'>{case.language}</span><span>{escape(case.question)}</span>"
        f"<span class='chip {'good' if fine else 'bad'}'>{shown}</span></summary>"
        "<div class='body'><dl>"
    )
    yield f"<dt>{escape(case.id)} · {case.type.replace('_', ' ')} · {escape(case.place)}</dt>"
    for role, text in case.history:
        yield f"<dd class='small'>{role}: {escape(text)}</dd>"
    yield from _answer(result)
    yield from _expected(result)
    yield from _search(result)
    yield "</dl></div></details>"


def _answer(result: Result) -> Iterator[str]:
    answer = result.record.answer
    if answer is None:
        yield f"<dt>No answer: {result.outcome}</dt><dd>{escape(result.record.detail)}</dd>"
        return
    text = _MARKER.sub(r"<sup>\1</sup>", escape(answer.text))
    yield f"<dt>{'Declined' if answer.declined else 'Answer'}</dt><dd>{text}</dd>"
    yield from _checked(answer)
    if answer.citations:
        yield "<dt>Sources</dt>"
    for citation in answer.citations:
        met = "met" if meets_gold(citation, result.case) else "missed"
        where = f"{escape(citation.file)}:{citation.line}"
        yield f"<dd><sup>{escape(citation.label)}</sup> <span class='small'>{where}</span></dd>"
        yield f"<blockquote class='{met}'>{_marked(citation, result.case)}</blockquote>"
    if score := result.scores.get("validity"):
        if score.value == 0:
            yield f"<dt>Not exact</dt><dd class='bad'>{escape(score.why)}</dd>"


def _checked(answer: Answer) -> Iterator[str]:
    """Write what our own check says of each statement; in full of those it does not support."""
    if not answer.statements or answer.declined:
        return
    doubted = [s for s in answer.statements if s.support.verdict != "supported"]
    supported = len(answer.statements) - len(doubted)
    yield f"<dt>Check</dt><dd>{supported} of {len(answer.statements)} statements supported</dd>"
    for statement in doubted:
        why = " ".join(statement.support.problems)
        yield (
            f"<dd class='small'><b class='bad'>{statement.support.verdict}</b> "
            f"{escape(statement.text)} <i>{escape(why)}</i></dd>"
        )


def _search(result: Result) -> Iterator[str]:
    """Write where the search had what answers: what it did not find, no model can say."""
    first, passages = (result.scores.get(name) for name in ("hit@1", "passage@5"))
    if first and passages and passages.value is not None:
        ranks = first.why.translate({ord("["): None, ord("]"): None})
        yield (
            f"<dt>Search</dt><dd>Right documents: {escape(ranks)}. Right passages in the first "
            f"five hits: {100 * passages.value:.0f} %.</dd>"
        )


def _marked(citation: Citation, case: Case) -> str:
    """Write a quote with the characters that lie in gold marked."""
    gold = [s for spans in case.gold for s in spans if s.file == citation.file]
    parts: list[str] = []
    for inside, run in groupby(
        enumerate(citation.quote, start=citation.start),
        key=lambda pair: any(span.start <= pair[0] < span.end for span in gold),
    ):
        text = escape("".join(char for _, char in run))
        parts.append(f"<mark>{text}</mark>" if inside else text)
    return "".join(parts)


def _expected(result: Result) -> Iterator[str]:
    case = result.case
    if not case.answerable:
        yield f"<dt>Expected</dt><dd>No answer: {(case.reason or '').replace('_', ' ')}.</dd>"
    else:
        said = found(case, result.record) or frozenset()
        items = ", ".join(
            f"<span class='{'yes' if n.id in said else 'not'}'>{escape(n.id)}</span>"
            f"{'' if n.vital else ' (welcome)'}"
            for n in case.nuggets
        )
        yield f"<dt>Expected</dt><dd>{items}</dd>"
        for spans in case.gold:
            quotes = " … ".join(escape(span.quote) for span in spans)
            files = ", ".join(sorted({escape(span.file) for span in spans}))
            yield f"<dd class='small'>{files}: “{quotes}”</dd>"
    wrong = result.scores.get("wrong_fact")
    if wrong and wrong.value:
        yield f"<dt>Misled</dt><dd class='bad'>{escape(wrong.why)}</dd>"
