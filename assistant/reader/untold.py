"""What a question asks about in plain words of its own, and no line found tells.

A sentence that shares the names of a question is easy to find: *which countries have banned the
app* finds whatever names the app. Whether it tells of a ban can be seen where a list knows by which
words a ban is told in four languages: that of the deeds, or that of the things asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts.deeds.deeds import carried, last_part, plainly
from assistant.facts.names.sayings import speaks
from assistant.facts.text.finite import finite

from .asked import Asked
from .holding import known
from .lines import NAMED, Page
from .naming import WORD
from .wording import says

_MOST = 3
"""Words beside names up to which a question stands or falls by each of them; a longer one says
much, and a text may tell it in other words."""
_MET = 0.9
"""Match from which on a line says a word of the question as it is."""
_QUOTED = re.compile(r"[«»“”„\"]")
_LISTS = ("deeds", "sought")
_VAGUE = frozenset({"allow", "attend", "release", "record", "adopt_child", "acquit"})
"""Deeds whose words mean much else in a question: *released*, *assisté*, *aufgenommen*."""


def untold(asked: Asked, page: Page, at: int) -> str:
    """The word of the question that nothing near a line tells; empty if there is none.

    Args:
        asked: the question.
        page: what was seen of the passages.
        at: the line.
    """
    unmet = [
        word
        for row, word in enumerate(asked.words[: len(page.matches)])
        if not asked.is_name(word) and page.matches[row, at] < _MET
    ]
    meant = _meant(asked)
    if len(unmet) > _MOST or not any(word in meant for word in unmet):
        return ""
    spoken = known(page.lines[at].passage.hit.language)
    around = [word.lower() for text in _near(page, at) for word in WORD.findall(text)]
    told = {listed: carried(around, spoken, listed) for listed in _LISTS}
    for word in unmet:
        for listed, what in meant.get(word, {}).items():
            if not what & told[listed]:
                return word
    return ""


def not_of_that(asked: Asked, page: Page, at: int) -> str:
    """What somebody is asked to have spoken of, if nobody near a line speaks, or not of that.

    *What did she say about Peru?* is not answered by whatever else she said, or else of Peru.
    """
    language = known(asked.language)
    about = says("about", language).search(asked.text) if asked.kind == "open" else None
    if not about or not _asks_for_words(asked):
        return ""
    if not any(word in asked.text[: about.start()] for word in asked.names):
        return ""
    behind = WORD.findall(asked.text[about.end() :])
    of_what = [word for word in asked.words if word in behind and asked.is_name(word)]
    near = dict(_beside(page, at))
    spoken = known(page.lines[at].passage.hit.language)
    if of_what and not any(_QUOTED.search(text) or speaks(text, spoken) for text in near.values()):
        return of_what[0]
    for row, word in enumerate(asked.words[: len(page.matches)]):
        if word in of_what and page.matches[row, list(near)].max() < NAMED:
            return word
    return ""


def _asks_for_words(asked: Asked) -> bool:
    language = known(asked.language)
    return speaks(asked.text, language) or bool(says("spoke", language).search(asked.text))


def _meant(asked: Asked) -> dict[str, dict[str, frozenset[str]]]:
    """By word of the question that is no name, what it means in each list."""
    language = known(asked.language)
    clause = re.split("[,;:]", asked.text, maxsplit=1)[0]
    part = last_part(WORD.findall(clause)) if language == "de" else ""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for word in asked.words:
        if asked.is_name(word):
            continue
        no_deed = bool(asked.office) or (language == "de" and word[0].isupper())
        for listed in _LISTS[no_deed:]:  # a German noun is none, and an office is looked for itself
            whole = part + word if listed == "deeds" and word != part else word
            forms = [whole.lower()]
            if language != "en" or _HELPED.search(asked.text):
                forms += finite(whole.lower(), language)
            meant = next(filter(None, (plainly(form, language, listed) for form in forms)), None)
            if meant and meant.isdisjoint(_VAGUE):
                found.setdefault(word, {})[listed] = meant
    return found


_HELPED = re.compile(
    r"\b(?:do|does|did|will|would|can|could|should|may|might|must|to)\b", re.IGNORECASE
)
"""Behind one of these an English verb has no ending; elsewhere such a word may be a noun."""


def _near(page: Page, at: int) -> Iterator[str]:
    """The title, the line, and its neighbours in the passage."""
    yield page.lines[at].passage.hit.title
    for _, text in _beside(page, at):
        yield text


def _beside(page: Page, at: int) -> Iterator[tuple[int, str]]:
    for place in range(max(0, at - 1), min(len(page.lines), at + 2)):
        if page.lines[place].passage is page.lines[at].passage:
            yield place, page.lines[place].text
