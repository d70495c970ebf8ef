"""The built-in reader behind the ChatModel seam: quotes the sentences that answer, invents nothing.

No language model, no network, no key. What it says is in the sources word for word; what it adds
are the words between the quotes, and a short answer read from the first quote.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.reader.compose import compose
from assistant.reader.lexicon import Embed, WordVectors
from assistant.reader.reading import Reading, read
from assistant.reader.weights import Weights, shipped

from .seam import DECLINE, Finish, Request


class ExtractReader:
    """Fits the ChatModel seam.

    Args:
        embed: texts to unit rows; the built-in embedder without one, loaded when first needed.
        weights: the fitted weights; those that ship without one.
    """

    name = "extract"

    def __init__(self, embed: Embed | None = None, weights: Weights | None = None) -> None:
        self._embed = embed
        self._weights = weights
        self._vectors: WordVectors | None = None

    def reply(self, request: Request) -> Iterator[str | Finish]:
        """Quote what answers the question, or decline; see :class:`.seam.ChatModel`."""
        reading = self.read(request)
        if not reading.quoted:
            yield DECLINE
            lacking = reading.lacking.say(request.language) if reading.lacking else ""
            yield Finish(lacking=lacking)
            return
        yield from compose(reading.quoted, request.language, reading.short).splitlines(
            keepends=True
        )
        yield Finish()

    def read(self, request: Request) -> Reading:
        """Read the passages of a request, and say what was made of them."""
        embed, vectors = self._seeing()
        weights = self._weights or shipped()
        return read(
            request.question,
            request.read_in,
            request.passages,
            weights,
            embed,
            vectors,
            request.language,
        )

    def _seeing(self) -> tuple[Embed, WordVectors]:
        if self._embed is None:
            from index import default_embedder

            self._embed = default_embedder().embed
        if self._vectors is None:
            self._vectors = WordVectors(self._embed)
        return self._embed, self._vectors
