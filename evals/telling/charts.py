"""Small drawings for the report: intervals, a heat map, the two errors of refusal. Plain SVG."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evals.cases import LANGUAGES
from evals.statistics import Comparison, Interval

_TONES = ((0.9, "good"), (0.7, "fair"), (0.0, "bad"))


def tone(value: float | None, *, higher_is_better: bool = True) -> str:
    """Return ``good``, ``fair`` or ``bad`` for a share; ``none`` where nothing was scored."""
    if value is None:
        return "none"
    share = value if higher_is_better else 1 - value
    return next(name for least, name in _TONES if share >= least)


def interval_bar(
    interval: Interval,
    *,
    higher_is_better: bool = True,
    floor: float | None = None,
    width: int = 260,
) -> str:
    """Draw a share and its interval on a line from 0 to 100 %, with the floor as a stroke."""
    name = tone(interval.mean, higher_is_better=higher_is_better)
    ends = [width * x for x in (interval.low, interval.mean, interval.high)]
    return _band(name, ends, None if floor is None else width * floor, width, share(interval))


def _band(kind: str, ends: Sequence[float], stroke: float | None, width: int, text: str) -> str:
    """Draw a band from the first to the last of three places, and a dot at the middle one."""
    low, mean, high = ends
    line = "" if stroke is None else _line("floor", stroke, 1, stroke, 15)
    return (
        f'<svg class="{kind}" viewBox="0 0 {width} 16" width="{width}" height="16" '
        f'role="img" aria-label="{text}">'
        f'<rect class="track" x="0" y="7" width="{width}" height="2" rx="1"/>'
        f'<rect class="span" x="{low:.1f}" y="4" width="{max(2.0, high - low):.1f}" height="8" '
        f'rx="4"/><circle class="dot" cx="{mean:.1f}" cy="8" r="4.5"/>{line}</svg>'
    )


def _line(name: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="{name}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _text(x: float, y: float, text: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'


def share(interval: Interval) -> str:
    """Write a share and its interval: ``92 % (84–96)``."""
    return f"{100 * interval.mean:.0f} % ({100 * interval.low:.0f}–{100 * interval.high:.0f})"


def heat_map(
    cells: Mapping[tuple[str, str], Interval | None], written: Sequence[str] = LANGUAGES
) -> str:
    """Draw question language (down) against document language (across) as a table.

    Args:
        cells: by question language and document language.
        written: the languages that documents are written in.
    """
    head = "".join(f"<th>{name}</th>" for name in written)
    rows = [f'<table class="heat"><tr><th></th>{head}</tr>']
    for asked in LANGUAGES:
        row = "".join(_heat_cell(cells[asked, other]) for other in written)
        rows.append(f"<tr><th>{asked}</th>{row}</tr>")
    return "".join(rows) + "</table>"


_PALE, _DEEP = (229, 243, 240), (8, 84, 78)
_DARK_ENOUGH = 0.62
"""Of the way from pale to deep, from which on white is the easier ink to read."""


def _heat_cell(interval: Interval | None) -> str:
    if interval is None:
        return '<td class="empty">–</td>'
    way = interval.mean**2  # squared: what matters is how far from 100 it is
    red, green, blue = (round(a + (b - a) * way) for a, b in zip(_PALE, _DEEP, strict=True))
    ink = "#ffffff" if way >= _DARK_ENOUGH else "#12302d"
    return (
        f'<td style="background:rgb({red} {green} {blue});color:{ink}">{100 * interval.mean:.0f}'
        f"<small>n {interval.n}</small></td>"
    )


def refusal_plane(
    points: Mapping[str, tuple[Interval, Interval]], floors: Mapping[str, float], size: int = 300
) -> str:
    """Draw false answers (across) against false refusals (up) for each language.

    The lower left corner is perfect; the shaded square is what the floors accept. Someone who
    refuses everything sits at the top left, someone who answers everything at the bottom right.
    """
    pad, side = 42, size
    worst = max(rate.mean for pair in points.values() for rate in pair)
    reach = 0.5 if worst < 0.45 else 1.0
    across, up = (floors.get(name, 0.0) / reach for name in ("false_answer", "false_refusal"))
    parts = [
        f'<svg viewBox="0 0 {side + pad + 20} {side + pad + 14}" width="{side + pad + 20}" '
        'role="img" aria-label="false answers against false refusals">',
        f'<rect x="{pad}" y="{side * (1 - up):.0f}" fill="var(--tint)" '
        f'width="{side * across:.0f}" height="{side * up:.0f}"/>',
    ]
    for step in range(6):
        part, tick = step / 5, f"{100 * reach * step / 5:.0f}"
        x, y = pad + side * part, side - side * part
        parts += [_line("axis", x, 0, x, side), _line("axis", pad, y, pad + side, y)]
        parts += [_text(x, side + 16, tick), _text(pad - 8, y + 4, tick, "end")]
    for name, (answered, refused) in points.items():
        x, y = pad + side * answered.mean / reach, side - side * refused.mean / reach
        kind = tone(1 - max(answered.mean, refused.mean))
        parts.append(
            f'<g class="{kind} spot"><circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="12"/>'
        )
        parts.append(f"{_text(x, y + 4, name)}</g>")
    parts.append(_text(pad + side / 2, side + 36, "false answers, %"))
    parts.append(
        f'<text transform="translate(10 {side / 2:.0f}) rotate(-90)" text-anchor="middle">'
        "false refusals, %</text></svg>"
    )
    return "".join(parts)


def difference_bar(comparison: Comparison, reach: float, width: int = 300) -> str:
    """Draw a difference and its interval around zero; ``reach`` is the end of the line."""
    d, middle = comparison.difference, width / 2
    kind = {"better": "good", "worse": "bad", "same": "none"}.get(comparison.verdict, "fair")
    ends = [middle + middle * x / reach for x in (d.low, d.mean, d.high)]
    return _band(kind, ends, middle, width, f"{100 * d.mean:+.1f} points")
