"""A model that says what it was told to say: for tests, demonstrations and recordings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from assistant.errors import ModelProblem

from .seam import Finish, Request

Reply = str | Sequence[str | Finish] | ModelProblem


class ScriptedChat:
    """A queue of replies in, the requests that took them out.

    A reply is a text, the pieces of one (a :class:`Finish` may end them), or a problem to raise.
    Running dry is an error, so that a test notices one request too many.

    Example:
        >>> model = ScriptedChat(["Pékin investit 138 milliards [1]."])
        >>> [*model.reply(Request("Combien ?", "fr", (), ()))][0]
        'Pékin investit 138 milliards [1].'
    """

    def __init__(self, replies: Iterable[Reply], name: str = "scripted") -> None:
        self.name = name
        self.requests: list[Request] = []
        """Every request so far, oldest first."""
        self._replies = list(replies)

    @property
    def left(self) -> int:
        """Replies not yet given."""
        return len(self._replies)

    def reply(self, request: Request) -> Iterator[str | Finish]:
        """Give the next reply of the script; see :class:`ChatModel`.

        Raises:
            LookupError: the script has no reply left.
            ModelProblem: the script says so.
        """
        self.requests.append(request)
        if not self._replies:
            raise LookupError(f"The script of {self.name!r} has no reply to {request.question!r}.")
        reply = self._replies.pop(0)
        if isinstance(reply, ModelProblem):
            raise reply
        pieces = (reply,) if isinstance(reply, str) else reply
        yield from pieces
        if not pieces or not isinstance(pieces[-1], Finish):
            yield Finish(requests=1)
