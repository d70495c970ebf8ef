"""Does a claim say that something was done which its quotes have only tried, planned or alleged?

The deed is found in the quotes by the word that governs it (`facts/direction/unreal`), in the
claim by its form or by meaning, so this holds across languages. Nothing is said where the quotes
have the deed a second time, or where the claim itself owns that it is less than done.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from assistant.checking.meaning import Meaning
from assistant.facts.direction.polarity import direction
from assistant.facts.direction.unreal import is_owned, unreal
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.tongue import function_words

from .rules import Sentence

_WORD = re.compile(r"[^\W\d_]{3,}")
_BEFORE_A_NOUN = {
    language: re.compile(rf"(?:(?<!\w)(?:{words})[ \u00a0]|[ldst]['’])$", re.IGNORECASE)
    for language, words in {
        "en": "the|an?|of|for|in|by|with|from|to|no|any|his|her|its|their|after|before",
        "fr": "la|les?|une?|des?|du|aux?|pour|par|à|en|sans|sur|son|sa|ses|leurs?|après",
        "de": "zu|um|ohne|der|die|das|den|dem|des|eine?[rmns]?|im|am|vom|beim",
        "it": "il|la|le|lo|i|gli|un[oa]?|d[ai]|de[il]|del\\w+|per|con|ad?|al\\w*|nel\\w*|su\\w*",
    }.items()
}
"""What stands before a noun or an infinitive, and not before a verb that says what was done."""
_INFINITIVE: dict[Language, tuple[str, ...]] = {
    "en": (),
    "fr": ("er", "ir", "oir", "dre", "tre", "ure"),
    "de": (),
    "it": (
        "are",
        "ere",
        "ire",
        *(v + "r" + e for v in "aei" for e in ("si", "lo", "la", "li", "ne")),
    ),
}
_PARTED = frozenset("ab an auf aus ein vor zu zurück frei fest mit nach um weg her hin".split())
"""What a German verb leaves at the end of its clause."""
_TO_INFINITIVE = (
    *(("at" + vowel, "are") for vowel in "oaie"),
    *(("ut" + vowel, "ere") for vowel in "oaie"),
    *(("it" + vowel, "ire") for vowel in "oaie"),
    ("é", "er"),
    ("ée", "er"),
    ("és", "er"),
    ("ées", "er"),
)
_NEAR, _SAME = 0.2, 0.9
"""Cosine from which a word is the deed; what one counts that is a form of the same verb."""
_AHEAD = 0.1
"""How much nearer it must be than what else the quotes have: verbs have weak vectors."""
_TWICE = 0.6
"""Cosine from which another verb is the deed once more."""
_FEW, _TIMES = 12, 2.5
"""Words of a claim up to which a verb and a deed that both have no counterpart are one, and how
many times as many the quotes may have: in a longer one the claim is of another clause."""
_MOST = 0.6
"""Share of a claim's words that stand in a clause that is doubted as a whole."""
_FEWEST = 2
_INSIDE = 0.15
"""Cosine from which such a clause has a word."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A word of a quote."""

    word: str
    is_deed: bool
    is_verb: bool
    """It may be one, for all that its form and place show."""
    in_clause: bool


def denies_nothing(text: str, language: Language) -> bool:
    """Is nothing in a claim denied, refused or left undone?"""
    way = direction(text, language)
    return not (way.denials or way.undone.seen)


def only_unreal(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """Say if a claim has as done what its quotes have only as less than that."""
    if is_owned(*claim) or not denies_nothing(*claim):
        return None
    found = [unreal(*quote) for quote in quotes]
    if not any(one.deeds or one.clauses for one in found):
        return None
    text, language = claim
    given = [word for quote in quotes for word in _words(quote)]
    said = _content(*claim)
    if not said or not given:
        return None
    verbs = [m for m in said if _may_be_the_deed(text, m, language)]
    words = [m[0].lower() for m in said]
    if _governs(_forms(text, verbs, language), words, given, meaning):
        return Reason("unreal")
    whole = any(one.clauses for one in found)
    return Reason("unreal") if whole and _lies_in(said, given, meaning) else None


def _content(text: str, language: Language) -> list[re.Match[str]]:
    empty = function_words()[language]
    return [match for match in _WORD.finditer(text[:4000]) if match[0].lower() not in empty]


def _words(quote: Sentence) -> list[_Given]:
    one = unreal(*quote)
    deeds = set(one.deeds)
    return [
        _Given(
            match[0].lower(),
            match.start() in deeds,
            _may_be_the_deed(quote[0], match, quote[1]),
            any(begin <= match.start() < end for begin, end in one.clauses),
        )
        for match in _content(*quote)
    ]


def _may_be_the_deed(claim: str, match: re.Match[str], language: Language) -> bool:
    """Can a word be a verb that says what was done, for all that its form and place show?"""
    if language == "de" and match[0][0].isupper():
        return False
    if match[0].lower().endswith(_INFINITIVE[language]):
        return False
    before = claim[max(0, match.start() - 8) : match.start()]
    return _BEFORE_A_NOUN[language].search(before) is None


def _forms(claim: str, verbs: Sequence[re.Match[str]], language: Language) -> list[list[str]]:
    """Each verb as it stands, its infinitive, and with what a German one leaves at the end."""
    parted = []
    if language == "de":
        parted = [word for word in claim.lower().rstrip(" .!?").split()[-1:] if word in _PARTED]
    forms = []
    for match in verbs:
        word = match[0].lower()
        infinitive = [
            word.removesuffix(end) + to for end, to in _TO_INFINITIVE if word.endswith(end)
        ]
        forms.append([word, *infinitive[:1], *(part + word for part in parted)])
    return forms


def _governs(
    verbs: Sequence[Sequence[str]], said: Sequence[str], given: Sequence[_Given], meaning: Meaning
) -> bool:
    """Is one of these verbs nearest to a deed that is less than done?"""
    if not verbs:
        return False
    deeds = [w.word for w in given if w.is_deed]
    verbs_too = {w.word for w in given if w.is_verb and not w.is_deed}
    others = [w.word for w in given if not w.is_deed]
    deeds = [
        deed
        for deed in dict.fromkeys(deeds)
        if _nearest([deed], [*verbs_too], verbs_too, meaning) < _TWICE
    ]
    if not deeds:
        return False
    of = meaning.table(said, others).argmax(axis=0).tolist() if others else []
    lost = []
    for forms in verbs:
        near = _nearest(forms, deeds, deeds, meaning)
        rivals = [o for o, at in zip(others, of, strict=True) if said[at] == forms[0]]
        far = _nearest(forms, rivals, verbs_too, meaning)
        if near >= _NEAR and near >= far + _AHEAD:
            return True
        if max(near, far) < _NEAR:
            lost.append(forms)
    return (
        bool(lost)
        and len(said) <= _FEW
        and len(given) <= _TIMES * len(said)
        and any(_nearest(said, [d], [d], meaning) < _NEAR for d in deeds)
    )


def _nearest(
    forms: Sequence[str], words: Sequence[str], verbs: Collection[str], meaning: Meaning
) -> float:
    if not words:
        return 0.0
    near = float(meaning.table(forms, words).max())
    if near < _SAME and any(_is_one_verb(form, verb) for form in forms for verb in verbs):
        return _SAME
    return near


def _is_one_verb(one: str, other: str) -> bool:
    """Do two words begin so alike that they are forms of one verb?"""
    shorter = min(len(one), len(other))
    same = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    return same >= max(3, shorter - 2) or (same >= 5 and same >= 0.7 * shorter)


def _lies_in(said: Sequence[re.Match[str]], given: Sequence[_Given], meaning: Meaning) -> bool:
    """Is what a claim says found in clauses that are doubted as a whole, and not outside?"""
    inside = list(dict.fromkeys(w.word for w in given if w.in_clause))
    outside = list(dict.fromkeys(w.word for w in given if not w.in_clause))
    if len(inside) < _FEWEST or len(said) < _FEWEST:
        return False
    words = [match[0].lower() for match in said]
    near = meaning.table(words, inside).max(axis=1)
    far = meaning.table(words, outside).max(axis=1) if outside else 0 * near
    within = [
        (n >= _INSIDE and n > f)
        or (f < _SAME and any(_is_one_verb(word, there) for there in inside))
        for word, n, f in zip(words, near.tolist(), far.tolist(), strict=True)
    ]
    return bool(sum(within) >= _MOST * len(words))
