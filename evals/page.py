"""The result of a run as one HTML page: no script, nothing loaded from elsewhere, fit to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from .calibration import area_under_curve, best_scores, score_strips
from .cases import LANGUAGES
from .charts import difference_bar, heat_map, interval_bar, refusal_plane, share, tone
from .gate import Gate, floors_of
from .page_cases import case_list
from .page_changes import Scores, change_list
from .results import ALL, Results
from .scorers import METRICS
from .statistics import Comparison, Interval

_STYLE = Path(__file__).resolve().parent / "page.css"

_CARDS = (
    ("cites_gold", "of answerable questions get the right place cited"),
    ("vital", "of what a right answer must say is said"),
    ("validity", "of answers have exact citations only"),
    ("false_answer", "of unanswerable questions are answered all the same"),
    ("false_refusal", "of answerable questions are declined"),
    ("passage@5", "of the right passages are in the first five hits"),
)
_ROWS = (
    "recall@5", "passage@5", "ndcg@10", "mrr@10", "cites_gold", "vital", "nuggets", "wrong_fact",
    "char_precision", "char_recall", "file_precision", "validity", "coverage", "figure_recall",
    "name_recall", "language", "language_sentences", "false_answer", "false_refusal",
)  # fmt: skip


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
    body = [*_head(parts)]
    for part in parts:
        body += _part(part, alone=len(parts) == 1)
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
    text = "Passes the gate" if verdict == "pass" else f"Gate: {verdict}"
    name = "" if alone else f"{escape(part.results.header.corpus)}: "
    yield f"<span class='verdict {verdict.split()[0]}'>{name}{text}</span>"
    if part.gate.reasons:
        items = "".join(f"<li>{escape(reason)}</li>" for reason in part.gate.reasons)
        yield f"<ul class='reasons'>{items}</ul>"


def _part(part: Part, *, alone: bool) -> Iterator[str]:
    results = part.results
    yield "<article>"
    if not alone:
        answerable = sum(result.case.answerable for result in results.results)
        yield f"<h2 class='corpus'>{escape(results.header.corpus)}</h2><p class='lead'>"
        yield f"{len(results.results)} questions, {answerable} of them with an answer.</p>"
    yield from _cards(results)
    yield from _by_language(results)
    yield from _maps(results)
    yield from _refusal(results)
    yield from _traps(results)
    yield from _outcomes(results)
    yield from _difference(results, part.before)
    yield "</article>"


def _cards(results: Results) -> Iterator[str]:
    yield "<section class='cards'>"
    for name, words in _CARDS:
        interval = results.interval(name)
        if interval is None:
            continue
        up = METRICS[name].higher_is_better
        floor = 1.0 if name == "validity" else floors_of(results).get(name)
        kind = tone(interval.mean, higher_is_better=up)
        side = "least" if up else "most"
        limit = f" · at {side} {100 * floor:.0f} %" if floor is not None else ""
        yield (
            f"<div class='card'><div class='number {kind}'>{100 * interval.mean:.0f}"
            f"<small>%</small></div><div class='label'>{words}</div>"
            f"{interval_bar(interval, higher_is_better=up, floor=floor)}"
            f"<div class='small'>{100 * interval.low:.0f}–{100 * interval.high:.0f} % · "
            f"n {interval.n}{limit}</div></div>"
        )
    yield "</section>"


def _by_language(results: Results) -> Iterator[str]:
    yield "<section><h2>Four languages, one measure</h2><p class='lead'>By the language of the "
    yield "question. The dot is the mean, the band its interval; lower is better where marked ↓. "
    yield "Hover over a band for its figures.</p><div class='panel'><table><tr><th></th>"
    yield "".join(f"<th>{name}</th>" for name in (ALL, *LANGUAGES)) + "</tr>"
    for name in _ROWS:
        cells = results.by_language(name)
        if not any(cells.values()):
            continue
        up = METRICS[name].higher_is_better
        row = "".join(f"<td>{_small_cell(cell, up)}</td>" for cell in cells.values())
        yield f"<tr><td>{escape(METRICS[name].title)}{'' if up else ' ↓'}</td>{row}</tr>"
    yield "</table>"
    if same := results.consistency():
        yield "<p class='small'>Questions asked in all four languages that found the same in each: "
        yield f"<b>{share(same)}</b>, n {same.n}.</p>"
    yield "</div></section>"


def _small_cell(interval: Interval | None, up: bool) -> str:
    if interval is None:
        return "<span class='none'>–</span>"
    kind = tone(interval.mean, higher_is_better=up)
    bar = interval_bar(interval, higher_is_better=up, width=96)
    title = f"{share(interval)}, n {interval.n}"
    return f"<span title='{title}'><b class='{kind}'>{100 * interval.mean:.0f}</b>{bar}</span>"


def _maps(results: Results) -> Iterator[str]:
    yield "<section><h2>Across languages</h2><p class='lead'>Question language down, language of a "
    yield "document that answers across. The diagonal stays within one language; everything else "
    yield "has to cross.</p><div class='two'>"
    for name, title in (("passage@5", "Passages found in five hits"), ("cites_gold", "Gold cited")):
        yield f"<div class='panel'><h3>{title}, %</h3>{heat_map(results.matrix(name))}"
        if pair := results.crossing(name):
            cost = 100 * (pair[0].mean - pair[1].mean)
            yield (
                f"<p class='small'>Within one language {share(pair[0])}, n {pair[0].n}; across "
                f"{share(pair[1])}, n {pair[1].n}. Crossing costs <b>{cost:.1f}</b> points.</p>"
            )
        yield "</div>"
    yield "</div></section>"


def _refusal(results: Results) -> Iterator[str]:
    points: dict[str, tuple[Interval, Interval]] = {}
    answered, refused = (results.by_language(n) for n in ("false_answer", "false_refusal"))
    for name in LANGUAGES:
        pair = answered[name], refused[name]
        if pair[0] and pair[1]:
            points[name] = pair[0], pair[1]
    if not points:
        return
    yield "<section><h2>Knowing when to say no</h2><p class='lead'>Both errors at once: whoever "
    yield "refuses everything makes no false answer. The tinted corner is what the floors accept."
    plane = refusal_plane(points, floors_of(results), size=380)
    yield f"</p><div class='two'><div class='panel'>{plane}</div>"
    yield "<div class='panel'><h3>False answers, by why there is no answer</h3><table>"
    for name, rate in results.by_reason().items():
        bar = interval_bar(rate, higher_is_better=False, width=150)
        yield _rate_row(name, bar, rate)
    yield "</table><h3 style='margin-top:22px'>False refusals, by type of question</h3><table>"
    for name, rate in results.by_type("false_refusal").items():
        bar = interval_bar(rate, higher_is_better=False, width=150)
        yield _rate_row(name, bar, rate)
    yield "</table></div></div>"
    yield from _strips(results)
    yield "</section>"


def _strips(results: Results) -> Iterator[str]:
    kinds = (
        [score for score, _ in best_scores(results, answerable)] for answerable in (True, False)
    )
    area = area_under_curve(*kinds)
    if area is None:
        return
    yield "<div class='panel strips'><h3>Could the search score tell?</h3>"
    yield score_strips(results)
    yield "<p class='small'>A dot a question, filled where it was answered; <b class='good'>green"
    yield "</b> where that was right. A question with an answer finds a better hit than one without"
    yield f" in <b>{100 * area:.0f} %</b> of all pairs; 50 % would be chance.</p></div>"


def _traps(results: Results) -> Iterator[str]:
    traps = results.by_tag()
    if not traps:
        return
    yield "<section><h2>Traps</h2><p class='lead'>Questions with something in the documents to "
    yield "stumble over. Counted when nothing went wrong: the right words from the right place, or "
    yield "a refusal where there is no answer.</p><div class='panel'><table>"
    for name, rate in traps.items():
        yield _rate_row(name.replace("-", " "), interval_bar(rate, width=560), rate)
    yield "</table></div></section>"


def _rate_row(name: str, bar: str, rate: Interval) -> str:
    return (
        f"<tr><td>{escape(name.replace('_', ' '))}</td><td>{bar}</td>"
        f"<td class='n'>{100 * rate.mean:.0f} % <span class='small'>of {rate.n}</span></td></tr>"
    )


def _outcomes(results: Results) -> Iterator[str]:
    yield "<section><h2>How the questions ended</h2><p class='lead'>Five outcomes that are never "
    yield "added up: a crash or an unreadable reply is not a wrong answer, and never a zero.</p>"
    yield "<div class='panel'>"
    for answerable, title in ((True, "With an answer"), (False, "Without one")):
        counts = {k: v for k, v in results.outcomes(answerable).items() if v}
        # Declining is right where there is no answer, and a loss where there is one.
        names = {"declined": "lost" if answerable else "held"}
        yield f"<h3>{title}</h3><div class='bar'>"
        for name, count in counts.items():
            yield f"<span class='{names.get(name, name)}' style='flex:{count}'>{count}</span>"
        yield "</div><div class='legend'>"
        for name, count in counts.items():
            yield f"<span><i class='{names.get(name, name)}'></i>{name} {count}</span>"
        yield "</div>"
    yield "</div></section>"


def _difference(results: Results, before: Before | None) -> Iterator[str]:
    if before is None or not before.comparisons:
        return
    yield f"<section><h2>Against {escape(before.name)}</h2><p class='lead'>Question by question, "
    yield "so that only what changed counts. Right of the line is better.</p>"
    yield "<div class='panel'><table class='differences'>"
    yield "<tr><th></th><th>difference</th><th></th><th>won</th><th>lost</th><th>verdict</th></tr>"
    reach = _reach(before.comparisons)
    for name, c in before.comparisons.items():
        yield (
            f"<tr><td>{escape(METRICS[name].title)}</td><td>{difference_bar(c, reach)}</td>"
            f"<td class='n'>{100 * c.difference.mean:+.1f}</td><td>{c.wins}</td>"
            f"<td>{c.losses}</td><td>{c.verdict}</td></tr>"
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
