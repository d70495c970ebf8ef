"""A model that knows the answers: how far could any model get with the passages it is given?

It answers with the gold where a passage holds it and declines where none does, so that what it
misses is the search's doing, and what is wrong with its citations is the chain's. It obeys the
prompt to the letter: it declines, and cites, only if the prompt says how.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assistant import Finish, Request

from .cases import Case, Span

_DECLINE = "NOT_IN_DOCUMENTS"
_HOW_TO_CITE = "[2]"


class Oracle:
    """A ChatModel made from cases."""

    name = "oracle"

    def __init__(self, cases: Iterable[Case]) -> None:
        self._gold: dict[str, tuple[tuple[Span, ...], ...]] = {}
        self._whole: dict[str, str] = {}
        for case in cases:
            whole = " ".join(
                [*(text for role, text in case.history if role == "user"), case.question]
            )
            self._gold[case.question] = self._gold[whole] = case.gold
            self._whole[case.question] = whole

    def reply(self, request: Request) -> Iterator[str | Finish]:
        """Answer, decline, or rewrite a follow-up; see ``assistant.ChatModel``."""
        if not request.passages:
            yield self._whole.get(request.question, request.question)
        else:
            rules = "\n".join(message.content for message in request.messages)
            yield self._answer(request, rules)
        yield Finish(requests=1)

    def _answer(self, request: Request, rules: str) -> str:
        best: list[str] = []
        for spans in self._gold.get(request.question, ()):
            held = [(span, _holder(request, span)) for span in spans]
            said = [_said(span, number, rules) for span, number in held if number]
            if len(said) > len(best):
                best = said
        if best:
            return " ".join(best)
        if _DECLINE in rules:
            return _DECLINE
        return f"{request.passages[0].hit.text.splitlines()[0]} [1]"


def _holder(request: Request, span: Span) -> int | None:
    for passage in request.passages:
        hit = passage.hit
        if hit.file == span.file and hit.start <= span.start and span.end <= hit.end:
            return passage.number
    return None


def _said(span: Span, number: int, rules: str) -> str:
    marker = f" [{number}]" if _HOW_TO_CITE in rules else ""
    return f"{span.quote.rstrip('.')}{marker}."
