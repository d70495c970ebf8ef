"""What looks like a denial and denies nothing: *not least*, *no matter*, *finché non*, *No. 5*."""

from __future__ import annotations

import re

from assistant.facts.text.letters import has_any, lowered, word_set

_WORD = re.compile(r"(?!(?:[Nn]o|[Nn]r?)\. ?\d|O\.K|(?:[Nn]on?|[Nn]icht)-)[^\W\d_]+(?:['’]t\b)?")
_APART_CUES = ("'t", "’t", "no.", "n.", "nr.", "o.k", "no-", "non-", "nicht-")
"""Without one of them the words are its runs of letters."""
_IDIOM = re.compile(
    r"(?<!\w)(?:non ved\w+ l['’]ora|can(?:no|['’])t wait|could(?: not|n['’]t) help"
    r"|who (?:are|am) \w+ kidding"
    r"|nicht (?:mehr|weniger) als|pas (?:plus|moins) d(?:e |['’])|not more than|non più di "
    r"|no (?:matter|less|more) |no \d|nothing (?:more|less|but) |if not |wenn nicht |se non "
    r"|si ce n['’]est|not least|nicht (?:zuletzt|allein|näher)"
    r"|non(?= \w+iv[oaei](?!\w))|nicht(?= \w+iv(?:e[rsnm]?)?(?!\w))"
    r"|(?:finché|a meno che)(?: \w+){0,5}? non(?= )"
    r"|avant qu(?:e |['’])(?:\w+ ){1,4}?n[e'’](?! ?\w+ pas)"
    r"|(?<!must )(?<!may )(?<!should )(?<!shall )(?:not|(?!mustn|shouldn)\w+n['’]t)"
    r"(?= (?:\w+ ){1,6}until)|nicht(?= (?:\w+ ){0,5}bevor)"
    r"|pas(?= (?:\w+ ){0,4}avant (?:le |la |l['’])?\d)|nicht(?= vor (?:dem )?\d)"
    r"|non(?= (?:\w+ ){1,5}(?:prima (?:de|che|di)|finché)))",
    re.IGNORECASE,
)
"""They deny nothing."""
_IDIOM_WORDS = frozenset("non nicht pas not t cannot who no nothing si avant".split())
"""Each of them has one of these words."""


def without_idioms(text: str) -> str:
    """A text without idioms that have a word of denial and deny nothing."""
    return text if _IDIOM_WORDS.isdisjoint(word_set(text)) else _IDIOM.sub(" ", text)


def words_apart(text: str) -> list[str]:
    """The words of a text, lower case; *don't* is one, and what only looks like denying none."""
    if has_any(text.lower(), _APART_CUES):
        return "\n".join(_WORD.findall(text)).lower().replace("’", "'").split("\n")
    return [*lowered(text)] or [""]
