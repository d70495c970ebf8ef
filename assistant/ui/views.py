"""Answers as HTML: small pure functions, everything from outside escaped.

The renderer is ours because model output must never become an image, a script or a link that is
not one of our citations. Whatever goes into a page goes through :func:`safe`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from assistant.answers import Answer, Citation, Statement, preview
from assistant.safe_text import for_terminal
from index import Hit, detect

from .markup import blocks, inline
from .strings import Strings

_MARKER = re.compile(r"\[(\d+)\]")
_MARKER_AND_SPACE = re.compile(r" ?\[\d+\]")
_TELLING = 40
"""Letters from which a quote tells its language; a shorter one is taken to be its document's."""

_OURS: Mapping[str, str] = {}
_MARKS = {"contradicted": "≠", "unsupported": "?"}
_THUMB = '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M7 11v9H3v-9zm2 9h8.5c.9 0 1.6-.6 1.8-1.4l1.6-6.2c.3-1.2-.6-2.4-1.8-2.4H14l.8-4.2c.2-1-.6-1.8-1.5-1.8-.5 0-.9.2-1.2.7L9 11z"/></svg>'  # noqa: E501


def safe(text: str) -> str:
    """Escape text for HTML, with control and direction characters made harmless."""
    return html.escape(for_terminal(text))


def tongue(text: str, default: str = "other") -> str:
    """Tell the language of a quote, ``other`` where it is none of ours."""
    if sum(map(str.isalpha, text)) < _TELLING:
        return default
    found = detect(text)
    return default if found == "other" else found


def tongue_of(citation: Citation) -> str:
    """Tell the language of a citation, by its title as well where the quote is short."""
    return tongue(citation.quote, tongue(f"{citation.title} {citation.quote}"))


def spoken(language: str) -> str:
    """Write the attribute that tells a screen reader how to pronounce what follows."""
    return f' lang="{safe(language)}"' if language != "other" else ""


def turn(answer: Answer, strings: Strings, gone: Collection[str] = ()) -> str:
    """Show one question with its answer.

    Args:
        answer: the checked answer.
        strings: what the page says, in the reader's language.
        gone: labels of citations whose words do not stand in the documents any more.
    """
    asked = ""
    if answer.asked:
        asked = (
            f'<p class="asked">{safe(strings["searched_for"])}: <q{spoken(answer.language)}>'
            f"{safe(answer.asked)}</q></p>"
        )
    state = " declined" if answer.declined else ""
    return (
        f'<h3 class="question" lang="{safe(answer.language)}">{safe(answer.question)}</h3>{asked}'
        f'<div class="answer{state}" lang="{safe(answer.language)}">{_body(answer, strings)}</div>'
        f"{_sides(answer, strings)}{_notes(answer)}{_gone(gone, strings)}"
        f"{_nearest(answer, strings)}{_footer(answer, strings)}"
    )


def _body(answer: Answer, strings: Strings) -> str:
    """Write the answer's text with its links, and mark each statement that is not supported."""
    labels = {citation.label: tongue_of(citation) for citation in answer.citations}
    at, shown = 0, ""
    for number, (start, end, statement) in enumerate(_places(answer)):
        shown += _link(answer.text[at:start], labels, strings)
        inner = _link(answer.text[start:end], labels, strings)
        supported = statement.support.verdict == "supported"
        shown += inner if supported else _doubt(number, inner, statement, strings)
        at = end
    return blocks(shown + _link(answer.text[at:], labels, strings))


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


def _doubt(number: int, shown: str, statement: Statement, strings: Strings) -> str:
    """Mark a statement; its reason shows on hover, on focus and on touch."""
    verdict = statement.support.verdict
    reason = "; ".join(statement.support.problems)
    return (
        f'<span class="doubt {verdict}">{shown}<button type="button" class="why" '
        f'lang="{strings["code"]}" aria-expanded="false" '
        f'aria-label="{safe(strings["why"])} {safe(strings[verdict])}">'
        f"{_MARKS[verdict]}</button>"
        f'<span class="reason" role="note" data-number="{number}">'
        f'<b lang="{strings["code"]}">{safe(strings[verdict])}</b> {safe(reason)}</span></span>'
    )


def _link(text: str, labels: Mapping[str, str], strings: Strings) -> str:
    """Escape text; only brackets that are a citation of this answer become links."""
    parts = _MARKER.split(text)  # text, label, text, label, …, text
    shown = [inline(safe(parts[0]))]
    for label, rest in zip(parts[1::2], parts[2::2], strict=True):
        name = safe(strings["citation"].format(label=label))
        known = label in labels
        link = (  # its name is the page's, whatever language the answer is in
            f'<button type="button" class="cite" data-label="{label}" lang="{strings["code"]}" '
            f'data-tongue="{safe(labels.get(label, "other"))}" aria-label="{name}">'
        )
        shown.append((f"{link}{label}</button>" if known else f"[{label}]") + inline(safe(rest)))
    return "".join(shown)


def _notes(answer: Answer) -> str:
    told = {found.text for found in answer.disagreements}
    notes = [note for note in answer.notes if note not in told]
    return "".join(
        f'<p class="note" role="note"{spoken(answer.language)}>{safe(note)}</p>' for note in notes
    )


def _sides(answer: Answer, strings: Strings) -> str:
    """Where sources differ: what each says, side by side, none of them picked."""
    if not answer.disagreements:
        return ""
    pairs = "".join(
        '<div class="pair">'
        + "".join(
            _side(f"{number}-{at}", reading, side, strings)
            for at, (reading, side) in enumerate(zip(found.readings, found.sides, strict=False))
        )
        + "</div>"
        for number, found in enumerate(answer.disagreements)
    )
    head = safe(strings["sides"])
    return f'<section class="sides" aria-label="{head}"><h4>{head}</h4>{pairs}</section>'


def _side(name: str, reading: str, side: Citation, strings: Strings) -> str:
    before, said, after = side.quote.partition(reading)
    quote = f"{safe(before)}<strong>{safe(said)}</strong>{safe(after)}"
    facts = (side.file if side.title else "", side.date or strings["no_date"],
             strings["line"].format(n=side.line))  # fmt: skip
    language = spoken(tongue_of(side))
    named = spoken(tongue(side.title, tongue_of(side))) if side.title else ""
    return (
        f'<figure class="side"><p class="said"{language}>{safe(reading)}</p>'
        f"<blockquote{language}>{quote}</blockquote><figcaption>"
        f'<button type="button" class="open-side" data-side="{name}"{named}>'
        f"{safe(side.title or side.file)}</button>"
        f'<span class="place">{" · ".join(safe(fact) for fact in facts if fact)}</span>'
        "</figcaption></figure>"
    )


def _gone(labels: Collection[str], strings: Strings) -> str:
    if not labels:
        return ""
    named = ", ".join(f"[{safe(label)}]" for label in labels)
    return f'<p class="note gone" role="note">{named} {safe(strings["gone"])}</p>'


def _nearest(answer: Answer, strings: Strings) -> str:
    """On a refusal: what comes nearest, each to be opened in its document."""
    if not answer.declined or not answer.nearest:
        return ""
    items = "".join(_near(number, hit) for number, hit in enumerate(answer.nearest))
    return f'<section class="nearest"><h4>{safe(strings["nearest"])}</h4><ol>{items}</ol></section>'


def _near(number: int, hit: Hit) -> str:
    named = spoken(hit.language) if hit.title else ""
    return (
        f'<li><button type="button" class="near" data-near="{number}">'
        f"<span{spoken(hit.language)}>{safe(preview(hit, 260))}</span>"
        f'<span class="place"{named}>{safe(hit.title or hit.file)}</span></button></li>'
    )


def _footer(answer: Answer, strings: Strings) -> str:
    return (
        f'<footer class="foot"><p class="trust">{_trust(answer, strings)}</p>'
        f'<p class="cost">{safe(cost(answer, strings))}</p>'
        f'<div class="tools">{_tool("copy", strings)}{_tool("helpful", strings, _THUMB)}'
        f"{_tool('unhelpful', strings, _THUMB)}</div></footer>"
    )


def _tool(name: str, strings: Strings, icon: str = "") -> str:
    said = safe(strings[name])
    return (
        f'<button type="button" class="tool {name}" data-tool="{name}" title="{said}" '
        f'aria-label="{said}">{icon or said}</button>'
    )


def _trust(answer: Answer, strings: Strings) -> str:
    verdicts = [statement.support.verdict for statement in answer.statements]
    if answer.declined or not verdicts:
        return ""
    good = verdicts.count("supported")
    form = "all_supported" if good == len(verdicts) else "some_supported"
    kind = "fine" if good == len(verdicts) else "mixed"
    said = strings[form].format(k=good, n=len(verdicts))
    return f'<span class="{kind}">{safe(said)}</span>'


def cost(answer: Answer, strings: Strings) -> str:
    """Say which model answered, how much it read, and how long it took."""
    usage = answer.usage
    tokens = usage.prompt_tokens + usage.completion_tokens
    model = strings["reader"] if answer.model == "extract" else answer.model
    parts = [model, *([strings["judge"].format(model=answer.judge)] if answer.judge else [])]
    parts.append(strings["passages"].format(n=usage.passages))
    if tokens:
        parts.append(strings["tokens"].format(n=f"{tokens:,}".replace(",", "\u202f")))
    seconds = f"{max(usage.seconds, 0.1):.1f}".replace(".", strings["decimal"])
    return " · ".join([*parts, f"{'< ' if usage.seconds < 0.05 else ''}{seconds} s"])


def choices(
    options: Sequence[tuple[str, str]], chosen: str = "", tongues: Mapping[str, str] = _OURS
) -> str:
    """Write the options of a select element; ``tongues`` gives their languages by value."""
    return "".join(
        f'<option value="{safe(value)}"{" selected" if value == chosen else ""}'
        f"{spoken(tongues.get(value, 'other'))}>{safe(text)}"
        "</option>"
        for value, text in options
    )
