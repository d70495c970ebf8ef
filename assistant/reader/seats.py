"""Whose head somebody is: *the CEO of Nardo* is nobody's answer to who heads Karlo.

An office is told of a thing: *the director of Nardo*, *Nardo's chief*, *leads Nardo*, *Nardo,
under the direction of*. Where a sentence tells each office of something else than the one asked
about, it tells of another seat, whatever else its article names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.facts.text.vocabulary import is_listed
from index import LANGUAGES, fold

from .asked import Asked
from .holding import candidates
from .lesser import is_less
from .line import Line
from .naming import WORD

_HEAD = (
    r"(?i:leader|head|\w*director|chair(?:man|woman|person)?|manager|boss|chief(?: executive)?"
    r"|president|ceo|in charge|directeur|directrice|présidente?|patronne?|pdg|chef|responsable"
    r"|dirigeante?|à la tête|\w*leiter(?:in)?|\w*vorsitzende[rn]?|spitze|direttore|direttrice"
    r"|\w*(?:direktor|präsident|chef|führer)(?:in|en|s)?|presidente|dirigente|responsabile|capo"
    r"|amministrat(?:ore|rice) delegat[oa]|vertice)"
)
_LEADS = (
    r"(?i:leads?|leading|heads|headed|runs?|directs?|directed|chairs|chaired|manages?|managed"
    r"|dirige(?:ait)?|préside|présidait|leitete?t?|führte?|guida(?:va)?|presiede(?:va)?)"
)
_LED = (
    r"(?i:(?:headed|led|run|chaired|managed) by|(?:dirigé|présidé|mené)e?s? par"
    r"|(?:dirett|guidat|presiedut)[oa] d\w+|wird von|under the (?:leadership|direction)"
    r"|sous la (?:direction|présidence)|unter (?:der )?(?:leitung|führung)"
    r"|sotto la (?:guida|direzione))"
)
_THE = r"(?:(?i:the|la|le|les|il|lo|i|gli|die|der|das|den|dem)\s+|(?i:l)['’]\s?)?"
_OF = (
    rf"(?i:of|at|de|du|des|di|del|dello|della|dei|von|vom|der|bei|beim)\s+{_THE}|(?i:d|dell)['’]\s?"
)
_WORD = r"[A-ZÀ-ÖØ-Þ][\w&.]{0,30}\w"
_NAME = rf"(?<!\w){_WORD}(?:[ -](?:(?:of|de|du|di|del|der|von) )?{_WORD}){{0,4}}"
_SMALL = r"(?:\s[a-zß-ÿ][\w-]*)"
_OWNERS = tuple(
    re.compile(form)
    for form in (
        rf"\b{_HEAD}\b{_SMALL}{{0,3}}?\s(?:{_OF})(?P<of>{_NAME})",
        rf"\b{_LEADS}\s{_THE}(?P<of>{_NAME})",
        rf"(?P<of>{_NAME})(?:['’]s?{_SMALL}{{0,3}}?\s|[ -]){_HEAD}\b",
        rf"(?P<of>{_NAME}),?\s(?:(?:is|was|est|était|è|era|which|qui|che)\s){{0,3}}{_LED}\b",
    )
)
_BREAK = re.compile(r"[,;:.!?()«»“”„\"](?!\d)")
_STEM = 4
"""Letters in which two forms of a name agree."""


def of_another_seat(asked: Asked, line: Line) -> bool:
    """Tell whether a line tells of who heads something else than what is asked about.

    Args:
        asked: the question; one that does not ask who leads a thing that it names tells nothing.
        line: the sentence; one that tells an office of nothing in particular may be of this.
    """
    if asked.office != "lead" or not any(_owners(asked.text)):
        return False
    seats = list(_owners(line.text))
    asks = {fold(word) for _, _, words in _owners(asked.text) for word in words}
    ours = asks | {fold(word) for word in asked.names if not _is_common(word)}
    if not seats:
        return False
    return not any(
        _meets(ours, {*map(fold, words), *_around(line.text, start, end)})
        or _shortened(asked.text, words)
        for start, end, words in seats
    )


def is_beneath(asked: Asked, line: Line) -> bool:
    """Tell whether a line names nobody but a deputy or a former one of whom is asked for."""
    people = candidates(asked, line) if asked.kind == "person" else []
    return bool(people) and all(is_less(asked, line, name) for name in people)


def _owners(text: str) -> Iterator[tuple[int, int, list[str]]]:
    """Where an office is told of a name, and the words of that name that are no common ones."""
    for form in _OWNERS:
        for match in form.finditer(text):
            words = [word for word in WORD.findall(match["of"]) if not _is_common(word)]
            if words:
                yield match.start(), match.end(), words


def _is_common(word: str) -> bool:
    """Whether it is a word of some language, however it is written: *Board*, *Die*, *CEO*."""
    role = re.fullmatch(_HEAD, word) is not None
    return role or any(is_listed(word.lower(), language) for language in LANGUAGES)


def _around(text: str, start: int, end: int) -> set[str]:
    """The words of the clause in which an office is told."""
    before = max((m.end() for m in _BREAK.finditer(text, 0, start)), default=0)
    behind = _BREAK.search(text, end)
    return {fold(w) for w in WORD.findall(text[before : behind.start() if behind else None])}


def _meets(ours: set[str], told: set[str]) -> bool:
    return any(
        one == other
        or (min(len(one), len(other)) >= _STEM and (one.startswith(other) or other.startswith(one)))
        for one in ours
        for other in told
    )


def _shortened(question: str, words: list[str]) -> bool:
    """Whether the question writes a name by its first letters."""
    letters = "".join(word[0] for word in words).upper()
    return len(letters) > 1 and letters in WORD.findall(question)
