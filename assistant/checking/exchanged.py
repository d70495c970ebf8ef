"""Has a claim two common nouns of its quote in exchanged places: *the nurse called the doctor*?

Said only of one language and of a claim that has every word of a short sentence and no other: then
two nouns that changed places around a verb changed who does it. Names are told apart elsewhere
(`facts/deeds/roles`), across languages too. In German the article shows who does it, so
there the place alone says nothing: *den Arzt rief die Krankenschwester*.
"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.facts.deeds.roles import is_mutual
from assistant.facts.facts import Language
from assistant.facts.reasons import Reason
from assistant.facts.text.letters import words_of
from assistant.facts.text.tongue import function_words

_ARTICLES: dict[Language, frozenset[str]] = {
    "en": frozenset("the a an his her its their this that these those".split()),
    "fr": frozenset("le la les l un une des du au aux son sa ses leur leurs ce cet cette".split()),
    "de": frozenset("der die das den dem des ein eine einen einem einer".split()),
    "it": frozenset(
        "il lo la i gli le l un uno una dal dallo dalla dall dai al allo alla all ai".split()
    ),
}
_IS = frozenset(
    "is are was were be been become becomes became est sont était étaient fut devient ist sind war"
    " waren wird wurde bleibt è sono era erano fu diventa".split()
)
"""Between two nouns that are one: *the winner is the mayor*."""
_LONGEST = 16


def nouns_exchanged(claim: str, quote: str, language: Language) -> Reason | None:
    """Say if a claim is a sentence of its quote but for two nouns in exchanged places.

    Args:
        claim: a sentence.
        quote: the sentence it is held against.
        language: of both.
    """
    if abs(len(claim) - len(quote)) > _LONGEST:
        return None
    said, given = (words_of(text) for text in (claim, quote))
    if max(len(said), len(given)) > _LONGEST:
        return None
    ours, theirs = (_without_articles(words, language) for words in (said, given))
    if len(ours) != len(theirs):
        return None
    pairs = list(zip(ours, theirs, strict=True))
    moved = [i for i, (one, other) in enumerate(pairs) if one[1] != other[1]]
    if len(moved) != 2 or any(not article for i in moved for article, _ in pairs[i]):
        return None
    (a, c), (b, d) = pairs[moved[0]], pairs[moved[1]]
    if (a[1], b[1]) != (d[1], c[1]):
        return None
    if language == "de" and (a[0], b[0]) == (d[0], c[0]):
        return None
    between = [word for _, word in ours[moved[0] + 1 : moved[1]]]
    verbs = [word for word in between if word not in function_words()[language] | _IS]
    return Reason("turned_round") if verbs and not any(map(is_mutual, verbs)) else None


def _without_articles(words: Sequence[str], language: Language) -> list[tuple[str, str]]:
    """The words, lower case, each with the article right before it."""
    found, article = [], ""
    for word in map(str.lower, words):
        if word in _ARTICLES[language]:
            article = word
        else:
            found.append((article, word))
            article = ""
    return found
