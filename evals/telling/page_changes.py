"""What a run changed, question by question, on the page: lost ones first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from evals.results import PRIMARY, Result, Results
from evals.scorers import METRICS

Scores = Mapping[str, Mapping[str, float]]
"""By case id and metric: the earlier run."""

_YES_NO = {
    "cites_gold": ("cites the gold", "no longer cites the gold"),
    "false_answer": ("declines now", "answers now"),
    "false_refusal": ("answers now", "declines now"),
}
"""By metric that is yes or no: what a gain is called, and a loss."""
_SHORT = {"passage@5": "passages", "ndcg@10": "nDCG", "vital": "vital nuggets"}
_SAME = 5e-7
"""Baselines keep six decimals."""


@dataclass(frozen=True, slots=True)
class Change:
    """A question that scores differently than before."""

    result: Result
    won: tuple[str, ...]
    """What got better, in words."""
    lost: tuple[str, ...]


def changes(results: Results, before: Scores) -> list[Change]:
    """Return the questions whose primary scores differ, those that lost something first."""
    found = []
    for result in results.results:
        won: list[str] = []
        lost: list[str] = []
        for name, old in before.get(result.case.id, {}).items():
            new = result.value(name) if name in PRIMARY else None
            if new is None or abs(new - old) <= _SAME:
                continue
            better = (new > old) == METRICS[name].higher_is_better
            (won if better else lost).append(_words(name, old, new, better=better))
        if won or lost:
            found.append(Change(result, tuple(won), tuple(lost)))
    return sorted(found, key=lambda change: not change.lost)


def change_list(results: Results, before: Scores) -> Iterator[str]:
    """Write the questions that changed."""
    found = changes(results, before)
    if not found:
        yield "<p class='small'>No question scores differently.</p>"
        return
    worse = sum(bool(change.lost) for change in found)
    yield f"<p class='small'>{len(found)} questions score differently, {worse} of them worse in "
    yield "something.</p><table class='changes'>"
    for change in found:
        case = change.result.case
        told = [f"<span class='chip bad'>▼ {escape(words)}</span>" for words in change.lost]
        told += [f"<span class='chip good'>▲ {escape(words)}</span>" for words in change.won]
        yield (
            f"<tr><td class='tongue'>{case.language}</td><td>{escape(case.question)}</td>"
            f"<td><div class='chips'>{''.join(told)}</div></td></tr>"
        )
    yield "</table>"


def _words(name: str, old: float, new: float, *, better: bool) -> str:
    if name in _YES_NO:
        return _YES_NO[name][not better]
    short = METRICS[name].title if name not in _SHORT else _SHORT[name]
    return f"{short} {100 * old:.0f} → {100 * new:.0f}"
