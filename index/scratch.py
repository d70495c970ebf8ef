"""Texts indexed in memory and thrown away: the product's search without a store.

For measuring and fitting, where a thousand small folders are indexed to ask each one question. What
is read, cut, embedded and ranked is what :class:`index.FolderIndex` reads, cuts, embeds and ranks;
only the nearest vectors are found by comparing all of them, which is what Chroma approximates.
Nothing is written to disk, so nothing has to be waited for until it lies there safely.
"""

from __future__ import annotations

from collections.abc import Mapping

from .batch import Batch
from .catalogue import IN_MEMORY, Catalogue
from .documents import EVERYTHING, Filter, Hit, Source
from .embed import Embedder
from .exact import ExactVectors
from .read import plain_document
from .search import Searcher
from .work import prepare


class ScratchIndex:
    """Texts that can be searched until :meth:`close`.

    Example:
        >>> ScratchIndex({"a.txt": "The bridge was closed."}, HashEmbedder()).search("bridge")
        [Hit(file='a.txt', ...)]
    """

    def __init__(self, texts: Mapping[str, str], embedder: Embedder) -> None:
        """Index texts.

        Args:
            texts: by the name of the file they would stand in; none may be blank.
            embedder: what turns texts into vectors.
        """
        self.catalogue = Catalogue(IN_MEMORY)
        vectors = ExactVectors(self.catalogue)
        batch = Batch(self.catalogue, vectors, embedder)
        works = []
        for file in sorted(texts):  # the order in which a folder is walked
            data = texts[file].encode()
            source = Source(file, place="", size=len(data), mtime_ns=0)
            works.append(prepare(source, plain_document(file, data), batch.recipe))
        batch.write(works)
        batch.finish()
        self._searcher = Searcher(self.catalogue, vectors, embedder)

    def search(
        self, question: str, k: int = 10, language: str | None = None, *, only: Filter = EVERYTHING
    ) -> list[Hit]:
        """Find the k passages that answer a question best; see :meth:`FolderIndex.search`."""
        return self._searcher.search(question, k, language, only)

    def close(self) -> None:
        """Give the memory back."""
        self.catalogue.close()
