"""The result of a run as one HTML page: no script, nothing loaded from elsewhere, fit to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from evals.gate import Gate, floors_of
from evals.results import Results
from evals.scorers import METRICS
from evals.statistics import Comparison, Verdict, holm

from .charts import difference_bar, interval_bar, tone
from .page_cases import case_list
from .page_changes import Scores, change_list
from .page_figures import figures

_STYLE = Path(__file__).resolve().parent / "page.css"

_CARDS = (
    ("cites_gold", "of answerable questions get the right place cited"),
    ("vital", "of what a right answer must say is said"),
    ("validity", "of answers have exact citations only"),
    ("false_answer", "of unanswerable questions are answered all the same"),
    ("false_refusal", "of answerable questions are declined"),
    ("passage@5", "of the right passages are in the first five hits"),
)


_TONES: dict[Verdict, str] = {
    "better": "good", "worse": "bad", "cannot tell": "fair", "same": "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Before:
    """What a run is held against on the page."""

    name: str
    """Such as ``the baseline``, or another run's file."""
    scores: Scores
    comparisons: Mapping[str, Comparison]


@dataclass(frozen=True, slots=True)
class Part:
    """The run over one corpus, as the page tells it."""

    results: Results
    gate: Gate | None = None
    """The verdict on it, where one was asked for."""
    before: Before | None = None
    """An earlier run, where there is one to compare with."""


def html_report(parts: Sequence[Part]) -> str:
    """Write the page about the runs over one corpus or several."""
    body = [*_head(parts), *_cards(parts)]
    if len(parts) > 1:
        body += _contents(parts)
    for place, part in enumerate(parts):
        body += _part(part, first=place == 0, alone=len(parts) == 1)
    body += case_list([part.results for part in parts])
    body += _foot(parts)
    title = "Attesto on " + " and ".join(escape(p.results.header.corpus) for p in parts)
    text = "\n".join(body)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE.read_text('utf-8')}</style>\n</head>\n"
        f"<body>\n<main>\n{text}\n</main>\n</body>\n</html>\n"
    )


def _head(parts: Sequence[Part]) -> Iterator[str]:
    cases = [result.case for part in parts for result in part.results.results]
    answerable = sum(case.answerable for case in cases)
    names = " and ".join(f"<b>{escape(part.results.header.corpus)}</b>" for part in parts)
    models = ", ".join(sorted({part.results.header.model for part in parts}))
    yield f"<header><h1>How well does it answer?</h1><p class='lead'>{len(cases)} questions about "
    yield f"{names}, {answerable} with an answer in the documents and {len(cases) - answerable} "
    yield f"without one, put to the model <b>{escape(models)}</b>. Every figure comes with its "
    yield "95 % interval.</p>"
    for part in parts:
        yield from _verdict(part, alone=len(parts) == 1)
    yield "</header>"


def _verdict(part: Part, *, alone: bool) -> Iterator[str]:
    if part.gate is None:
        return
    verdict = part.gate.verdict
    text = "passes the gate" if verdict == "pass" else verdict
    name = "Gate" if alone else escape(part.results.header.corpus)
    yield f"<span class='verdict {verdict.split()[0]}'>{name}: {text}</span>"
    if part.gate.reasons:
        items = "".join(f"<li>{escape(reason)}</li>" for reason in part.gate.reasons)
        yield f"<ul class='reasons'>{items}</ul>"


def _contents(parts: Sequence[Part]) -> Iterator[str]:
    yield "<nav>"
    for part in parts:
        name = escape(part.results.header.corpus)
        yield f"<a href='#of-{name}'>{name}</a>"
    yield "<a href='#questions'>every question</a></nav>"


def _part(part: Part, *, first: bool, alone: bool) -> Iterator[str]:
    results = part.results
    name = escape(results.header.corpus)
    yield f"<article id='of-{name}'>"
    if not alone:
        answerable = sum(result.case.answerable for result in results.results)
        yield f"<h2 class='corpus'>{name}</h2><p class='lead'>{len(results.results)} questions, "
        yield f"{answerable} of them with an answer.</p>"
    yield from figures(results, explained=first)
    if part.before and part.before.comparisons:
        yield from _difference(results, part.before, explained=first)
    yield "</article>"


def _cards(parts: Sequence[Part]) -> Iterator[str]:
    yield "<section class='cards'>"
    for name, words in _CARDS:
        rows = [row for part in parts if (row := _card_row(part.results, name, len(parts) > 1))]
        if rows:
            yield f"<div class='card'><div class='label'>{words}</div>{''.join(rows)}</div>"
    yield "</section>"


def _card_row(results: Results, name: str, named: bool) -> str:
    """Write one corpus's figure on a card; nothing where it has none."""
    interval = results.interval(name)
    if interval is None:
        return ""
    up = METRICS[name].higher_is_better
    floor = 1.0 if name == "validity" else floors_of(results).get(name)
    kind = tone(interval.mean, higher_is_better=up)
    side = "least" if up else "most"
    limit = f" · at {side} {100 * floor:.0f} %" if floor is not None else ""
    corpus = f"<span class='of'>{escape(results.header.corpus)}</span>" if named else ""
    return (
        f"<div class='row'><div class='number {kind}'>{100 * interval.mean:.0f}<small>%</small>"
        f"{corpus}</div>{interval_bar(interval, higher_is_better=up, floor=floor)}"
        f"<div class='small'>{100 * interval.low:.0f}–{100 * interval.high:.0f} % · "
        f"n {interval.n}{limit}</div></div>"
    )


def _difference(results: Results, before: Before, *, explained: bool) -> Iterator[str]:
    yield f"<section><h3 class='title'>Against {escape(before.name)}</h3>"
    if explained:
        yield "<p class='lead'>Question by question, so that only what changed counts. Right of "
        yield "the line is better; p is corrected for looking at six measures.</p>"
    yield "<div class='panel'><table class='differences'>"
    heads = "".join(f"<th>{name}</th>" for name in ("won", "lost", "same", "n", "p"))
    yield f"<tr><th></th><th>difference, points</th><th></th>{heads}<th>verdict</th></tr>"
    reach = _reach(before.comparisons)
    corrected = holm({name: c.p_value for name, c in before.comparisons.items()})
    for name, c in before.comparisons.items():
        yield (
            f"<tr><td>{escape(METRICS[name].title)}</td><td>{difference_bar(c, reach)}</td>"
            f"<td class='n'>{100 * c.difference.mean:+.1f}</td><td>{c.wins}</td>"
            f"<td>{c.losses}</td><td>{c.ties}</td><td>{c.difference.n}</td>"
            f"<td>{corrected[name]:.3f}</td><td class='{_TONES[c.verdict]}'>{c.verdict}</td></tr>"
        )
    yield "</table>"
    yield from change_list(results, before.scores)
    yield "</div></section>"


def _reach(comparisons: Mapping[str, Comparison]) -> float:
    """Return the end of the axis: the widest interval, and at least five points."""
    ends = [abs(x) for c in comparisons.values() for x in (c.difference.low, c.difference.high)]
    return max(0.05, *ends)


def _foot(parts: Sequence[Part]) -> Iterator[str]:
    yield "<footer>"
    for header in (part.results.header for part in parts):
        yield (
            f"{escape(header.corpus)}: questions {header.questions_digest[:16]}, documents "
            f"{header.corpus_digest[:16]}.<br>"
        )
    yield "Intervals: Wilson for shares of questions, a cluster bootstrap otherwise; questions "
    yield "about one fact are one cluster.</footer>"
