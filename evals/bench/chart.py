"""How things grow with the number of chunks: one SVG of small plots, for light and dark pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import ceil, floor, log10

_WIDE, _HIGH, _HEAD, _ACROSS = 480, 280, 40, 2
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 132, 30, 40
_APART = 13
"""Between the names of two lines, which must not lie on each other."""

_STYLE = """
svg { background: #fff; color: #1b2330; font: 12px system-ui, sans-serif }
text { fill: currentColor } .quiet { fill: #5d6877 } .grid { stroke: #e4e0d8 }
.bar { stroke: #5d6877; stroke-dasharray: 2 4 }
.a { color: #0f766e } .b { color: #a16207 } .c { color: #b4233c } .d { color: #4f46e5 }
.line { fill: none; stroke: currentColor; stroke-width: 2 } .dashed { stroke-dasharray: 6 4 }
.dot { fill: currentColor }
@media (prefers-color-scheme: dark) {
svg { background: #12161d; color: #e8eaf0 } .quiet { fill: #9aa4b2 } .grid { stroke: #2b323d }
.bar { stroke: #9aa4b2 }
.a { color: #2dd4bf } .b { color: #fbbf24 } .c { color: #fb7185 } .d { color: #a5b4fc }
}
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing, at each number of chunks that it was measured at."""

    points: Sequence[tuple[float, float]]
    """Chunks, above 0, and the value; rising in chunks."""
    colour: str
    """``a`` to ``d``."""
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Plot:
    """One plot: what is shown, in which unit, and the lines by name."""

    title: str
    unit: str
    lines: Mapping[str, Line]
    least: float | None = None
    """Where an even scale begins; None: the scale is logarithmic, and values are above 0."""
    bars: Sequence[float] = ()
    """Values that something is held against."""


def growth_chart(title: str, plots: Sequence[Plot]) -> str:
    """Draw plots side by side over the number of chunks, which is on a logarithmic axis.

    Args:
        title: what is shown.
        plots: those without a line are left out.
    """
    shown = [plot for plot in plots if plot.lines]
    if not shown:
        return ""
    chunks = [x for plot in shown for line in plot.lines.values() for x, _ in line.points]
    across = _across(chunks)
    height = _HEAD + _HIGH * ceil(len(shown) / _ACROSS)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDE * _ACROSS} {height}">',
        f"<title>{escape(title)}</title><style>{_STYLE}</style>",
        f'<text x="{_LEFT}" y="26" font-size="16" font-weight="600">{escape(title)}</text>',
    ]
    for number, plot in enumerate(shown):
        down, right = divmod(number, _ACROSS)
        parts.append(f'<g transform="translate({right * _WIDE} {_HEAD + down * _HIGH})">')
        parts += _plot(plot, across)
        parts.append("</g>")
    return "\n".join([*parts, "</svg>"]) + "\n"


def _plot(plot: Plot, across: tuple[float, float]) -> list[str]:
    up, marks = _scale(plot)
    first, last = map(log10, across)

    def place(x: float, y: float) -> tuple[float, float]:
        share = (log10(x) - first) / (last - first)
        return _LEFT + share * (_WIDE - _LEFT - _RIGHT), _HIGH - _BOTTOM - up(y) * (
            _HIGH - _TOP - _BOTTOM
        )

    title = f"{plot.title}, {plot.unit}"
    parts = [f'<text x="{_LEFT}" y="18" font-weight="600">{escape(title)}</text>']
    edge = _WIDE - _RIGHT
    for power in range(ceil(first), floor(last) + 1):
        x = place(10**power, marks[0])[0]
        parts.append(_stroke("grid", x, _TOP, x, _HIGH - _BOTTOM))
        parts.append(_label(x, _HIGH - _BOTTOM + 16, f"{10**power:,}", "middle"))
    for mark in marks:
        y = place(across[0], mark)[1]
        parts.append(_stroke("grid", _LEFT, y, edge, y))
        parts.append(_label(_LEFT - 8, y + 4, f"{mark:,g}", "end"))
    for bar in plot.bars:
        y = place(across[0], bar)[1]
        parts.append(_stroke("bar", _LEFT, y, edge, y))
    parts.append(_label((_LEFT + edge) / 2, _HIGH - 8, "chunks", "middle"))
    return parts + _lines(plot.lines, place, edge)


def _scale(plot: Plot) -> tuple[Callable[[float], float], Sequence[float]]:
    """Values onto 0 to 1, and the values that are marked."""
    values = [y for line in plot.lines.values() for _, y in line.points]
    if plot.least is None:
        powers = _powers(values)
        span = powers[-1] - powers[0]
        return lambda y: (log10(y) - powers[0]) / span, [10.0**power for power in powers]
    low = min([plot.least, *values])
    step = _step(max([*values, *plot.bars]) - low)
    begin, end = floor(low / step), ceil(max([*values, *plot.bars]) / step)
    marks = [step * at for at in range(begin, max(end, begin + 1) + 1)]
    return lambda y: (y - marks[0]) / (marks[-1] - marks[0]), marks


def _across(chunks: Sequence[float]) -> tuple[float, float]:
    """From the power of ten below to a little above the most, or to one power further."""
    low = 10.0 ** floor(log10(min(chunks)))
    return low, max(1.1 * max(chunks), 10 * low)


def _step(span: float) -> float:
    """A round number of which four or so make a span."""
    rough = max(span, 1e-9) / 4
    power: float = 10.0 ** floor(log10(rough))
    return next(power * by for by in (1, 2, 5, 10) if power * by >= rough)


def _powers(values: Sequence[float]) -> range:
    """The powers of ten around values, two at least."""
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return range(low, max(high, low + 1) + 1)


def _lines(
    lines: Mapping[str, Line], place: Callable[[float, float], tuple[float, float]], edge: float
) -> list[str]:
    parts: list[str] = []
    ends: list[tuple[float, str, str]] = []
    for name, line in lines.items():
        spots = [place(x, y) for x, y in line.points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        kind = "line dashed" if line.dashed else "line"
        dots = "".join(f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>' for x, y in spots)
        parts.append(
            f'<g class="{line.colour}"><polyline class="{kind}" points="{path}"/>{dots}</g>'
        )
        ends.append((spots[-1][1], name, line.colour))
    below = -_APART * 1.0
    for y, name, colour in sorted(ends):  # beside the plot, where no line runs through them
        below = max(y, below + _APART)
        text = f'x="{edge + 8:.1f}" y="{below + 4:.1f}"'
        parts.append(f'<g class="{colour}"><text {text}>{escape(name)}</text></g>')
    return parts


def _stroke(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text class="quiet" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{text}</text>'
