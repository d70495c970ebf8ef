"""Attesto as LlamaIndex sees it: a retriever and a query engine whose nodes say where they stand.

``source_nodes`` carry ``file``, ``start`` and ``end`` in their metadata and the exact character
range in ``start_char_idx`` and ``end_char_idx``.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.base.response.schema import Response
from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

from index import Hit

from .answers import Answer, Citation

if TYPE_CHECKING:
    from .engine import Assistant


class AttestoRetriever(BaseRetriever):
    """Finds passages; scores are Attesto's, higher is better."""

    def __init__(self, assistant: Assistant, k: int = 10) -> None:
        super().__init__()
        self._assistant = assistant
        self._k = k

    def _retrieve(self, query_bundle: QueryBundle) -> list[NodeWithScore]:
        hits = self._assistant.search(query_bundle.query_str, k=self._k)
        return [NodeWithScore(node=_hit_node(hit), score=hit.score) for hit in hits]


class AttestoQueryEngine(BaseQueryEngine):
    """Answers; the response's ``source_nodes`` are the exact quotes that carry it.

    ``response.metadata["answer"]`` is the whole :class:`assistant.Answer`, and ``response`` is the
    refusal, without nodes, when the documents do not answer. A statement that is not supported is
    followed by a line that says so, and so are the notes: frameworks show the text alone.
    """

    def __init__(self, assistant: Assistant) -> None:
        super().__init__(callback_manager=None)
        self._assistant = assistant

    def _get_prompt_modules(self) -> dict[str, Any]:
        return {}

    def _query(self, query_bundle: QueryBundle) -> Response:
        return _response(self._assistant.ask(query_bundle.query_str))

    async def _aquery(self, query_bundle: QueryBundle) -> Response:
        return await asyncio.to_thread(self._query, query_bundle)


def _response(answer: Answer) -> Response:
    nodes = [NodeWithScore(node=_citation_node(citation)) for citation in answer.citations]
    return Response(response=str(answer), source_nodes=nodes, metadata={"answer": answer.to_dict()})


def _hit_node(hit: Hit) -> TextNode:
    about = {"title": hit.title, "language": hit.language, "kind": hit.kind}
    return _node(hit.file, hit.start, hit.end, hit.text, about)


def _citation_node(citation: Citation) -> TextNode:
    about = {"title": citation.title, "label": citation.label, "line": citation.line}
    return _node(citation.file, citation.start, citation.end, citation.quote, about)


def _node(file: str, start: int, end: int, text: str, about: dict[str, Any]) -> TextNode:
    return TextNode(
        id_=f"{file}:{start}-{end}",
        text=text,
        start_char_idx=start,
        end_char_idx=end,
        metadata={"file": file, "start": start, "end": end, **about},
    )
