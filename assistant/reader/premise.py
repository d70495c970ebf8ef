"""What a question asks beyond the kind of thing: that it is over, done, by the month, by name.

*When did it end?* is not answered by the day *since* which it lasts, *what was decided?* not by
what *will* be decided, *a month* not by a sum once paid, and *what are their names?* not by their
ages.
"""

from __future__ import annotations

from assistant.facts import find
from index import fold

from .asked import Asked
from .holding import known
from .lexicon import WordVectors, likeness
from .line import Line
from .naming import WORD
from .wording import says, sorts

_TENSED = frozenset({"date", "person", "place", "organisation", "list", "open", "definition"})
"""Kinds whose answer must have come to pass where the question has it so; what a thing cost may be
told as it is planned."""
_OPENING = 15
"""Letters in which a sentence may begin with *because*."""
_DENIED, _SAME = 3, 0.85
"""Words of more letters than that, so many behind *not*, that may be what is denied; and likeness
from which on one is the question's."""
_OFTEN = frozenset({"money", "figure"})


def only_since(asked: Asked, line: Line) -> bool:
    """Tell whether an end is asked for and the line tells only since when it lasts."""
    if asked.kind != "date" or not says("ends", known(asked.language)).search(asked.text):
        return False
    spoken = known(line.passage.hit.language)
    dates = [fact for fact in find(line.text, spoken) if fact.kind == "date"]
    since = [bool(says("lasting", spoken).search(line.text[: fact.start])) for fact in dates]
    return bool(since) and all(since) and not says("ends", spoken).search(line.text)


def never_since(asked: Asked, line: Line) -> bool:
    """Tell whether a beginning is asked for and the line has no day on which anything began."""
    if asked.kind != "date" or not says("asks_since").search(asked.text):
        return False
    spoken = known(line.passage.hit.language)
    dates = [fact for fact in find(line.text, spoken) if fact.kind == "date"]
    return not any(says("since", spoken).search(line.text[: fact.start]) for fact in dates)


def only_planned(asked: Asked, line: Line) -> bool:
    """Tell whether a deed is asked for as done and the line tells only what will be."""
    spoken = known(line.passage.hit.language)
    return (
        asked.kind in _TENSED
        and bool(says("done_asked", known(asked.language)).search(asked.text))
        and bool(says("to_come", spoken).search(line.text))
        and not says("done_told", spoken).search(line.text)
    )


def other_rate(asked: Asked, line: Line) -> bool:
    """Tell whether it is asked how much in an hour, a month, and the line tells of no such time."""
    if asked.kind not in _OFTEN:
        return False
    for name, form in sorts("rate").items():
        if form.search(asked.text):
            dated = name == "year" and any(
                fact.kind == "date" for fact in find(line.text, known(line.passage.hit.language))
            )
            return not dated and not sorts("rate_hint")[name].search(line.text)
    return False


def denied(asked: Asked, line: Line, vectors: WordVectors) -> bool:
    """Tell whether a reason is asked for what the line says is not so: *dogs are not allowed*.

    Only what it says before the reason counts, and only where the word denied is the question's.
    """
    language = known(asked.language)
    if asked.kind != "cause" or any(
        says(what, language).search(asked.text) for what in ("denial", "ends")
    ):
        return False
    spoken = known(line.passage.hit.language)
    reason = says("cause", spoken).search(line.text, _OPENING)
    told = line.text[: reason.start()] if reason else line.text
    common = [word.lower() for word in asked.words if not asked.is_name(word)]
    for denial in says("denial", spoken).finditer(told):
        if says("no_more", spoken).search(told, denial.start()):
            continue
        behind = [word.lower() for word in WORD.findall(told[denial.end() :])]
        beside = [word for word in behind if len(word) > _DENIED][:_DENIED]
        if common and beside and likeness(common, beside, vectors).max() >= _SAME:
            return True
    return False


def at_the_rate(asked: Asked, line: Line) -> bool:
    """Tell whether a line gives a figure in the very time asked for: *1,450 euros a month*."""
    if asked.kind not in _OFTEN:
        return False
    return any(
        form.search(asked.text) and form.search(line.text) for form in sorts("rate").values()
    )


def unnamed(asked: Asked, line: Line, behind: Line | None) -> bool:
    """Tell whether the names of some are asked for and the line only counts them.

    It has no name that the question lacks; nor has the one behind it, where that goes on with
    *they*.
    """
    if not says("asks_name", known(asked.language)).search(asked.text):
        return False
    numbers = [
        {fact.value for fact in find(text, known(language)) if fact.kind == "number"}
        for text, language in (
            (asked.text, asked.language),
            (line.text, line.passage.hit.language),
        )
    ]
    if numbers[0].isdisjoint(numbers[1]):
        return False
    goes_on = behind and says("they", known(behind.passage.hit.language)).match(behind.text)
    words = {fold(word) for word in WORD.findall(asked.text)}
    for told in (line, *([behind] if behind and goes_on else [])):
        for fact in find(told.text, known(told.passage.hit.language)):
            said = {fold(word) for word in WORD.findall(fact.text)}
            if fact.kind == "name" and fact.unit != "place" and not said <= words:
                return False
    return True
