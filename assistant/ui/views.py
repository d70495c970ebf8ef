"""Answers as HTML: small pure functions, everything from outside escaped.

The renderer is ours because model output must never become an image, a script or a link that is
not one of our citations. Whatever goes into a page goes through :func:`safe`.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from assistant.answers import Answer, Citation, Statement
from assistant.phrases import say
from assistant.safe_text import for_terminal
from index import LANGUAGES, FileRow

_MARKER = re.compile(r"\[(\d+)\]")
_MARKER_AND_SPACE = re.compile(r" ?\[\d+\]")
_BEFORE, _AFTER = 160, 400
"""Characters of the source shown around a quote: it must be in sight without scrolling."""

EMPTY_SHELF = '<div class="shelf-empty" aria-hidden="true">[1] [2] [3]</div>'
"""Where the sources of an answer will stand."""

_MARKS = {"contradicted": "✗", "unsupported": "?"}


def safe(text: str) -> str:
    """Escape text for HTML, with control and direction characters made harmless."""
    return html.escape(for_terminal(text))


def turn(number: int, answer: Answer) -> str:
    """Show one question with its answer.

    Args:
        number: which turn of the conversation, to tell its citations from other turns'.
        answer: the checked answer.
    """
    asked = f'<p class="asked">{safe(answer.asked)}</p>' if answer.asked else ""
    notes = "".join(f'<p class="note">{safe(note)}</p>' for note in answer.notes)
    nearest = _nearest(answer) if answer.declined else ""
    return (
        f'<article class="turn" lang="{safe(answer.language)}">'
        f'<p class="question">{safe(answer.question)}</p>{asked}'
        f'<div class="answer{" declined" if answer.declined else ""}">{_body(number, answer)}</div>'
        f"{notes}{nearest}{_footer(answer)}</article>"
    )


def writing(question: str, text: str) -> str:
    """Show an answer while it is being written, not yet checked."""
    return (
        f'<article class="turn"><p class="question">{safe(question)}</p>'
        f'<div class="answer writing" aria-live="polite">{_paragraphs(safe(text))}</div></article>'
    )


def trouble(question: str, message: str) -> str:
    """Show a failure as one plain sentence."""
    return (
        f'<article class="turn"><p class="question">{safe(question)}</p>'
        f'<p class="note trouble" role="alert">{safe(message)}</p></article>'
    )


def sources(number: int, answer: Answer, text_of: Callable[[str], str]) -> str:
    """Show the cited places in their documents, all quotes of one answer at once."""
    if not answer.citations:
        return ""
    cards = "".join(_card(number, citation, text_of) for citation in answer.citations)
    return f'<div class="sources">{cards}</div>'


def _body(number: int, answer: Answer) -> str:
    """Write the answer's text with its links, and mark each statement that is not supported."""
    at, shown = 0, ""
    for start, end, statement in _places(answer):
        shown += _link(number, answer, answer.text[at:start])
        inner = _link(number, answer, answer.text[start:end])
        shown += inner if statement.support.verdict == "supported" else _doubt(inner, statement)
        at = end
    return _paragraphs(shown + _link(number, answer, answer.text[at:]))


def _places(answer: Answer) -> Iterator[tuple[int, int, Statement]]:
    """Find each statement in the answer's text, where markers stand between its words."""
    kept: list[int] = []  # positions of the text that are not part of a marker
    at = 0
    for marker in _MARKER_AND_SPACE.finditer(answer.text):
        kept += range(at, marker.start())
        at = marker.end()
    kept += range(at, len(answer.text))
    bare = "".join(answer.text[position] for position in kept)
    after = 0
    for statement in answer.statements:
        found = bare.find(statement.text, after)
        if found >= 0 and statement.text:
            after = found + len(statement.text)
            yield kept[found], kept[after - 1] + 1, statement


def _doubt(shown: str, statement: Statement) -> str:
    reason = safe("; ".join(statement.support.problems) or statement.support.verdict)
    return (
        f'<span class="doubt {statement.support.verdict}" title="{reason}" tabindex="0">'
        f'<b aria-hidden="true">{_MARKS[statement.support.verdict]}</b> {shown}'
        f'<span class="reason"> ({reason})</span></span>'
    )


def _link(number: int, answer: Answer, text: str) -> str:
    """Escape text; only brackets that are a citation of this answer become links."""
    labels = {citation.label for citation in answer.citations}
    parts = _MARKER.split(text)  # text, label, text, label, …, text
    shown = [safe(parts[0])]
    for label, rest in zip(parts[1::2], parts[2::2], strict=True):
        anchor = f'<a class="cite" href="#t{number}-c{label}">{label}</a>'
        shown.append((anchor if label in labels else f"[{label}]") + safe(rest))
    return "".join(shown)


def _paragraphs(escaped: str) -> str:
    parts = [part.strip() for part in escaped.split("\n") if part.strip()]
    return "".join(f"<p>{part}</p>" for part in parts)


def _nearest(answer: Answer) -> str:
    items = "".join(
        f"<li><b>{safe(hit.file)}</b> {safe(' '.join(hit.text.split())[:220])}</li>"
        for hit in answer.nearest
    )
    return f'<ul class="nearest">{items}</ul>' if items else ""


def _footer(answer: Answer) -> str:
    usage = answer.usage
    parts = [answer.model, f"{usage.passages} passages", f"{usage.seconds:.1f} s"]
    return f'<p class="footer">{safe(" · ".join(parts))}</p>'


def _card(number: int, citation: Citation, text_of: Callable[[str], str]) -> str:
    text = text_of(citation.file)
    before = text[max(0, citation.start - _BEFORE) : citation.start]
    after = text[citation.end : citation.end + _AFTER]
    page = f" · p. {citation.page}" if citation.page else ""
    date = f" · {safe(citation.date)}" if citation.date else ""
    return (
        f'<section class="card" id="t{number}-c{citation.label}">'
        f'<h2><span class="cite">{safe(citation.label)}</span> '
        f"{safe(citation.title or citation.file)}</h2>"
        f'<p class="place">{safe(citation.file)}:{citation.line}{page}{date}</p>'
        f'<div class="text" tabindex="0">{"…" if citation.start > _BEFORE else ""}{safe(before)}'
        f"<mark>{safe(citation.quote)}</mark>{safe(after)}"
        f"{'…' if citation.end + _AFTER < len(text) else ''}</div></section>"
    )


def welcome(files: Sequence[FileRow], folder: str) -> str:
    """Show what the page is for, in the four languages, before the first question."""
    languages = Counter(row.language for row in files)
    kinds = " · ".join(f"{number} {language}" for language, number in sorted(languages.items()))
    greetings = {code: say("welcome", code, files=len(files), folder=folder) for code in LANGUAGES}
    lines = "".join(f'<p lang="{code}">{safe(text)}</p>' for code, text in greetings.items())
    return (
        f'<div class="welcome"><h1>Attesto</h1><p class="place">{safe(folder)} · {kinds}</p>'
        f"{lines}</div>"
    )
