"""The documents tab: what is in the folder, what was left out and why, and a map by meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index import Chunk, FileRow, Skipped, Vectors

from .strings import Strings
from .views import safe, spoken

MOST = 1_500
"""Passages on the map: more dots than that are a cloud, and a page too heavy for a phone."""

_WIDTH, _HEIGHT, _EDGE = 720, 420, 24


def documents(
    files: Sequence[FileRow],
    dates: Mapping[str, str | None],
    skipped: Sequence[Skipped],
    folder: str,
    strings: Strings,
) -> str:
    """List the documents with the days they were published, then what was left out."""
    passages = sum(row.chunks for row in files)
    lead = strings["documents_lead"].format(files=len(files), passages=passages, folder=folder)
    if not files:
        none, hint = safe(strings["welcome_empty"]), safe(strings["welcome_empty_lead"])
        return f'<p class="lead">{none}</p><p class="hint">{hint}</p>{_left_out(skipped, strings)}'
    return (
        f'<p class="lead">{safe(lead)}</p>{_left_out(skipped, strings)}'
        f"{_table(files, dates, strings)}"
    )


def _table(files: Sequence[FileRow], dates: Mapping[str, str | None], strings: Strings) -> str:
    """The list. On a phone it is no grid of cells any more; the roles say that it is a table."""
    columns = ("col_file", "col_language", "col_date", "col_size", "col_passages")
    head = "".join(
        f'<th scope="col" role="columnheader">{safe(strings[name])}</th>' for name in columns
    )
    rows = "".join(_row(row, dates.get(row.file), strings) for row in files)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{safe(strings["col_file"])}">'
        f'<table role="table"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>'
    )


def _row(row: FileRow, date: str | None, strings: Strings) -> str:
    language = strings.get(f"lang_{row.language}", row.language)
    figures = "".join(
        f'<td role="cell" class="figure" data-of="{safe(strings[of])}">{number(value)}</td>'
        for of, value in (("col_size", row.characters), ("col_passages", row.chunks))
    )
    return (
        '<tr role="row"><th scope="row" role="rowheader">'
        f'<button type="button" class="open" data-file="{safe(row.file)}">'
        f"<span{spoken(row.language)}>{safe(row.title)}</span>"
        f'<span class="place">{safe(row.file)}</span></button></th>'
        f'<td role="cell">{safe(language)}</td>'
        f'<td role="cell" class="date">{safe(date or "–")}</td>{figures}</tr>'
    )


def number(value: int) -> str:
    """Write a number with thin spaces between its thousands, as all four languages read it."""
    return f"{value:,}".replace(",", "\u202f")


def _left_out(skipped: Sequence[Skipped], strings: Strings) -> str:
    if not skipped:
        return ""
    items = "".join(
        f'<li title="{safe(s.detail)}"><b>{safe(s.file)}</b> '
        f"{safe(strings[f'skip_{s.reason}'])}</li>"
        for s in skipped
    )
    return (
        f'<details class="left-out" open><summary>{safe(strings["left_out"])} ({len(skipped)})'
        f"</summary><ul>{items}</ul></details>"
    )


def corpus_map(passages: Sequence[tuple[Chunk, Vectors]], strings: Strings) -> str:
    """Draw the passages by meaning: the two directions in which their vectors differ most.

    Args:
        passages: chunks with unit vectors of one dimension; at most :data:`MOST` are drawn.
        strings: what the page says, in the reader's language.

    Returns:
        A figure with an inline SVG; nothing when there are fewer than three passages.
    """
    drawn = [pair for pair in passages if pair[1].size][:: max(1, len(passages) // MOST)]
    if len(drawn) < 3:
        return ""
    places = _plane([vector for _, vector in drawn])
    dots = "".join(_dot(chunk, x, y) for (chunk, _), (x, y) in zip(drawn, places, strict=True))
    languages = sorted({chunk.language for chunk, _ in drawn})
    legend = "".join(
        f'<li class="dot-{safe(code)}">{safe(strings.get(f"lang_{code}", code))}</li>'
        for code in languages
    )
    if any(chunk.kind != "article" for chunk, _ in drawn):
        legend += f'<li class="aside">{safe(strings["map_aside"])}</li>'
    return (
        f'<figure class="map"><figcaption><h3>{safe(strings["map"])}</h3>'
        f"<p>{safe(strings['map_note'])}</p><ul>{legend}</ul></figcaption>"
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" aria-label="{safe(strings["map"])}">'
        f"{dots}</svg></figure>"
    )


def _plane(vectors: Sequence[Vectors]) -> list[tuple[float, float]]:
    """Principal components by singular value decomposition, fitted into the picture."""
    import numpy as np

    table = np.stack(vectors).astype(np.float64)
    centred = table - table.mean(axis=0)
    # The sign of a component is arbitrary: fixed by its largest entry, so that the map stays put.
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    flat = centred @ axes[:2].T
    flat *= np.sign(axes[:2][np.arange(2), np.abs(axes[:2]).argmax(axis=1)])
    low, high = flat.min(axis=0), flat.max(axis=0)
    scaled = (flat - low) / np.maximum(high - low, 1e-9)
    # Half by value, half by rank: one stray passage would press all others into a corner.
    ranks = flat.argsort(axis=0).argsort(axis=0) / max(1, len(flat) - 1)
    scaled = (scaled + ranks) / 2
    size = np.array([_WIDTH - 2 * _EDGE, _HEIGHT - 2 * _EDGE])
    return [(float(x), float(y)) for x, y in scaled * size + _EDGE]


def _dot(chunk: Chunk, x: float, y: float) -> str:
    words = " ".join(chunk.text.split())[:160]
    kind = " aside" if chunk.kind != "article" else ""
    said = f"{chunk.title}: {words}"
    return (
        f'<circle class="dot dot-{safe(chunk.language)}{kind}" cx="{x:.1f}" cy="{y:.1f}" r="7" '
        f'role="button" tabindex="-1" data-file="{safe(chunk.file)}" data-start="{chunk.start}" '
        f'data-end="{chunk.end}" aria-label="{safe(said)}"{spoken(chunk.language)}>'
        f"<title>{safe(said)}</title></circle>"
    )
