"""The plain LlamaIndex pipeline, as its documentation shows it: what Attesto is measured against.

Its reader, ``SentenceSplitter``, ``ChromaVectorStore``, retriever and ``CitationQueryEngine`` with
a mock model, and the same embedder as ours, so that the comparison is about the pipeline.
"""

from __future__ import annotations

import sys
from typing import Any


def build(folder: str, store: str, chunk_size: int = 160) -> None:
    """Index a folder, cut into chunks of that many tokens."""
    from llama_index.core import SimpleDirectoryReader, StorageContext, VectorStoreIndex
    from llama_index.core.node_parser import SentenceSplitter

    documents = SimpleDirectoryReader(folder, recursive=True, required_exts=[".txt"]).load_data()
    VectorStoreIndex.from_documents(
        documents,
        storage_context=StorageContext.from_defaults(vector_store=_vector_store(store)),
        embed_model=_embedding(),
        transformations=[SentenceSplitter(chunk_size=chunk_size, chunk_overlap=0)],
    )


def ask(store: str, question: str) -> None:
    """Answer one question from an index made before."""
    from llama_index.core import VectorStoreIndex
    from llama_index.core.llms import MockLLM
    from llama_index.core.query_engine import CitationQueryEngine

    index = VectorStoreIndex.from_vector_store(_vector_store(store), embed_model=_embedding())
    engine = CitationQueryEngine.from_args(
        index, llm=MockLLM(max_tokens=64), similarity_top_k=8, citation_chunk_size=512
    )
    print(engine.query(question))  # noqa: T201 - a script


def retriever(store: str, k: int) -> Any:
    """Return the dense retriever over an index made before."""
    from llama_index.core import VectorStoreIndex

    index: Any = VectorStoreIndex.from_vector_store(_vector_store(store), embed_model=_embedding())
    return index.as_retriever(similarity_top_k=k)


def _vector_store(path: str) -> Any:
    import chromadb
    from llama_index.vector_stores.chroma import ChromaVectorStore

    collection = chromadb.PersistentClient(path).get_or_create_collection("plain")
    return ChromaVectorStore(chroma_collection=collection)


def _embedding() -> Any:
    from llama_index.core.embeddings import BaseEmbedding

    from index import default_embedder

    embedder = default_embedder()

    class SameEmbedding(BaseEmbedding):
        """Our embedder, in LlamaIndex's clothes."""

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return embedder.embed(texts).tolist()  # type: ignore[no-any-return]

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_query_embedding(self, query: str) -> list[float]:
            return self._get_text_embeddings([query])[0]

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    # Batches of our own size: its default of ten would make it slow at what is not its doing.
    return SameEmbedding(embed_batch_size=256)


if __name__ == "__main__":
    act = build if sys.argv[1] == "build" else ask
    act(sys.argv[2], sys.argv[3])
