"""Why a statement is doubted, as data; said in the reader's language at the very end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .facts import Language
from .tables import table

Why = Literal[
    "other", "missing", "converted", "computed", "too_many",  # of a figure, or of words
    "other_name", "missing_name",
    "denies", "denied", "one_denies", "may_deny", "opposite", "turned_round",
    "undone", "done", "unreal", "apart", "left_out",
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


def tell(reason: Reason, language: Language) -> str:
    """Say a reason in a language, as the end of a sentence about the statement."""
    given = f"{reason.given} ({reason.told})" if reason.told else reason.given
    form: str = table("reasons")[reason.why][language]
    return form.format(said=reason.said, given=given)
