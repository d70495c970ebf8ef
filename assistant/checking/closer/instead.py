"""A short claim names another one in the place of the one whom its quote names.

*Putin met Modi* against *Putin ha incontrato Xi*: a surname that is a word of some language, or has
two letters, is explained by meaning or not read as a name at all. In a short sentence with as many
names on each side, of which one stands against one, there is nothing else that it can be; names of
one place in two languages lie near each other, and those of two people do not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.checking.meaning import Meaning
from assistant.facts.facts import Language
from assistant.facts.letters import large_of, lowered, words_of
from assistant.facts.names import DETERMINERS, capitals, code_of
from assistant.facts.reasons import Reason
from assistant.facts.spelling import alike
from assistant.facts.tongue import function_words
from assistant.facts.vocabulary import is_any_word, is_listed, titles

from .rules import Sentence

_LONGEST = 16
"""Words of a sentence that is read for this."""
_MOST = 3
"""Names of such a sentence."""
_LONGEST_NAME, _SURNAME = 10, 6
"""Letters of a German name, longer ones being mostly compounds; and of one behind *is* that may be
formed of an ordinary word: *Huber*."""
_IS = frozenset("ist war wird wurde bleibt heißt".split())
"""Before somebody's name, in German."""
_OTHER = 0.2
"""Cosine under which two names are not one in two languages."""

Name = tuple[str, ...]
"""The words of a name."""


@lru_cache(maxsize=2048)
def named(text: str, language: Language) -> tuple[Name, ...]:
    """The few names of a short text, each with its words; none if there are more."""
    if len(words_of(text)) > _LONGEST or len(large_of(text)) > 3 * _MOST:
        return ()
    strong = {c.start: c for c in capitals(text, language) if c.strong}
    found: list[list[str]] = []
    last = -1
    at = 0
    for number, word in enumerate(words_of(text)):
        at = text.index(word, at)
        behind = words_of(text)[number - 1] if number else ""
        if _names(word, behind, at in strong, language):
            if found and text[last:at] == " ":
                found[-1].append(word)
            else:
                found.append([word])
            last = at + len(word)
        at += len(word)
    return tuple(map(tuple, found)) if len(found) <= _MOST else ()


def _names(word: str, behind: str, strong: bool, language: Language) -> bool:
    """Is a word surely a name, by the word it stands behind or because no language has it?"""
    low = word.lower()
    if not word[0].isupper() or word.isupper() or low in titles():
        return False
    if len(word) == 2:  # Xi, Li
        return bool(behind) and not any(low in words for words in function_words().values())
    if language == "de" and behind:
        if len(word) > _LONGEST_NAME or behind.lower() in DETERMINERS:
            return False
        called = behind in _IS and len(word) <= _SURNAME  # Neuer Direktor ist Huber
        return strong or (called and not is_listed(word, "de"))
    return strong and (bool(behind) or not is_any_word(word))


def another_instead(claim: Sentence, quotes: Sequence[Sentence], meaning: Meaning) -> Reason | None:
    """The one name of a claim that its quote does not have, where the quote has one in turn."""
    if len(quotes) != 1:
        return None
    ours, theirs = named(*claim), named(*quotes[0])
    if len(ours) != len(theirs):
        return None
    strange = [name for name in ours if not _is_there(name, quotes[0].text)]
    left = [name for name in theirs if not _is_there(name, claim.text)]
    if len(strange) != 1 or len(left) != 1:
        return None
    (one,), (other,) = strange, left
    if not (_may_be_word(one) or _may_be_word(other)):
        return None  # names that are no words are compared as such before
    near = meaning.table([w.lower() for w in one], [w.lower() for w in other]).max()
    return Reason("other_name", " ".join(one), " ".join(other)) if near < _OTHER else None


def _may_be_word(name: Name) -> bool:
    """Is a name short, or a word of one of the languages: *Xi*, *Modi*?"""
    return any(len(word) == 2 or is_any_word(word) for word in name)


def _is_there(name: Name, text: str) -> bool:
    """Has a text any word of a name, in any spelling and language?"""
    known = frozenset(lowered(text))
    codes = {code_of(word) for word in words_of(text)} - {""}
    for word in name:
        if word.lower() in known or code_of(word) in codes:
            return True
        if any(alike(word, other) for other in words_of(text) if other[0].isupper()):
            return True
    return False
