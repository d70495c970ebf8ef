"""Real LlamaIndex objects in every seam, and LlamaIndex objects out."""

import pytest
from llama_index.core.base.base_query_engine import BaseQueryEngine
from llama_index.core.base.base_retriever import BaseRetriever
from llama_index.core.embeddings import BaseEmbedding
from llama_index.core.llms import CompletionResponse, CustomLLM, LLMMetadata
from llama_index.core.llms.callbacks import llm_completion_callback

from assistant import ScriptedChat
from index import HashEmbedder

BRIDGE = "Die Brücke über den Fluss wurde im Mai eröffnet. Sie kostete 12 Millionen Euro.\n"


class ParrotLLM(CustomLLM):
    """A LlamaIndex LLM that always says the same."""

    says: str = "Sie kostete 12 Millionen Euro [1]."

    @property
    def metadata(self):
        return LLMMetadata(model_name="parrot", context_window=8000)

    @llm_completion_callback()
    def complete(self, prompt, formatted=False, **kwargs):
        return CompletionResponse(text=self.says)

    @llm_completion_callback()
    def stream_complete(self, prompt, formatted=False, **kwargs):
        for end in range(1, len(self.says) + 1):
            yield CompletionResponse(text=self.says[:end], delta=self.says[end - 1])


class HashEmbedding(BaseEmbedding):
    """A LlamaIndex embedding that can be wrong."""

    def _get_text_embedding(self, text):
        return HashEmbedder(64).embed([text])[0].tolist()

    def _get_query_embedding(self, query):
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query):
        return self._get_query_embedding(query)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "brücke.txt").write_text(BRIDGE, encoding="utf-8")
    (folder / "verein.txt").write_text("Der Verein gewann das Finale.\n", encoding="utf-8")
    return folder


def test_a_llamaindex_llm_takes_the_place_of_ours(opened):
    answer = opened(model=ParrotLLM()).ask("Was kostete die Brücke?")
    assert "parrot" in answer.model.lower()
    assert "12 Millionen" in answer.citations[0].quote


def test_a_llamaindex_embedding_takes_the_place_of_ours(opened):
    assistant = opened(embedder=HashEmbedding(model_name="hash"), model="extract")
    assert assistant.index.embedder.dimension == 64
    assert assistant.search("Was kostete die Brücke?")[0].file == "brücke.txt"


def test_the_retriever_gives_nodes_that_say_where_they_stand(opened, folder):
    retriever = opened(model="extract").as_retriever(k=1)
    assert isinstance(retriever, BaseRetriever)
    (found,) = retriever.retrieve("Was kostete die Brücke?")
    node = found.node
    source = (folder / node.metadata["file"]).read_text(encoding="utf-8")
    assert source[node.start_char_idx : node.end_char_idx] == node.text
    assert found.score > 0


def test_the_query_engine_gives_exact_quotes_as_source_nodes(opened, folder):
    model = ScriptedChat(["Sie kostete 12 Millionen Euro [1].", "NOT_IN_DOCUMENTS"])
    engine = opened(model=model).as_query_engine()
    assert isinstance(engine, BaseQueryEngine)
    response = engine.query("Was kostete die Brücke?")
    (found,) = response.source_nodes
    about = found.node.metadata
    source = (folder / about["file"]).read_text(encoding="utf-8")
    assert source[about["start"] : about["end"]] == found.node.text
    assert response.metadata["answer"]["declined"] is False
    refusal = engine.query("Wer hat sie entworfen?")
    assert refusal.source_nodes == []
    assert refusal.metadata["answer"]["declined"] is True


def test_f09_the_query_engine_says_what_is_doubted_where_only_the_text_is_shown(opened):
    model = ScriptedChat(["Sie kostete 12 Millionen Euro [1]. Sie wurde im Juli eröffnet [1]."])
    response = opened(model=model).as_query_engine().query("Was kostete die Brücke?")
    said, doubt = str(response).splitlines()[:2]
    assert "12 Millionen Euro [1]" in said
    assert doubt.startswith("✗ contradicted: “Sie wurde im Juli eröffnet.”")


def test_the_query_engine_shows_a_supported_answer_as_it_is(opened):
    model = ScriptedChat(["Sie kostete 12 Millionen Euro [1]."])
    response = opened(model=model).as_query_engine().query("Was kostete die Brücke?")
    assert str(response) == "Sie kostete 12 Millionen Euro [1]."
