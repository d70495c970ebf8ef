"""Addresses and names of files in a statement: nobody can paraphrase one, so it must be copied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_ENDINGS = (
    "csv|doc|docx|eml|epub|html?|jpe?g|json|md|mp3|mp4|odp|ods|odt|pdf|png|pptx?|rtf|txt|xlsx?|xml|"
    "zip"
)
_DOMAINS = "at|be|biz|ch|cn|co|com|de|edu|es|eu|example|fr|gov|info|int|io|it|li|net|org|ru|uk|us"
_ADDRESS = re.compile(
    rf"""
    \b[a-z][a-z0-9+.-]{{1,20}}://[^\s<>"«»“”„]{{1,500}}
    | \bwww\.[^\s<>"«»“”„]{{1,300}}
    | [\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}}
    | (?<![\w.@-])\w[\w-]{{0,80}}(?:\.[\w-]{{1,80}}){{0,4}}\.(?:{_ENDINGS})\b(?![\w-])
    | (?<![\w.@-])[a-z][a-z0-9-]{{1,62}}(?:\.[a-z0-9-]{{1,63}}){{0,4}}\.(?:{_DOMAINS})\b(?![\w-])
    """,
    re.VERBOSE,
)
_CLOSING = ".,;:!?)]}'’*_"


def addresses(text: str) -> tuple[str, ...]:
    """Web addresses, hosts, mail addresses and names of files, in order.

    Example:
        >>> addresses("As budget.xlsx and https://e.example/k, say.")
        ('budget.xlsx', 'https://e.example/k')
    """
    return tuple(m.group().rstrip(_CLOSING) for m in _ADDRESS.finditer(text))


def invented(text: str, quotes: Sequence[str], files: Iterable[str]) -> tuple[str, ...]:
    """Those of a text that no quote holds and that are no file's name.

    Args:
        text: a statement.
        quotes: what it rests on.
        files: names of the files that it may name, with their folders.
    """
    there = "\n".join(quotes).casefold()
    names = {name.casefold() for file in files for name in (file, file.rpartition("/")[2])}
    told = dict.fromkeys(addresses(text))
    return tuple(a for a in told if a.casefold() not in there and a.casefold() not in names)
