"""Draft questions about a folder of one's own, to be read and rewritten by a person.

A draft takes a sentence with a figure, a date or a name, leaves that out, and asks for it. That is
a poor question, but it has its gold and its nugget, and rewriting a question is quicker than
starting one. Every draft carries the tag ``draft`` until someone has taken it away.
"""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import cast

from assistant import names_of
from evals.text.values import Day, dates, numbers
from index import Language

from .cases import LANGUAGES, Corpus
from .corpora import sentences
from .errors import QuestionFault

PER_FILE = 3
_LEAST, _MOST = 40, 240
"""Characters of a sentence worth asking about."""

_ASK = {
    "en": "What stands in the place of the gap: {cloze}",
    "fr": "Que faut-il mettre à la place du blanc : {cloze}",
    "de": "Was gehört in die Lücke: {cloze}",
    "it": "Che cosa va al posto dello spazio vuoto: {cloze}",
}
_TYPES = {"date": "date", "number": "figure", "name": "definition"}
_WORD_BEFORE = re.compile(r"[^\W\d_]+\s+$")
_FIGURE = re.compile(r"(?<![\w.,])\d+(?:[.,'’ \u00a0\u202f]\d+)*")
_HEAD = """\
# Drafts, made from {folder}.
# Read every one: rewrite the question as you would ask it, correct the nugget, and take the tag
# `draft` away. Delete what is not worth asking.
# Add questions that the documents do not answer, with their `reason`: only they show whether the
# assistant knows when to say no. Then run:
#   attesto eval --folder {folder} --questions {place}
corpus: {name}
"""


@dataclass(frozen=True, slots=True)
class _Draft:
    id: str
    file: str
    language: str
    quote: str
    question: str
    kind: str
    nugget: str


def draft_questions(corpus: Corpus, place: Path) -> Path:
    """Write ``<corpus>.drafts.yaml`` with up to three questions about each document.

    Args:
        corpus: the documents; those in other languages than the four are left out.
        place: the folder for the question file; made when it is missing.

    Returns:
        The file.

    Raises:
        QuestionFault: the file is there already, or nothing in the documents can be asked about.
    """
    path = place / f"{corpus.name}.drafts.yaml"
    if path.exists():
        raise QuestionFault(f"{path} is there already; move it away to draft again.")
    drafts = [draft for file in sorted(corpus.texts) for draft in _of_file(corpus, file)]
    if not drafts:
        raise QuestionFault(f"{corpus.folder} holds no sentence with a figure, a date or a name.")
    place.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(_lines(corpus, place, drafts)), encoding="utf-8")
    return path


def _of_file(corpus: Corpus, file: str) -> Iterator[_Draft]:
    language, text = corpus.languages[file], corpus.texts[file]
    if language not in LANGUAGES:
        return
    made = 0
    for start, end in sentences(text):
        quote = text[start:end]
        if made == PER_FILE or not _LEAST <= len(quote) <= _MOST or text.count(quote) > 1:
            continue
        if gap := _gap(quote, language):
            made += 1
            (left, right), kind, nugget = gap
            cloze = " ".join(f"{quote[:left]}…{quote[right:]}".strip(" .?!").split())
            question = _ASK[language].format(cloze=cloze + (" ?" if language == "fr" else "?"))
            name = re.sub(r"\W+", "-", Path(file).stem).strip("-").lower()
            yield _Draft(f"{name}-{made}", file, language, quote, question, kind, nugget)


def _gap(quote: str, language: str) -> tuple[tuple[int, int], str, str] | None:
    """Return what to leave out and its nugget: a date before a figure, a figure before a name."""
    for match in _FIGURE.finditer(quote):
        if found := _date(quote, match):
            place, day = found
            return place, "date", _iso(day)
    for match in _FIGURE.finditer(quote):
        if value := _value(quote, match, language):
            return match.span(), "number", f"{value.normalize():f}"
    for name in names_of(quote, cast(Language, language)):
        # Of one word it may as well be a noun.
        if " " in name and quote.count(name) == 1:
            start = quote.index(name)
            return (start, start + len(name)), "name", name
    return None


def _date(quote: str, figure: re.Match[str]) -> tuple[tuple[int, int], Day] | None:
    """Return the date of a figure, with its place: ``3. Mai 1987``, ``May 3, 1987``."""
    before = _WORD_BEFORE.search(quote, 0, figure.start())
    starts = [figure.start(), before.start() if before else figure.start()]
    found = [
        (_precision(day), -at, at, day)
        for at, start in enumerate(starts)
        for day in dates(quote[start : figure.start() + 30])
        if day[1]
    ]
    if not found:
        return None
    _, _, at, day = max(found)
    start = starts[at]
    end = next(e for e in range(figure.end(), len(quote) + 1) if day in dates(quote[start:e]))
    return (start, end), day


def _value(quote: str, figure: re.Match[str], language: str) -> Decimal | None:
    """Return what a figure is worth; None where that is not plain."""
    # With what follows, for the sake of "milliards"; without the figures that follow.
    tail = slice(figure.end(), figure.end() + 25)
    whole = quote[figure.start() : tail.stop]
    values = numbers(whole, language) - numbers(quote[tail], language)
    thousands = "," if language == "en" else "."
    if len(values) == 2 and re.fullmatch(rf"\d{{1,3}}(?:[{thousands}]\d{{3}})+", figure.group()):
        return max(values)
    return values.pop() if len(values) == 1 else None


def _precision(day: Day) -> tuple[int, str]:
    return sum(part is not None for part in day), _iso(day)


def _iso(day: Day) -> str:
    year, month, date = day
    text = f"{year:04}" if year else "-"
    text += f"-{month:02}" if month else ""
    return text + (f"-{date:02}" if date else "")


def _lines(corpus: Corpus, place: Path, drafts: list[_Draft]) -> Iterator[str]:
    folder, questions = (shlex.quote(str(path)) for path in (corpus.folder, place))
    yield _HEAD.format(folder=folder, place=questions, name=corpus.name)
    yield "\npassages:\n"
    for file in sorted({draft.file for draft in drafts}):
        yield f"  {quoted(file)}:\n"
        for draft in drafts:
            if draft.file == file:
                yield f"    {draft.id}: {quoted(draft.quote)}\n"
    yield "\nnuggets:\n"
    for draft in drafts:
        yield f"  {draft.id}: {{{draft.kind}: {quoted(draft.nugget)}}}\n"
    yield "\nquestions:\n"
    for draft in drafts:
        yield (
            f"  - id: {draft.id}\n    type: {_TYPES[draft.kind]}\n"
            f"    ask:\n      {draft.language}: {quoted(draft.question)}\n"
            f"    gold: [{draft.id}]\n    nuggets: [{draft.id}]\n    tags: [draft]\n\n"
        )


def quoted(text: str) -> str:
    """Write a string as YAML's double-quoted style reads it, which is JSON's."""
    return json.dumps(text, ensure_ascii=False)
