"""The figures of one run on the page: by language, across languages, refusals, traps, outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from evals.cases import LANGUAGES
from evals.gate import floors_of
from evals.results import ALL, Results
from evals.scorers import METRICS
from evals.statistics import Interval

from .calibration import area_under_curve, best_scores, score_strips
from .charts import heat_map, interval_bar, refusal_plane, share, tone

_ROWS = {
    "Search": ("recall@5", "passage@5", "ndcg@10", "mrr@10", "coverage_sent"),
    "Answers": ("cites_gold", "vital", "nuggets", "wrong_fact", "language", "language_sentences"),
    "Citations": (
        "validity", "file_precision", "char_precision", "char_recall", "coverage",
        "figure_recall", "name_recall",
    ),
    "Refusal": ("false_answer", "false_refusal"),
}  # fmt: skip


def figures(results: Results, *, explained: bool) -> Iterator[str]:
    """Write the figures of a run.

    Args:
        results: the judged run.
        explained: say below each title how to read what follows.
    """
    for title, lead, section in _SECTIONS:
        body = list(section(results))
        if body:
            told = f"<p class='lead'>{lead}</p>" if explained else ""
            yield f"<section><h3 class='title'>{title}</h3>{told}"
            yield from body
            yield "</section>"


def _by_language(results: Results) -> Iterator[str]:
    yield "<div class='panel'><table class='measures'>"
    for title, names in _ROWS.items():
        rows = [row for name in names if (row := _measure(results, name))]
        if rows:
            heads = "".join(f"<th>{name}</th>" for name in (ALL, *LANGUAGES, "micro"))
            yield f"<tbody><tr class='group'><th>{title}</th>{heads}</tr>{''.join(rows)}</tbody>"
    yield "</table>"
    if same := results.consistency():
        vital = results.consistency(vital=True) or same
        yield (
            "<p class='small'>Questions asked in all four languages that found the same in each: "
            f"<b>{share(same)}</b>, n {same.n}; the same of what is vital: <b>{share(vital)}</b>."
            "</p>"
        )
    if sent := [f"{cell.mean:,.0f} {METRICS[name].unit}" for name, cell in _sent(results)]:
        yield f"<p class='small'>Sent to the model for an answer: {', '.join(sent)}.</p>"
    yield "</div>"


def _sent(results: Results) -> Iterator[tuple[str, Interval]]:
    """Yield what an answer costs on average, time left out: no two runs share it."""
    for name in ("passages", "prompt_tokens"):
        if (cell := results.interval(name)) and cell.mean:
            yield name, cell


def _measure(results: Results, name: str) -> str:
    """Write one metric's row; nothing where it was not scored."""
    cells = results.by_language(name)
    if not any(cells.values()):
        return ""
    up = METRICS[name].higher_is_better
    row = "".join(f"<td>{_small_cell(cell, up)}</td>" for cell in cells.values())
    micro = results.micro(name)
    told = f"<td class='n' title='{share(micro)}'>{100 * micro.mean:.0f}</td>" if micro else ""
    title = f"{escape(METRICS[name].title)}{'' if up else ' ↓'}"
    return f"<tr><td>{title}</td>{row}{told or '<td></td>'}</tr>"


def _small_cell(interval: Interval | None, up: bool) -> str:
    if interval is None:
        return "<span class='none'>–</span>"
    kind = tone(interval.mean, higher_is_better=up)
    bar = interval_bar(interval, higher_is_better=up, width=96)
    title = f"{share(interval)}, n {interval.n}"
    return f"<span title='{title}'><b class='{kind}'>{100 * interval.mean:.0f}</b>{bar}</span>"


def _maps(results: Results) -> Iterator[str]:
    written = [x for x in LANGUAGES if x in results.cases.corpus.languages.values()]
    yield "<div class='two'>"
    for name, title in (("passage@5", "Passages found in five hits"), ("cites_gold", "Gold cited")):
        yield f"<div class='panel'><h3>{title}, %</h3>{heat_map(results.matrix(name), written)}"
        if pair := results.crossing(name):
            cost = 100 * (pair[0].mean - pair[1].mean)
            yield (
                f"<p class='small'>Within one language {share(pair[0])}, n {pair[0].n}; across "
                f"{share(pair[1])}, n {pair[1].n}. Crossing costs <b>{cost:.1f}</b> points.</p>"
            )
        yield "</div>"
    yield "</div>"


def _refusal(results: Results) -> Iterator[str]:
    points: dict[str, tuple[Interval, Interval]] = {}
    answered, refused = (results.by_language(n) for n in ("false_answer", "false_refusal"))
    for name in LANGUAGES:
        pair = answered[name], refused[name]
        if pair[0] and pair[1]:
            points[name] = pair[0], pair[1]
    if not points:
        return
    plane = refusal_plane(points, floors_of(results), size=380)
    yield f"<div class='two'><div class='panel'><h3>Both errors at once</h3>{plane}</div>"
    yield "<div class='panel'><h3>False answers, by why there is no answer</h3><table>"
    for name, rate in results.by_reason().items():
        bar = interval_bar(rate, higher_is_better=False, width=150)
        yield _rate_row(name, bar, rate)
    yield "</table><h3 class='next'>False refusals, by type of question</h3><table>"
    for name, rate in results.by_type("false_refusal").items():
        bar = interval_bar(rate, higher_is_better=False, width=150)
        yield _rate_row(name, bar, rate)
    yield "</table></div></div>"
    yield from _strips(results)


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
    yield "<div class='panel'><table>"
    for name, rate in results.by_tag().items():
        yield _rate_row(name.replace("-", " "), interval_bar(rate, width=560), rate)
    yield "</table></div>"


def _rate_row(name: str, bar: str, rate: Interval) -> str:
    return (
        f"<tr><td>{escape(name.replace('_', ' '))}</td><td>{bar}</td>"
        f"<td class='n'>{100 * rate.mean:.0f} % <span class='small'>of {rate.n}</span></td></tr>"
    )


def _outcomes(results: Results) -> Iterator[str]:
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
    yield "</div>"


_SECTIONS: tuple[tuple[str, str, Callable[[Results], Iterator[str]]], ...] = (
    (
        "Four languages, one measure",
        "By the language of the question, averaged over questions; in the last column over all "
        "that is counted. The dot is the mean, the band its interval; lower is better where "
        "marked ↓. Hover over a band for its figures.",
        _by_language,
    ),
    (
        "Across languages",
        "Question language down, language of a document that answers across. The diagonal stays "
        "within one language; everything else has to cross.",
        _maps,
    ),
    (
        "Knowing when to say no",
        "Whoever refuses everything makes no false answer. The tinted corner is what the floors "
        "accept.",
        _refusal,
    ),
    (
        "Traps",
        "Questions with something in the documents to stumble over. Counted when nothing went "
        "wrong: the right words from the right place, or a refusal where there is no answer.",
        _traps,
    ),
    (
        "How the questions ended",
        "Five outcomes that are never added up: a crash or an unreadable reply is not a wrong "
        "answer, and never a zero.",
        _outcomes,
    ),
)
