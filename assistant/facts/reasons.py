"""Why a statement is doubted, as data; said in the reader's language at the very end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from .facts import Language
from .tables import table

Why = Literal[
    "other", "missing", "converted", "computed", "too_many",  # of a figure, or of words
    "other_name", "missing_name",
    "denies", "denied", "one_denies", "may_deny", "opposite", "turned_round",
    "undone", "done", "unreal", "already", "apart", "left_out",
    "not_said", "elsewhere", "unread",
    "no_statement", "too_long", "no_quote", "cut",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, in no language yet."""

    why: Why
    said: str = ""
    """What the statement has, in its own words."""
    given: str = ""
    """What the source has, in its own words."""
    told: str = ""
    """The same for the reader, where the source's words are of another language."""


def in_whole_words(reason: Reason, claim: str) -> Reason:
    """A reason with the statement's words as it writes them, whole: *porte-parole*, not *porte*.

    What checks a statement reads *porte-parole* as two words. Names stay as they are: of
    *Paris-Lyon* only one may be in the source.

    Args:
        reason: why the statement is doubted.
        claim: the statement.
    """
    if not reason.said or reason.why in ("other_name", "missing_name"):
        return reason
    words = _WORD.findall(reason.said)
    if words != reason.said.split():
        return reason
    said = r"\W".join(words)
    whole = rf"(?<![\w-])(?:[^\W\d_]+-)*{said}(?:-[^\W\d_]+)*(?![\w-])"
    found = re.search(whole, claim, re.IGNORECASE)
    return replace(reason, said=found[0]) if found else reason


_WORD = re.compile(r"[^\W\d_]+")


def tell(reason: Reason, language: Language) -> str:
    """Say a reason in a language, as the end of a sentence about the statement."""
    given = f"{reason.given} ({reason.told})" if reason.told else reason.given
    form: str = table("reasons")[reason.why][language]
    return form.format(said=reason.said, given=given)
