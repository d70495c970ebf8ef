"""From passages to the checked answer: a model proposes, every statement is held against them."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from assistant.followups.turns import FollowUp
from index import EVERYTHING, Filter, FolderIndex, Hit

from .answers import Answer
from .glance import Glance, Seen
from .judging import Doubts, Judge, judged
from .models import is_built_in
from .models.seam import DECLINE, ChatModel, Finish, Passage, Request
from .passages import for_model, for_reader, messages
from .phrases import Phrase, say
from .settings import Settings
from .showing import as_written, once_checked
from .spoken import OTHER, Spoken, is_foreign
from .verdicts import declined, settled, spent, supported_text, traced, with_cost

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
        glance: the built-in reader's, before a language model is asked.
        judge: looks again at what the check calls supported.
    """

    def __init__(
        self,
        model: ChatModel,
        index: FolderIndex,
        settings: Settings,
        working: AbstractContextManager[object],
        glance: Glance,
        judge: Judge | None = None,
    ) -> None:
        self._model = model
        self._index = index
        self._settings = settings
        self._working = working
        self._glance = glance
        self._judge = judge

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
            yield declined(draft, say(self._nothing(exchange), draft.language))
            return
        seen = self._seen(exchange, hits)
        if seen.nothing:
            cost = spent(Finish(), exchange.full.cost, 0, time.monotonic() - started)
            yield _not_asked(replace(draft, usage=cost), seen.lacking)
            return
        before = time.monotonic() - exchange.full.seconds
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
            finish = replace(finish, lacking=finish.lacking or seen.lacking)
            yield declined(draft, self._refusal(exchange, draft.language, passages, finish))
            return
        answer, judging = self._checked(draft, exchange, passages, before)
        usage = with_cost(answer.usage, judging, seconds=time.monotonic() - started)
        answer = replace(answer, usage=usage)
        if answer.declined:
            more = (seen.lacking, say("nearest", draft.language) if answer.nearest else "")
            answer = replace(answer, text=" ".join([answer.text, *filter(None, more)]))
        yield self._told_of_source(answer, passages)

    def _checked(
        self, draft: Answer, exchange: Exchange, passages: Sequence[Passage], before: float
    ) -> tuple[Answer, Finish]:
        """The draft, traced, checked, judged where there is a judge; and what the judge cost."""
        with self._working:
            cited = traced(draft, passages, self._index.text)
        doubts = Doubts(())
        if self._judge:  # not among what takes turns: a model may take its time
            within = self._settings.deadline - (time.monotonic() - before)
            claims, doubts = judged(
                self._judge, cited.claims, self._index.text, draft.language, within
            )
            cited = replace(cited, claims=claims)
            draft = replace(draft, judge=self._judge.name if doubts.asked else None)
        with self._working:
            answer = settled(
                replace(draft, notes=(*draft.notes, *doubts.notes)),
                cited,
                passages,
                self._index.text,
                self._index.card,
                strict=self._settings.strict,
                asked_in=exchange.spoken.question,
            )
        return answer, doubts.cost

    def _passages(self, hits: Sequence[Hit]) -> tuple[Passage, ...]:
        limit = self._settings.passages
        if is_built_in(self._model):
            return for_reader(hits, limit)
        return for_model(hits, self._settings.prompt_tokens, limit)

    def _nothing(self, exchange: Exchange) -> Phrase:
        """Why there is no passage."""
        if not self._index.count():
            return "empty_folder"
        if exchange.only != EVERYTHING:
            return "filtered"
        unread = is_built_in(self._model) and exchange.spoken.question == OTHER
        return "unread_question" if unread else "declined"

    def _seen(self, exchange: Exchange, hits: Sequence[Hit]) -> Seen:
        """What the built-in reader sees before a language model is asked."""
        if is_built_in(self._model):
            return Seen(nothing=False, lacking="")
        passages = for_reader(hits, self._settings.passages)
        asked_in = exchange.spoken.question
        request = Request(
            exchange.full.text, exchange.spoken.answer, passages, (), asked_in=asked_in
        )
        with self._working:
            return self._glance.see(request)

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
            return (yield from once_checked(pieces, self._shown(passages, language), language))
        return (yield from as_written(pieces, [passage.hit.file for passage in passages]))

    def _shown(self, passages: Sequence[Passage], language: str) -> Callable[[str], str]:
        def shown(reply: str) -> str:
            if self._judge:
                return ""  # what is shown cannot be taken back, and a judge reads the whole answer
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
            return _refused(language, finish.lacking)
        foreign = [is_foreign(passage.hit) for passage in passages]
        if 2 * sum(foreign[:_NEAREST]) > len(foreign[:_NEAREST]):
            return f"{say('unread', language)} {nearest}"
        if exchange.spoken.question == OTHER:
            return f"{say('unread_question', language)} {nearest}"
        if foreign[0]:
            return f"{say('unread_one', language)} {nearest}"
        return _refused(language, "" if any(foreign) else finish.lacking)


def _refused(language: str, lacking: str) -> str:
    return " ".join(filter(None, [say("declined", language), lacking, say("nearest", language)]))


def _not_asked(draft: Answer, lacking: str) -> Answer:
    """The refusal where no model was asked."""
    language = draft.language
    noted = replace(draft, notes=(*draft.notes, say("not_asked", language)))
    return declined(noted, _refused(language, lacking or say("nothing_of_it", language)))
