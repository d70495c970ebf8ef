"""The result of a run as plain text, 80 columns wide, and as JSON.

Both are the same bytes for the same answers: time is left out unless it is asked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from textwrap import shorten
from typing import Any

from evals.cases import LANGUAGES
from evals.results import ALL, Result, Results
from evals.scorers import METRICS, Score
from evals.statistics import Interval

WIDTH = 80
_TITLE = 25
_CELL = 11

_SECTIONS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Search",
        (
            ("recall@5", "recall@5, documents"),
            ("passage@5", "recall@5, passages"),
            ("coverage_sent", "gold sent to the model"),
            ("ndcg@10", "nDCG@10, documents"),
        ),
    ),
    (
        "Answers",
        (
            ("cites_gold", "cite a gold span"),
            ("vital", "say the vital nuggets"),
            ("char_precision", "cited text in gold"),
            ("wrong_fact", "misled *"),
            ("language", "in the right language"),
            ("language_sentences", "the same, by sentence"),
        ),
    ),
    ("Citations", (("validity", "exact (must be 100)"),)),
    (
        "Refusal",
        (("false_answer", "false answers *"), ("false_refusal", "false refusals *")),
    ),
)


_CROSSED = ("passage@5", "ndcg@10", "cites_gold", "vital", "char_precision", "figure_recall")
"""Told by question language and document language, in the JSON."""

_MICRO = (
    ("vital", "vital nuggets said"),
    ("file_precision", "cited documents, right"),
    ("char_precision", "cited text in gold"),
    ("char_recall", "gold text cited"),
    ("coverage", "statements with source"),
)
"""Shares of all that is counted, whichever question it belongs to."""


def text_report(results: Results, *, timing: bool = False, failures: bool = False) -> str:
    """Write the report of a run.

    Args:
        results: the judged run.
        timing: add how long answers took, which no two runs share.
        failures: add a line for each case that went wrong.
    """
    lines = [*_head(results), *_tables(results), *_by_kind(results), *_matrix(results)]
    lines += _outcomes(results)
    if timing:
        lines += _timing(results)
    if failures:
        lines += _failures(results)
    return "\n".join(lines) + "\n"


def json_report(results: Results) -> dict[str, Any]:
    """Return the report as plain JSON types, without anything that time changes."""
    metrics = {
        name: {key: asdict(cell) for key, cell in results.by_language(name).items() if cell}
        for name in METRICS
        if name != "seconds"
    }
    return {
        "run": asdict(results.header),
        "questions": len(results.results),
        "metrics": {name: cells for name, cells in metrics.items() if cells},
        "micro": {
            name: {key: asdict(cell) for key in _COLUMNS if (cell := results.micro(name, key))}
            for name in METRICS
            if results.micro(name)
        },
        "same_in_four_languages": {
            name: asdict(same)
            for name, vital in (("nuggets", False), ("vital", True))
            if (same := results.consistency(vital=vital))
        },
        "balanced_accuracy": results.balanced_accuracy(),
        "by_document_language": {name: _crossed(results, name) for name in _CROSSED},
        "crossing": {
            name: {"one_language": asdict(pair[0]), "across": asdict(pair[1])}
            for name in _CROSSED
            if (pair := results.crossing(name))
        },
        "false_answers_by_reason": {n: asdict(rate) for n, rate in results.by_reason().items()},
        "traps": {name: asdict(rate) for name, rate in results.by_tag().items()},
        "outcomes": {
            "answerable": results.outcomes(answerable=True),
            "unanswerable": results.outcomes(answerable=False),
        },
        "cases": {result.case.id: _case(result) for result in results.results},
    }


def _crossed(results: Results, metric: str) -> dict[str, Any]:
    """Return a metric by ``question language-document language``; no pair without a question."""
    cells = results.matrix(metric).items()
    return {f"{asked}-{written}": asdict(cell) for (asked, written), cell in cells if cell}


def _case(result: Result) -> dict[str, Any]:
    scores = {n: s.value for n, s in result.scores.items() if n != "seconds"}
    return {"outcome": result.outcome, "scores": scores}


def _head(results: Results) -> Iterator[str]:
    answerable = sum(result.case.answerable for result in results.results)
    rest = len(results.results) - answerable
    yield f"{results.header.corpus}: {answerable} questions with an answer, {rest} without one"
    yield f"model {results.header.model} · in %, with 95 % intervals"
    yield ""
    yield _row("", [name.center(_CELL - 2) for name in (ALL, *LANGUAGES)])


def _tables(results: Results) -> Iterator[str]:
    for title, rows in _SECTIONS:
        yield f"{title} {'─' * (WIDTH - len(title) - 3)}"
        for metric, label in rows:
            cells = results.by_language(metric)
            if any(cells.values()):
                yield _row(f"  {label}", [_cell(cell) for cell in cells.values()])
        yield _row("  n", [str(_n(results, title, name)).center(_CELL - 2) for name in _COLUMNS])
    yield _row(
        "  balanced accuracy",
        [_percent(results.balanced_accuracy(name)).center(_CELL - 2) for name in _COLUMNS],
    )
    yield f"Micro averages {'─' * (WIDTH - 17)}"
    for metric, label in _MICRO:
        shares = [results.micro(metric, name) for name in _COLUMNS]
        if any(shares):
            yield _row(f"  {label}", [_cell(share) for share in shares])
    if same := results.consistency():
        yield f"  the same nuggets in all four languages: {_line(same)} of shared questions"
    if same := results.consistency(vital=True):
        yield f"  the same vital nuggets: {_line(same)}"
    yield "  * lower is better"
    yield ""


_COLUMNS = (ALL, *LANGUAGES)


def _n(results: Results, section: str, language: str) -> str:
    """Return how many cases a section is about; refusals have two kinds."""
    kinds = {True: 0, False: 0}
    for result in results.results:
        if language in (ALL, result.case.language):
            kinds[result.case.answerable] += 1
    if section == "Refusal":
        return f"{kinds[False]}, {kinds[True]}"
    return str(sum(kinds.values()) if section == "Citations" else kinds[True])


def _by_kind(results: Results) -> Iterator[str]:
    reasons = results.by_reason()
    if reasons:
        yield "False answers by reason"
        for name, rate in reasons.items():
            yield f"  {name.replace('_', ' '):<{_TITLE}}{_line(rate)}"
        yield ""
    traps = results.by_tag()
    if traps:
        yield "Traps: questions where nothing went wrong"
        for name, rate in traps.items():
            yield f"  {name.replace('-', ' '):<{_TITLE}}{_line(rate)}"
        yield ""


def _matrix(results: Results) -> Iterator[str]:
    written = [x for x in LANGUAGES if x in results.cases.corpus.languages.values()]
    for metric, title in (("passage@5", "Passages found"), ("cites_gold", "Gold cited")):
        cells = results.matrix(metric)
        if not any(cells.values()):
            continue
        yield f"{title}: question (down) by language of a document that answers (across)"
        yield _row("", [name.center(_CELL - 2) for name in written])
        for asked in LANGUAGES:
            row = [cells[asked, other] for other in written]
            if any(row):
                yield _row(f"  {asked}", [_with_n(cell) for cell in row])
        if pair := results.crossing(metric):
            inside, across = pair
            yield f"  one language {_line(inside)}; across {_line(across)}"
            yield f"  crossing costs {100 * (inside.mean - across.mean):.1f} points"
        yield ""


def _outcomes(results: Results) -> Iterator[str]:
    yield "How the questions ended"
    for answerable, label in ((True, "with an answer"), (False, "without one")):
        counts = results.outcomes(answerable)
        ends = ", ".join(f"{count} {name}" for name, count in counts.items() if count)
        if ends:
            yield f"  {label:<{_TITLE}}{ends}"
    sent = [
        f"{cell.mean:,.0f} {METRICS[name].unit}"
        for name in ("passages", "prompt_tokens")
        if (cell := results.interval(name)) and cell.mean
    ]
    if sent:
        yield f"  {'sent for an answer':<{_TITLE}}{', '.join(sent)}"
    troubles = Counter(r.record.detail for r in results.results if r.record.trouble)
    for detail, count in troubles.most_common(5):
        yield f"  {count} × {shorten(detail, WIDTH - 10)}"


def _timing(results: Results) -> Iterator[str]:
    seconds = sorted(results.values("seconds").values())
    if seconds:
        median = seconds[len(seconds) // 2]
        slow = seconds[min(len(seconds) - 1, round(0.95 * len(seconds)))]
        yield f"  {'time for an answer':<{_TITLE}}p50 {median:.3f} s, p95 {slow:.3f} s"


def _failures(results: Results) -> Iterator[str]:
    yield ""
    yield "What went wrong"
    for result in results.results:
        case = result.case
        if not result.fine:
            note = "; ".join(
                f"{s.metric}: {s.why}"
                for s in result.scores.values()
                if s.why and s.value is not None and _is_bad(s)
            )
            yield f"  {case.id:<28} {result.outcome:<9} {note}"


def _is_bad(score: Score) -> bool:
    if score.metric in ("vital", "cites_gold", "validity"):
        return score.value != 1
    return score.metric == "wrong_fact" and score.value == 1


def _row(label: str, cells: list[str]) -> str:
    return (f"{label:<{_TITLE}}" + "".join(f"{cell:<{_CELL}}" for cell in cells)).rstrip()


def _cell(interval: Interval | None) -> str:
    """``92 84–96``: the mean, then the interval."""
    if interval is None:
        return "   ·"
    if interval.low == interval.high:
        return f"{100 * interval.mean:3.0f}"
    return f"{100 * interval.mean:3.0f} {100 * interval.low:.0f}–{100 * interval.high:.0f}"


def _with_n(interval: Interval | None) -> str:
    return "   ·" if interval is None else f"{100 * interval.mean:3.0f} /{interval.n}"


def _line(interval: Interval) -> str:
    low, high = 100 * interval.low, 100 * interval.high
    return f"{100 * interval.mean:.0f} % [{low:.0f}–{high:.0f}], n {interval.n}"


def _percent(value: float | None) -> str:
    return "·" if value is None else f"{100 * value:.0f}"
