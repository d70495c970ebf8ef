"""Where what a text speaks of is from: *a Polish minister*, *la banque russe*, *Forscher aus Wien*.

Each place that is said of something is told with the words that it may be said of, so that two
texts can be compared in whose it is. Read without grammar: an adjective stands before its noun in
English and German, behind it in French and Italian, and a country or a name behind *from*, *de*,
*aus*, *di*: *the bishop of Modena*. The adjectives are data, in `origins.toml`.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from assistant.facts.facts import LANGUAGES, Language
from assistant.facts.tables import table
from assistant.facts.text.letters import Met, Stems, lowered, starts_of
from assistant.facts.text.spelling import skeleton
from assistant.facts.text.tongue import function_words
from assistant.facts.text.vocabulary import same_thing

from .names import capitals

_HEADS = 2
"""Words that an adjective or a country may be said of."""
_OF: dict[Language, frozenset[str]] = {
    "en": frozenset("from of in".split()),
    "fr": frozenset("de du d des en au aux".split()),
    "de": frozenset("aus von in der".split()),
    "it": frozenset("di della del dell dalla dal in".split()),
}
_FOLLOWS: frozenset[Language] = frozenset(("fr", "it"))
"""Languages whose adjectives of origin stand behind their noun."""
_CODE = 2
"""Letters of a country's code."""


class Origin(NamedTuple):
    """A place or a name with the words that it may be said of."""

    code: str
    """Of the place, or how the name sounds."""
    word: str
    """As it is written, lower case."""
    heads: tuple[str, ...]

    @property
    def is_country(self) -> bool:
        """Is it a country, by its name or its adjective?"""
        return len(self.code) == _CODE and self.code.isupper()


@lru_cache(maxsize=4096)
def origins(text: str, language: Language) -> tuple[Origin, ...]:
    """The countries that a text says of something, in order.

    Args:
        text: a claim or a quote.
        language: its language.
    """
    words, codes = lowered(text), _codes(language)
    empty, found = function_words()[language], []
    starts, leads = starts_of(text), _OF[language]
    named = {name.start for name in capitals(text, language) if name.strong}
    for at, word in enumerate(words):
        code, is_country = codes[word]
        of = at > 0 and words[at - 1] in leads
        if not code and of and starts[at] in named:
            code, is_country = same_thing(word) or skeleton(word), True
        if not code:
            continue
        if is_country and not of:
            owned = language == "en" and words[at + 1 : at + 2] == ("s",)  # China's largest bank
            heads = _heads(words[at + 2 :], empty) if owned else ()
        elif is_country or language in _FOLLOWS:
            heads = _heads(words[: at - is_country][::-1], empty)
        else:
            heads = _heads(words[at + 1 :], empty)
        heads = tuple(head for head in heads if not codes[head][0])
        if heads:
            found.append(Origin(code, word, heads))
    return tuple(found)


def _heads(words: tuple[str, ...], empty: frozenset[str]) -> tuple[str, ...]:
    """The first words that one stands beside, up to the first small word."""
    heads: list[str] = []
    for word in words[:_HEADS]:
        if word in empty:
            break
        heads.append(word)
    return tuple(heads)


@cache
def _codes(language: Language) -> Met[tuple[str, bool]]:
    """Of each lower-case word the country it names, and whether it is the country itself."""
    assert language in LANGUAGES
    whole: dict[str, str] = {}
    stems: Stems[str] = Stems()
    for code, forms in table("origins")["of"].items():
        for form in forms[language].split():
            if form.endswith("="):
                whole[form[:-1]] = code
            else:
                stems.add(form, code)

    def told(word: str) -> tuple[str, bool]:
        code = whole.get(word) or next(iter(stems.of(word)), "")
        if code:
            return code, False
        named = same_thing(word)
        return (named, True) if len(named) == _CODE else ("", False)

    return Met(told)
