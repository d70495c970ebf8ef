"""From passages to the checked answer: a model proposes, every statement is held against them."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from index import EVERYTHING, Filter, FolderIndex, Hit

from .answers import Answer
from .models import is_built_in
from .models.seam import DECLINE, ChatModel, Finish, Passage, Request
from .passages import for_model, for_reader, messages
from .phrases import Phrase, say
from .settings import Settings
from .showing import as_written, once_judged
from .spoken import OTHER, Spoken, is_foreign
from .turns import FollowUp
from .verdicts import declined, judge, spent, supported_text

_NEAREST = 3
"""Hits shown on a refusal."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question, ready to be answered."""

    question: str
    """As the reader typed it."""
    full: FollowUp
    """As it is searched for."""
    spoken: Spoken
    only: Filter = EVERYTHING


class Answering:
    """Answers one question after another, from what was found for each.

    Args:
        model: proposes.
        index: where the sources are.
        settings: how much a model is shown, and whether what fails is withheld.
        working: entered while checking, so that not all threads check at once.
    """

    def __init__(
        self,
        model: ChatModel,
        index: FolderIndex,
        settings: Settings,
        working: AbstractContextManager[object],
    ) -> None:
        self._model = model
        self._index = index
        self._settings = settings
        self._working = working

    def answer(
        self, exchange: Exchange, hits: Sequence[Hit], started: float
    ) -> Iterator[str | Answer]:
        """Yield what may be shown while a model writes, then the checked answer.

        Args:
            exchange: what is asked.
            hits: what was found for it, best first.
            started: when it was asked, on the monotonic clock.
        """
        passages = self._passages(hits)
        draft = self._draft(exchange, hits)
        if not passages:
            narrowed: Phrase = "declined" if exchange.only == EVERYTHING else "filtered"
            phrase = narrowed if self._index.count() else "empty_folder"
            unread = is_built_in(self._model) and exchange.spoken.question == OTHER
            if unread and phrase == "declined":
                phrase = "unread_question"
            yield declined(draft, say(phrase, draft.language))
            return
        reply, finish = yield from self._reply(exchange, passages)
        cut = () if finish.complete else (f"{say('cut', draft.language)}: {finish.reason}",)
        draft = replace(
            draft,
            text=reply,
            complete=finish.complete,
            notes=(*draft.notes, *cut),
            usage=spent(finish, exchange.full.cost, len(passages), time.monotonic() - started),
        )
        if not reply.strip() or DECLINE in reply:
            yield declined(draft, self._refusal(exchange, draft.language, passages, finish))
            return
        with self._working:
            answer = judge(
                draft,
                passages,
                self._index.text,
                self._index.card,
                strict=self._settings.strict,
                asked_in=exchange.spoken.question,
            )
        yield self._told_of_source(answer, passages)

    def _passages(self, hits: Sequence[Hit]) -> tuple[Passage, ...]:
        limit = self._settings.passages
        if is_built_in(self._model):
            return for_reader(hits, limit)
        return for_model(hits, self._settings.prompt_tokens, limit)

    def _draft(self, exchange: Exchange, hits: Sequence[Hit]) -> Answer:
        full, language = exchange.full.text, exchange.spoken.answer
        foreign = exchange.spoken.question == OTHER
        return Answer(
            exchange.question,
            "",
            language,
            declined=False,
            model=self._model.name,
            asked=full if full != exchange.question else None,
            nearest=tuple(hits),
            notes=(say("foreign", language),) if foreign else (),
        )

    def _reply(
        self, exchange: Exchange, passages: tuple[Passage, ...]
    ) -> Generator[str, None, tuple[str, Finish]]:
        """Yield what may be shown of the reply; return the whole of it and how it ended."""
        language, full = exchange.spoken.answer, exchange.full
        built_in = is_built_in(self._model)
        request = Request(
            full.text,
            language,
            passages,
            () if built_in else messages(full.text, language, passages),
            asked_in=exchange.spoken.question,
            within=max(0.001, self._settings.deadline - full.seconds),
            made=full.cost.requests,
        )
        pieces = self._model.reply(request)
        if self._settings.strict:
            return (yield from once_judged(pieces, self._shown(passages, language), language))
        return (yield from as_written(pieces, len(passages)))

    def _shown(self, passages: Sequence[Passage], language: str) -> Callable[[str], str]:
        def shown(reply: str) -> str:
            with self._working:
                return supported_text(reply, passages, self._index.text, language)

        return shown

    def _told_of_source(self, answer: Answer, passages: Sequence[Passage]) -> Answer:
        """With a note where the built-in reader quotes what it cannot read."""
        places = [passage.hit for passage in passages if is_foreign(passage.hit)]
        quotes = any(
            hit.file == c.file and hit.start <= c.start < hit.end
            for hit in places
            for c in answer.citations
        )
        if not quotes or not is_built_in(self._model):
            return answer
        return replace(answer, notes=(*answer.notes, say("unread_source", answer.language)))

    def _refusal(
        self, exchange: Exchange, language: str, passages: Sequence[Passage], finish: Finish
    ) -> str:
        """What a reader is told; nothing is said to be lacking from what could not be read."""
        nearest = say("nearest", language)
        if not is_built_in(self._model):
            return f"{say('declined', language)} {nearest}"
        foreign = [is_foreign(passage.hit) for passage in passages]
        if 2 * sum(foreign[:_NEAREST]) > len(foreign[:_NEAREST]):
            return f"{say('unread', language)} {nearest}"
        if exchange.spoken.question == OTHER:
            return f"{say('unread_question', language)} {nearest}"
        if foreign[0]:
            return f"{say('unread_one', language)} {nearest}"
        lacking = "" if any(foreign) else f"{finish.lacking} "
        return f"{say('declined', language)} {lacking.lstrip()}{nearest}"
