"""How things grow with the number of chunks, as one small SVG on logarithmic axes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from math import ceil, floor, log10

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 420, 64, 190, 36, 48
_COLOURS = ("#0f766e", "#b7791f", "#b4233c", "#4f46e5", "#64748b", "#0ea5e9")

Line = Sequence[tuple[float, float]]


def growth_chart(title: str, lines: Mapping[str, Line]) -> str:
    """Draw lines of (chunks, seconds), both axes logarithmic.

    Args:
        title: what is shown.
        lines: by name; values above 0.
    """
    points = [point for line in lines.values() for point in line]
    if not points:
        return ""
    x_low, x_high = floor(log10(min(x for x, _ in points))), ceil(log10(max(x for x, _ in points)))
    y_low, y_high = floor(log10(min(y for _, y in points))), ceil(log10(max(y for _, y in points)))
    x_high, y_high = max(x_high, x_low + 1), max(y_high, y_low + 1)

    def place(x: float, y: float) -> tuple[float, float]:
        across = (log10(x) - x_low) / (x_high - x_low) * (_WIDTH - _LEFT - _RIGHT)
        up = (log10(y) - y_low) / (y_high - y_low) * (_HEIGHT - _TOP - _BOTTOM)
        return _LEFT + across, _HEIGHT - _BOTTOM - up

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="system-ui, sans-serif" font-size="12" fill="#1b2330">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="22" font-size="15" font-weight="600">{escape(title)}</text>',
    ]
    for power in range(x_low, x_high + 1):
        x, bottom = place(10**power, 10**y_low)
        parts.append(_stroke(x, _TOP, x, bottom))
        parts.append(_label(x, bottom + 18, f"{10**power:,}", "middle"))
    for power in range(y_low, y_high + 1):
        left, y = place(10**x_low, 10**power)
        parts.append(_stroke(left, y, _WIDTH - _RIGHT, y))
        parts.append(_label(left - 8, y + 4, _seconds(power), "end"))
    parts.append(_label((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 10, "chunks", "middle"))
    parts += _lines(lines, place)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _lines(
    lines: Mapping[str, Line], place: Callable[[float, float], tuple[float, float]]
) -> list[str]:
    parts: list[str] = []
    ends: list[float] = []
    for number, (name, line) in enumerate(lines.items()):
        colour = _COLOURS[number % len(_COLOURS)]
        spots = [place(x, y) for x, y in line]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in spots]
        x, y = spots[-1]
        while any(abs(y - other) < 14 for other in ends):  # names must not lie on each other
            y += 1
        ends.append(y)
        parts.append(
            f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" fill="{colour}">{escape(name)}</text>'
        )
    return parts


def _stroke(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="#e4e0d8"/>'


def _label(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="#5d6877">{text}</text>'


def _seconds(power: int) -> str:
    return f"{10**power:g} s" if power >= 0 else f"{10 ** (power + 3):g} ms"
