"""Follow-ups: turn "and in 2025?" into a question that stands on its own.

With a language model the model rewrites it. Without one, rules do, and the reader always sees the
question that was searched for. What the follow-up brings takes the place of its like in the
question before: a year that of a year, *en Chine* that of *en Russie*, *wann* that of *wie viel*.
Where there is nothing like it, it is put behind that question, or the names and other key words of
that question are carried over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from prompts import load

from .models import is_built_in
from .models.seam import ChatModel, Message, Request

_OPENERS = re.compile(
    r"^(?:and|but|so|what about|how about|et|mais|alors|qu'en est-il de|und|aber|wie ist es mit|"
    r"e|ed|ma|che dire di|invece)\b[\s,:]*",
    re.IGNORECASE,
)
_POINTERS = frozenset(
    # pronouns and pointers that need something said before
    "it its they them their he him his she her this that these those there then "
    "il elle ils elles lui leur leurs ce cela ça ceci celui celle ceux y en son sa ses "
    "er sie es ihn ihm ihr ihre ihren ihrem seine seinen sein dies diese dieser das dort davon "
    "lui lei essi loro esso essa questo questa quello quella ciò ne suo sua suoi sue vi".split()
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_NAME = re.compile(
    r"\b(?:[A-ZÀ-ÖØ-Þ][\w'’-]*)(?:\s+(?:of|de|du|di|von|der|della|des)?\s*[A-ZÀ-ÖØ-Þ][\w'’-]*)*"
)
_ASKING = re.compile(
    r"(?:how (?:much|many|long|often|far)|what|when|where|who|whom|whose|why|which|how|"
    r"combien(?: de)?|pourquoi|comment|quand|où|qui|que|qu['’]|quoi|quel(?:le)?s?|"
    r"wie ?viele?|wie lange|wann|warum|weshalb|wieso|wohin|woher|wo|wer|wen|wem|was|wie|"
    r"welche[nmrs]?|"
    r"perché|quando|dove|chi|che cosa|che|cosa|quant[oiae]|quale|quali|come)(?!\w)",
    re.IGNORECASE,
)
"""What asks, in four languages; longer forms first."""
_LEADING = frozenset(
    "in of for with by at from on the en au aux à a pour avec chez dans de du des la le les l "
    "im bei von vom für mit aus nach der die das den dem nel nella nei negli per con da dal di "
    "del della il lo gli i".split()
)
"""Small words that may stand before what a follow-up brings."""
_SHORT = 5  # words; a question of so few rarely stands on its own after another


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier turn of a conversation."""

    role: Literal["user", "assistant"]
    text: str


def as_turns(history: Sequence[Turn | tuple[str, str] | dict[str, str]]) -> tuple[Turn, ...]:
    """Take a history in the shapes people have it; other roles than the two are left out.

    Args:
        history: turns, ``(role, text)`` pairs, or ``{"role": …, "content": …}``.
    """
    turns: list[Turn] = []
    for item in history:
        if isinstance(item, Turn):
            role, text = item.role, item.text
        elif isinstance(item, dict):
            role, text = item.get("role", ""), item.get("content", "")  # type: ignore[assignment]
        else:
            role, text = item  # type: ignore[assignment]
        if role in ("user", "assistant") and isinstance(text, str) and text.strip():
            turns.append(Turn(role, text))
    return tuple(turns)


def standalone(question: str, turns: Sequence[Turn], language: str, model: ChatModel) -> str:
    """Rewrite a follow-up as a question that stands on its own.

    Args:
        question: what the reader typed.
        turns: the conversation so far, oldest first.
        language: language of the question.
        model: asked for the rewriting, unless it is the built-in reader.

    Returns:
        The full question; the same one when it needs nothing from before.
    """
    earlier = [turn.text for turn in turns if turn.role == "user"]
    if not earlier or not needs_context(question):
        return question
    if is_built_in(model):
        return carry_over(question, earlier[-1])
    rewritten = _ask_model(question, turns, language, model)
    return rewritten or carry_over(question, earlier[-1])


def needs_context(question: str) -> bool:
    """Tell whether a question leans on what was said before."""
    words = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", question)
    if _OPENERS.match(question.strip()):
        return True
    if not words or (len(words) <= _SHORT and not _names(question)):
        return True
    return any(word.lower() in _POINTERS for word in words) and not _names(question)


def carry_over(question: str, before: str) -> str:
    """Complete a follow-up from the question before, by rules.

    Example:
        >>> carry_over("And in 2025?", "What did Sberbank invest in 2023?")
        'What did Sberbank invest in 2025?'
    """
    years, years_before = _YEAR.findall(question), _YEAR.findall(before)
    bare = _OPENERS.sub("", question.strip())
    if len(bare.split()) <= _SHORT:
        if len(years) == 1 and len(years_before) == 1:
            return _YEAR.sub(years[0], before)
        if replaced := _asked_otherwise(bare, before) or _put_in_place(bare, before):
            return replaced
    known = {word.lower() for word in re.findall(r"\w+", question)}
    carried = [name for name in _names(before) if name.lower() not in known]
    if len(bare.split()) <= _SHORT or not carried:
        carried = [w for w in re.findall(r"[\w'’-]+", before) if w.lower() not in known]
    return f"{bare} ({' '.join(dict.fromkeys(carried))})" if carried else question


def _asked_otherwise(bare: str, before: str) -> str:
    """*Und wann?* after *Wie viel hat sie investiert?* is *Wann hat sie investiert?*, in full."""
    words = bare.rstrip(" ?")
    asks, asked = _ASKING.fullmatch(words), _ASKING.match(before)
    if not asks or not asked or asks[0].casefold() == asked[0].casefold():
        return ""
    return f"{words[0].upper()}{words[1:]} {before[asked.end() :].lstrip()}"


def _put_in_place(bare: str, before: str) -> str:
    """*Et en Chine ?* after *Combien en Russie ?*; behind the question where it has no such place.

    Only for what is a few small words with a name or a year: anything with a verb is a question
    of its own.
    """
    brought = bare.rstrip(" ?")
    lead, _, rest = brought.partition(" ")
    if lead.lower() not in _LEADING:
        lead, rest = "", brought
    name = _NAME.fullmatch(rest) or _YEAR.fullmatch(rest)
    if not name:
        return ""
    there = [match for match in _NAME.finditer(before) if match.start()]
    alike = [m for m in there if lead and _word_before(before, m.start()) == lead.lower()]
    if len(alike) == 1 and not _YEAR.fullmatch(rest):
        start, end = alike[0].span()
        return before[:start] + rest + before[end:]
    if len(there) == 1 and not lead:
        return before[: there[0].start()] + rest + before[there[0].end() :]
    mark = re.search(r"\s*\?\s*$", before)
    end = mark.start() if mark else len(before)
    return f"{before[:end]} {brought}{before[end:]}" if lead else ""


def _word_before(text: str, at: int) -> str:
    words = re.findall(r"[^\W\d_]+", text[:at])
    return str(words[-1]).lower() if words else ""


def _names(text: str) -> list[str]:
    """Capitalised words behind the first word, which every sentence writes with a capital."""
    _, _, rest = text.strip().partition(" ")
    return [match.group().strip() for match in _NAME.finditer(rest)]


def _ask_model(question: str, turns: Sequence[Turn], language: str, model: ChatModel) -> str:
    lines = "\n".join(f"{turn.role}: {turn.text[:500]}" for turn in turns[-6:])
    prompt = load("rewrite").fill(history=lines, question=question)
    request = Request(question, language, (), (Message("user", prompt),))
    reply = "".join(piece for piece in model.reply(request) if isinstance(piece, str))
    line = reply.strip().splitlines()[0].strip() if reply.strip() else ""
    return line if 0 < len(line) <= 500 else ""
