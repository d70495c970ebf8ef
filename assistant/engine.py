"""The assistant: a question goes in, an answer to check comes out.

The path of one question: follow the folder, find passages, let a model propose, turn its markers
into exact spans, hold every statement against them, and only then call anything supported.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.followups.conversation import standalone
from assistant.followups.leaning import settle
from assistant.followups.turns import History, as_turns, check_question
from index import (
    EVERYTHING,
    Filter,
    FolderIndex,
    Hit,
    StoreFull,
    StoreLocked,
    StoreProblem,
    StoreReadOnly,
    SyncReport,
)

from .answering import Answering, Exchange
from .answers import Answer, Translation
from .courtesies import courtesy
from .glance import Glance
from .judging import OFF, Judge
from .models.seam import ChatModel
from .parts import put_together
from .phrases import say
from .settings import Settings
from .spoken import spoken
from .translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    Progress = Callable[[int, int, str], None]

AT_ONCE = 2
"""Searches and checks at one moment: threads take turns, and of dozens each would wait for all."""


class Assistant:
    """Answers questions about one folder.

    Attributes:
        report: what the last sync did.
        behind: why the index is behind its folder: another process writes, or nothing can be
            written; None when it is not.

    Example:
        >>> a = Assistant.open("seeds")
        >>> answer = a.ask("How many billion dollars will Bank of China invest?")
        >>> answer.citations[0].file
        '003_8240679369d577f5.txt'
    """

    def __init__(
        self, index: FolderIndex, model: ChatModel, settings: Settings, judge: Judge | None = None
    ) -> None:
        self.index, self.model, self.settings, self.judge = index, model, settings, judge
        self.report = SyncReport()
        self.behind: StoreProblem | None = None
        self._syncing = threading.Lock()
        self._working = threading.Semaphore(AT_ONCE)
        self._glance = Glance()

    @classmethod
    def open(
        cls,
        folder: str | Path,
        store: str | Path | None = None,
        model: Any = "auto",
        embedder: Any = "auto",
        *,
        judge: Any = OFF,
        base_url: str | None = None,
        language: str | None = None,
        asked_in: str | None = None,
        strict: bool = False,
        deadline: float = 60.0,
        progress: Progress | None = None,
    ) -> Assistant:
        """Open a folder: make its index equal to it, then be ready to answer.

        Args:
            folder: the documents; nothing is written there.
            store: where catalogue and vectors are kept; Attesto's data folder without one.
            model: ``"auto"`` (the configured endpoint, else the built-in reader), ``"extract"``,
                a model name at ``base_url``, a ChatModel, or any LlamaIndex ``LLM``.
            embedder: ``"auto"`` (built in), a model name at ``base_url``, an Embedder, or any
                LlamaIndex ``BaseEmbedding``.
            judge: ``"off"``, ``"auto"`` (the model that answers), or a model as above: may doubt
                what the check calls supported, and nothing else.
            base_url: an OpenAI-compatible endpoint.
            language: language of the answers; that of each question without one.
            asked_in: language of the questions; told from each without one.
            strict: withhold statements the sources do not support, instead of marking them.
            deadline: seconds a model may take for one answer, retries included.
            progress: called with files done, files to do, and the file just read.

        Raises:
            index.FolderProblem: no such folder.
            index.StoreProblem: the store cannot be used.
            assistant.errors.ConfigError: a model or embedder that cannot be made.
        """
        settings = Settings(
            folder=Path(folder),
            store=Path(store) if store else None,
            model=model if isinstance(model, str) else "auto",
            base_url=base_url,
            embedder=embedder if isinstance(embedder, str) else "auto",
            judge=judge if isinstance(judge, str) else OFF,
            language=language,
            asked_in=asked_in,
            strict=strict,
            deadline=deadline,
        )
        return cls._build(settings, progress, False, model, embedder, judge)

    @classmethod
    def from_settings(
        cls, settings: Settings, progress: Progress | None = None, *, retry: bool = False
    ) -> Assistant:
        """Open the folder that the settings name; see :meth:`open` and :meth:`sync`."""
        named = (settings.model, settings.embedder, settings.judge)
        return cls._build(settings, progress, retry, *named)

    @classmethod
    def _build(
        cls, settings: Settings, progress: Progress | None, retry: bool, *chosen: Any
    ) -> Assistant:
        parts = put_together(settings, *chosen)
        assistant = cls(parts.index, parts.model, settings, parts.judge)
        try:
            assistant.sync(progress, retry=retry)
        except BaseException:
            assistant.close()
            raise
        return assistant

    @property
    def folder(self) -> Path:
        """The folder with the documents."""
        return self.index.root

    def sync(self, progress: Progress | None = None, *, retry: bool = False) -> SyncReport:
        """Make the index equal to the folder.

        While another process writes, or nothing can be written, what is there already goes on
        answering, and :attr:`behind` says why.

        Args:
            progress: called with files done, files to do, and the file just read.
            retry: files that broke or outlasted their reader are tried again.

        Raises:
            index.FolderProblem: the folder is gone.
            index.StoreProblem: the store cannot be used, or is empty and cannot be written.
        """
        with self._syncing:
            try:
                # Whoever was refused once is not kept waiting again.
                self.report = self.index.sync(progress, patient=self.behind is None, retry=retry)
                self.behind = None
            except (StoreLocked, StoreReadOnly, StoreFull) as why:
                if self.index.count() == 0:
                    raise
                self.behind = why
        return self.report

    def search(self, question: str, k: int = 10, *, only: Filter = EVERYTHING) -> list[Hit]:
        """Find the k passages that answer a question best, best first.

        They are spread over the stories that the documents tell.

        Args:
            question: in English, French, German or Italian; a few words will do.
            k: how many passages at most, 1 or more.
            only: which documents to look at.

        Raises:
            BadQuestion: the question is empty or far too long.
            index.BadQuery: the filter cannot be followed.
        """
        check_question(question)
        self.sync()
        return self.index.search(question, k, only=only)

    def ask(
        self,
        question: str,
        history: History = (),
        *,
        only: Filter = EVERYTHING,
        reader: str = "en",
    ) -> Answer:
        """Answer a question.

        Args:
            question: in English, French, German or Italian.
            history: ``(role, text)`` or ``(question, answer)`` pairs or chat messages, or None.
            only: which documents may answer.
            reader: the reader's own language, of the answer where neither the settings nor the
                question tell one: ``en``, ``fr``, ``de`` or ``it``.

        Raises:
            BadQuestion: the question is empty or far too long, or the history is none.
            ModelProblem: the language model gave nothing usable.
            index.BadQuery: the filter cannot be followed.
        """
        for piece in self.stream(question, history, only=only, reader=reader):
            if isinstance(piece, Answer):
                return piece
        raise AssertionError("a stream ends with an Answer")

    async def aask(
        self,
        question: str,
        history: History = (),
        *,
        only: Filter = EVERYTHING,
        reader: str = "en",
    ) -> Answer:
        """Answer a question off the event loop; see :meth:`ask`."""
        import asyncio  # costs a cold answer 30 ms, and only this needs it

        return await asyncio.to_thread(self.ask, question, history, only=only, reader=reader)

    def stream(
        self,
        question: str,
        history: History = (),
        *,
        only: Filter = EVERYTHING,
        reader: str = "en",
    ) -> Iterator[str | Answer]:
        """Answer a question, showing the text as it is written.

        Arguments and errors are those of :meth:`ask`; errors come while it is iterated over.

        Yields:
            Pieces of the model's text, then the checked :class:`Answer`, whose text counts: what
            a check found wrong is marked there. With ``strict`` only what is supported is ever
            given, a sentence at a time.
        """
        started = time.monotonic()
        check_question(question)
        turns = as_turns(history)
        self.sync()
        tongues = spoken(question, turns, self.settings, self.index.language_of, reader)
        if said := courtesy(question):
            tongue = self.settings.language or said.language or tongues.answer
            yield Answer(question, say(said.reply, tongue), tongue, True, model=self.model.name)
            return
        full = standalone(question, turns, tongues.question, self.model, self.settings.deadline)
        with self._working:
            most = max(20, self.settings.passages)
            full, hits = settle(full, question, partial(self.index.search, k=most, only=only))
        exchange = Exchange(question, full, tongues, only)
        answering = Answering(
            self.model, self.index, self.settings, self._working, self._glance, self.judge
        )
        yield from answering.answer(exchange, hits, started)

    def translate(
        self, file: str, start: int, end: int, language: str
    ) -> Iterator[str | Translation]:
        """Let the model translate a place of a document; see :mod:`assistant.translation`."""
        yield from translate(self.model, self.index.text(file)[start:end], language)

    def as_retriever(self, k: int = 10) -> Any:
        """Return a LlamaIndex ``BaseRetriever`` over this folder."""
        from .llamaindex import AttestoRetriever

        return AttestoRetriever(self, k)

    def as_query_engine(self) -> Any:
        """Return a LlamaIndex ``BaseQueryEngine`` whose ``source_nodes`` are the exact quotes."""
        from .llamaindex import AttestoQueryEngine

        return AttestoQueryEngine(self)

    def line(self, file: str, start: int) -> int:
        """Return the line, counted from 1, of a place in a file."""
        return self.index.text(file).count("\n", 0, start) + 1

    def close(self) -> None:
        """Let go of the store."""
        self.index.close()
