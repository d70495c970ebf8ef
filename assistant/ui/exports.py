"""A conversation as a file of its own: Markdown, JSON, or one HTML page with its quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.answers import Answer, Citation
from assistant.safe_text import for_terminal

from .strings import Strings
from .views import cost, safe, spoken, tongue_of, turn

_LIVE = re.compile(r"://|@|\bwww\.|\b(?:mailto|xmpp):", re.IGNORECASE)
_JOINER = "\N{WORD JOINER}"

Export = Callable[[Sequence[Answer], Strings, str], str]


def as_json(answers: Sequence[Answer], strings: Strings, language: str) -> str:
    """Write the answers in the contract's shape."""
    return json.dumps([answer.to_dict() for answer in answers], ensure_ascii=False, indent=2)


def as_markdown(answers: Sequence[Answer], strings: Strings, language: str) -> str:
    """Write questions as headings, and each citation as a quotation with its place."""
    return "\n".join(_markdown(answer, strings) for answer in answers)


def _markdown(answer: Answer, strings: Strings) -> str:
    lines = [f"## {_plain(answer.question)}", "", _plain(answer.text), ""]
    for statement in answer.statements:
        if statement.support.verdict != "supported":
            reason = "; ".join(statement.support.problems)
            said = strings[statement.support.verdict]
            lines.append(f"- **{said}**: “{_plain(statement.text)}” {_plain(reason)}")
    lines += _differing(answer, strings)
    told = {found.text for found in answer.disagreements}
    lines += [f"- {_plain(note)}" for note in answer.notes if note not in told]
    for citation in answer.citations:
        lines += ["", f"\\[{citation.label}\\] {_plain(_place(citation, strings))}", ""]
        lines += [f"> {_plain(line)}" for line in citation.quote.splitlines()]
    lines += _nearest(answer, strings)
    return "\n".join([*lines, "", f"*{_plain(cost(answer, strings))}*", ""])


def _differing(answer: Answer, strings: Strings) -> list[str]:
    lines = [f"**{strings['sides']}**"] if answer.disagreements else []
    for found in answer.disagreements:
        for reading, side in zip(found.readings, found.sides, strict=False):
            place = _plain(_place(side, strings))
            lines += ["", f"- **{_plain(reading)}** · {place}", ""]
            lines += [f"  > {_plain(line)}" for line in side.quote.splitlines()]
    return [*lines, ""] if lines else []


def _nearest(answer: Answer, strings: Strings) -> list[str]:
    """Of a refusal: what comes nearest."""
    if not answer.declined or not answer.nearest:
        return []
    lines = [f"**{strings['nearest']}**"]
    for hit in answer.nearest:
        place = [part for part in (hit.title, hit.file, hit.date or "") if part]
        lines += ["", f"- {_plain(', '.join(place))}", ""]
        lines += [f"  > {_plain(line)}" for line in hit.text.splitlines()]
    return lines


def _plain(text: str) -> str:
    """Text that Markdown shows as it is: no image, link or HTML comes of it.

    A bare address would become a link too; a sign that nobody sees parts it.
    """
    shown = _LIVE.sub(_parted, for_terminal(text))
    for sign in ("\\", "`", "*", "_", "<", "!", "["):
        shown = shown.replace(sign, f"\\{sign}")
    return shown


def _parted(found: re.Match[str]) -> str:
    return found.group()[:1] + _JOINER + found.group()[1:]


def _place(citation: Citation, strings: Strings) -> str:
    page = strings["page"].format(n=citation.page) if citation.page else ""
    line = strings["line"].format(n=citation.line)
    parts = [citation.title, citation.file, citation.date or "", page, line]
    return ", ".join(part for part in parts if part)


def as_html(answers: Sequence[Answer], strings: Strings, language: str) -> str:
    """Write one page that needs nothing else: no script, nothing loaded from anywhere."""
    style = Path(__file__).with_name("export.css").read_text(encoding="utf-8")
    body = "".join(
        f"<article>{turn(answer, strings)}{_quotes(answer, strings)}</article>"
        for answer in answers
    )
    title = safe(answers[0].question if answers else "Attesto")
    return (
        f'<!doctype html>\n<html lang="{safe(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{title}</title><style>{style}</style></head>"
        f"<body><main>{body}</main></body></html>\n"
    )


def _quotes(answer: Answer, strings: Strings) -> str:
    items = "".join(
        f"<li><b>[{safe(c.label)}]</b> <cite>{safe(_place(c, strings))}</cite>"
        f"<blockquote{spoken(tongue_of(c))}>{safe(c.quote)}</blockquote></li>"
        for c in answer.citations
    )
    return f'<ul class="quotes">{items}</ul>' if items else ""


EXPORTS: dict[str, tuple[Export, str]] = {
    "md": (as_markdown, "text/markdown"),
    "json": (as_json, "application/json"),
    "html": (as_html, "text/html"),
}
"""Each kind with the function that writes it and its media type."""
