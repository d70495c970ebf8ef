"""What a model says, piece by piece, made fit to be read.

Every model that writes is heard through :class:`Heard`: it keeps thinking apart from the answer,
stops a model that repeats itself without end, and decides at the end whether what came is a whole
answer, a part of one, or none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from assistant.errors import BadReply, ContentFiltered

from .endings import ending, explain
from .seam import Finish

_TAG = re.compile(r"<(/?)(?:think|thinking|reasoning)>", re.IGNORECASE)
_OPEN_TAG = re.compile(r"<(?:/?[a-z]{0,9})?$", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")

_WINDOW = 1200  # characters looked back over for a loop
_REPEATS = 6  # so many times the same in a row is a loop …
_LOOP = 240  # … if it makes up at least so many characters


@dataclass(frozen=True, slots=True)
class Delta:
    """One event of a reply as it comes over the wire, in our own words."""

    text: str = ""
    finish: str = ""
    """The provider's word for how the reply ended; empty until it has ended."""
    refused: bool = False
    thinking: bool = False
    """Whether the model thought aloud, apart from its text."""
    prompt_tokens: int = 0
    completion_tokens: int = 0


def read_delta(event: Any, part: str) -> Delta:
    """Read an event of OpenAI's format: what is not as agreed counts as not there.

    Args:
        event: Plain JSON or the client's object.
        part: ``delta`` in a stream, ``message`` in a whole answer.
    """
    choices = dig(event, "choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    said = dig(choice, part)
    text, finish = dig(said, "content"), dig(choice, "finish_reason")
    usage = dig(event, "usage")
    return Delta(
        text=text if isinstance(text, str) else "",
        finish=finish if isinstance(finish, str) else "",
        refused=bool(dig(said, "refusal")),
        thinking=bool(dig(said, "reasoning_content") or dig(said, "reasoning")),
        prompt_tokens=_count(dig(usage, "prompt_tokens")),
        completion_tokens=_count(dig(usage, "completion_tokens")),
    )


def dig(value: Any, name: str) -> Any:
    """A field of plain JSON or of the client's object; ``None`` where there is none."""
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)


def _count(value: Any) -> int:
    return value if isinstance(value, int) and value > 0 else 0


class Heard:
    """One reply as it is heard.

    Take every :class:`Delta` in; hand on what :meth:`take` gives back; stop when :attr:`over`; then
    hand on :meth:`rest` and :meth:`finish`.
    """

    def __init__(self, host: str, language: str, limit: int) -> None:
        """Begin to listen.

        Args:
            host: Who speaks, for messages.
            language: Language of the answer, in which a cut is explained.
            limit: Characters of answer after which it is cut off.
        """
        self._language = language
        self._host = host
        self._limit = limit
        self._thoughts = Thoughts()
        self._text = ""
        self._checked = 0
        self._cut = ""
        self._last = Delta()

    @property
    def begun(self) -> bool:
        """Whether any of the answer has come."""
        return bool(self._text.strip())

    @property
    def ended(self) -> bool:
        """Whether the model has said that it is done."""
        return bool(self._last.finish)

    @property
    def over(self) -> bool:
        """Whether there is no use in listening on."""
        return bool(self._cut)

    def take(self, delta: Delta) -> str:
        """Take an event in; return the new piece of the answer, often empty."""
        last = self._last
        self._last = Delta(
            finish=delta.finish or last.finish,
            refused=delta.refused or last.refused,
            thinking=delta.thinking or last.thinking,
            prompt_tokens=max(delta.prompt_tokens, last.prompt_tokens),
            completion_tokens=max(delta.completion_tokens, last.completion_tokens),
        )
        return self._say(self._thoughts.feed(delta.text)) if delta.text else ""

    def rest(self) -> str:
        """What was held back because it might have become a tag."""
        return self._say(self._thoughts.end())

    def cut(self, which: str, detail: str = "") -> None:
        """Note why the reply was cut off, see ``endings``; the first reason stays."""
        self._cut = self._cut or explain(which, self._language, detail)

    def finish(self, requests: int) -> Finish:
        """Say how the reply ended.

        Raises:
            ContentFiltered: the provider refused, and nothing of an answer came.
            BadReply: nothing of an answer came.
        """
        told = self._last.finish.lower()
        if not self.begun:
            raise self._nothing(ending(told))
        if which := ending(told):
            self.cut(which, told[:40])
        return Finish(
            complete=not self._cut,
            reason=self._cut,
            prompt_tokens=self._last.prompt_tokens,
            completion_tokens=self._last.completion_tokens,
            requests=requests,
        )

    def _say(self, text: str) -> str:
        # What stands before the first word, often left over from thinking, is not part of it.
        text = text if self._text else text.lstrip()
        text = text[: self._limit - len(self._text)]
        self._text += text
        if len(self._text) >= self._limit:
            self.cut("too-much")
        elif len(self._text) - self._checked >= 80:
            self._checked = len(self._text)
            if loops(self._text[-_WINDOW:]):
                self.cut("loop")
        return text

    def _nothing(self, which: str) -> BadReply | ContentFiltered:
        if which == "filter" or self._last.refused:
            return ContentFiltered(
                f"{self._host} refused to answer this. Ask in other words, or use --model extract."
            )
        thought = self._thoughts.any or self._last.thinking
        if thought and which == "length":
            why = "used up its length limit by thinking"
        elif thought:
            why = "only thought aloud"
        elif which == "tool":
            why = "tried to call a tool"
        else:
            why = "sent an empty answer"
        return BadReply(f"The model at {self._host} {why}. Ask again, or choose another model.")


class Thoughts:
    """Keeps ``<think>…</think>`` out of the answer, wherever the pieces are cut."""

    def __init__(self) -> None:
        self.any = False
        """Whether the model thought aloud."""
        self._inside = False
        self._held = ""

    def feed(self, piece: str) -> str:
        """Take a piece in; return what is surely part of the answer."""
        text = self._held + piece
        said: list[str] = []
        start = 0
        for tag in _TAG.finditer(text):
            said.append("" if self._inside else text[start : tag.start()])
            self._inside = not tag[1]
            self.any = True
            start = tag.end()
        end = len(text) - _may_go_on(text)
        said.append("" if self._inside else text[start:end])
        self._held = text[max(start, end) :]
        return _mend("".join(said))

    def end(self) -> str:
        """Return what was held back; call it once, at the end."""
        held, self._held = self._held, ""
        return "" if self._inside else _mend(held)


def loops(text: str) -> bool:
    """Whether a text ends in the same thing said over and over.

    Finds the shortest period of every ending at once: the prefix function of Knuth, Morris and
    Pratt (1977) on the text read backwards. Linear in its length.
    """
    back = text[::-1]
    border = [0] * len(back)
    for i in range(1, len(back)):
        k = border[i - 1]
        while k and back[i] != back[k]:
            k = border[k - 1]
        border[i] = k + (back[i] == back[k])
        length = i + 1
        if length >= _LOOP and (length - border[i]) * _REPEATS <= length:
            return True
    return False


def _may_go_on(text: str) -> int:
    """How many characters at the end may be the beginning of a tag, or half of a character."""
    if text and "\ud800" <= text[-1] <= "\udbff":
        return 1
    open_tag = _OPEN_TAG.search(text[-11:])
    return len(open_tag[0]) if open_tag else 0


def _mend(text: str) -> str:
    """Join the halves of characters beyond U+FFFF that a server has cut in two."""
    if not _SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
