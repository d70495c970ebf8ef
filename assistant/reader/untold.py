"""What a question asks about in plain words of its own, and no line found tells.

A sentence that shares the names of a question is easy to find: *which countries have banned the
app* finds whatever names the app. Whether it tells of a ban can be seen where a list knows by which
words a ban is told in four languages: that of the deeds, or that of the things asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.facts import Language
from assistant.facts.deeds.deeds import carried, last_part, plainly
from assistant.facts.names.sayings import speaks
from assistant.facts.text.finite import finite
from assistant.facts.text.vocabulary import is_listed

from .asked import Asked
from .headed import above
from .holding import known
from .lines import NAMED, Page
from .naming import WORD
from .wording import says

_MOST = 5
"""Words beside names up to which a question stands or falls by each of them; a longer one says
much, and a text may tell it in other words."""
_MET = 0.9
"""Match from which on a line says a word of the question as it is."""
_HEAD = 3
"""Letters of either part of a German compound, at least."""
_QUOTED = re.compile(r"[«»“”„\"]")
_NOTHING: frozenset[str] = frozenset()
_VAGUE = frozenset({"allow", "attend", "release", "record", "adopt_child", "acquit", "help"})
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
    if spoken == "de":
        around += [tail for word in dict.fromkeys(around) for tail in _tails(word)]
    told = carried(around, spoken) | carried(around, spoken, "sought")
    return next((word for word in unmet if word in meant and not meant[word] & told), "")


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


def _meant(asked: Asked) -> dict[str, frozenset[str]]:
    """By word of the question that is no name, the deed or the thing that it means."""
    language = known(asked.language)
    clause = re.split("[,;:]", asked.text, maxsplit=1)[0]
    part = last_part(WORD.findall(clause)) if language == "de" else ""
    found: dict[str, frozenset[str]] = {}
    idioms = says("otherwise", language).finditer(asked.text)
    otherwise = {word for idiom in idioms for word in WORD.findall(idiom.group())}
    for word in asked.words:
        if asked.is_name(word) or word in otherwise:
            continue
        whole = part + word if word.islower() and word != part else word
        forms = _forms(whole, asked)
        meant = _listed(forms, language, "sought")
        # a German noun is no deed, and an office is looked for itself
        if not meant and not asked.office and not (language == "de" and word[0].isupper()):
            meant = _listed(forms, language, "deeds")
        if meant:
            found[word] = meant
    return found


def _listed(forms: Sequence[str], language: Language, listed: str) -> frozenset[str]:
    meant = next(filter(None, (plainly(form, language, listed) for form in forms)), _NOTHING)
    return meant if meant.isdisjoint(_VAGUE) else _NOTHING


def _forms(word: str, asked: Asked) -> list[str]:
    """A word as the lists may have it: as it stands, or in the form they have of a verb."""
    language = known(asked.language)
    if language == "en" and not _HELPED.search(asked.text):
        return [word.lower()]
    agreeing = [
        word.lower().removesuffix(ending) + form
        for ending, form in _AGREEING[language]
        if word.endswith(ending)
    ]
    return [word.lower(), *finite(word.lower(), language), *agreeing]


_HELPED = re.compile(
    r"\b(?:do|does|did|will|would|can|could|should|may|might|must|to)\b", re.IGNORECASE
)
"""Behind one of these an English verb has no ending; elsewhere such a word may be a noun."""
_AGREEING = {
    "en": (), "de": (),
    "fr": (("ées", "é"), ("ée", "é"), ("és", "é")),
    "it": (("ate", "ato"), ("ati", "ato"), ("ata", "ato"), ("ite", "ito"), ("iti", "ito"),
           ("ita", "ito")),
}  # fmt: skip
"""How participles end that agree with a noun, and the form that the lists then have."""


def _tails(word: str) -> Iterator[str]:
    """The words of every day in which a German compound ends: *test* of *Bodentest*."""
    for start in range(_HEAD, len(word) - _HEAD):
        if is_listed(word[start:], "de"):
            yield word[start:]


def _near(page: Page, at: int) -> Iterator[str]:
    """The title, the headline or the columns above, the line, and its neighbours in the passage."""
    yield page.lines[at].passage.hit.title
    joined = [line for line in page.lines[: at + 1] if line.passage is page.lines[at].passage]
    yield above(joined)[-1]
    for _, text in _beside(page, at):
        yield text


def _beside(page: Page, at: int) -> Iterator[tuple[int, str]]:
    for place in range(max(0, at - 1), min(len(page.lines), at + 2)):
        if page.lines[place].passage is page.lines[at].passage:
            yield place, page.lines[place].text
