"""What a client sent to a named endpoint, held to the shape it must have before it is used.

Gradio hands on whatever JSON came, and anybody who may ask can send any.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.errors import BadQuestion


def words(name: str, sent: object) -> str:
    """Take a text.

    Raises:
        BadQuestion: it is none.
    """
    if not isinstance(sent, str):
        raise _refused(name, "must be a text", sent)
    return sent


def whole(name: str, sent: object) -> int:
    """Take a whole number, also as a text or with nothing behind the point.

    Raises:
        BadQuestion: it is none.
    """
    if isinstance(sent, str | int | float):
        try:
            return int(sent)
        except (ValueError, OverflowError):  # OverflowError: an infinity
            pass
    raise _refused(name, "must be a whole number", sent)


def turns(name: str, sent: object) -> list[list[str]]:
    """Take what was said before: a list of lists. What they hold is looked at by who uses it.

    Raises:
        BadQuestion: it is none.
    """
    if not isinstance(sent, list) or not all(isinstance(pair, list) for pair in sent):
        raise _refused(name, "must be a list of pairs, a question and its answer each", sent)
    return sent


def fields(name: str, sent: object) -> Mapping[str, str]:
    """Take names with values; nothing stands for none of them.

    Raises:
        BadQuestion: it is something else.
    """
    if not isinstance(sent, dict | None):
        raise _refused(name, "must be an object of names with values", sent)
    return sent or {}


def _refused(name: str, must: str, sent: object) -> BadQuestion:
    return BadQuestion(f"`{name}` {must}, and this is {repr(sent)[:60]}.")
