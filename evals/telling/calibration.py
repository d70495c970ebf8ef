"""Could the score of the best hit alone tell whether the documents answer? A strip for each kind.

Where the two strips lie over each other no threshold on the score can decide, and what the reader
adds to the search shows in the colours.
"""

from __future__ import annotations

from collections.abc import Sequence

from evals.results import Result, Results

_WIDTH, _ROW, _LEFT = 960, 64, 110


def area_under_curve(answerable: Sequence[float], rest: Sequence[float]) -> float | None:
    """Return how often an answerable question scores above one that is not; ties count half.

    ``[3, 2]`` against ``[2, 1]``: of four pairs three are won and one is tied, 3.5 / 4.
    None when either kind is missing.
    """
    if not answerable or not rest:
        return None
    won = sum((a > b) + 0.5 * (a == b) for a in answerable for b in rest)
    return won / (len(answerable) * len(rest))


def best_scores(results: Results, answerable: bool) -> list[tuple[float, Result]]:
    """Return the best hit's score of each case of a kind, with the case; low scores first."""
    found = [
        (result.record.hits[0].score, result)
        for result in results.results
        if result.case.answerable == answerable and result.record.hits
    ]
    return sorted(found, key=lambda pair: (pair[0], pair[1].case.id))


def score_strips(results: Results) -> str:
    """Draw one dot a question: its best hit's score across, filled where it was answered."""
    strips = {
        "with an answer": best_scores(results, answerable=True),
        "without one": best_scores(results, answerable=False),
    }
    scores = [score for strip in strips.values() for score, _ in strip]
    if not scores:
        return ""
    low, reach = min(scores), (max(scores) - min(scores)) or 1.0
    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {2 * _ROW + 26}" width="{_WIDTH}" role="img" '
        'aria-label="score of the best hit by kind of question">'
    ]
    for row, (name, strip) in enumerate(strips.items()):
        middle = _ROW * row + _ROW / 2
        parts.append(f'<text x="0" y="{middle + 4:.0f}">{name}</text>')
        parts.append(
            f'<line class="axis" x1="{_LEFT}" y1="{middle:.0f}" x2="{_WIDTH - 8}" '
            f'y2="{middle:.0f}"/>'
        )
        for place, (score, result) in enumerate(strip):
            x = _LEFT + 8 + (score - low) / reach * (_WIDTH - _LEFT - 24)
            # Beside each other by turns, so that equal scores do not hide each other.
            y = middle + (-18, 0, 18, -9, 9)[place % 5]
            right = result.record.declined != result.case.answerable
            fill = "none" if result.record.declined else "currentColor"
            parts.append(
                f'<circle class="{"good" if right else "bad"}" cx="{x:.1f}" cy="{y:.1f}" r="4.5" '
                f'fill="{fill}" stroke="currentColor" stroke-width="1.5"/>'
            )
    parts.append(
        f'<text x="{_LEFT}" y="{2 * _ROW + 20}">score of the best hit: lowest</text>'
        f'<text x="{_WIDTH - 8}" y="{2 * _ROW + 20}" text-anchor="end">highest</text></svg>'
    )
    return "".join(parts)
