"""A real LlamaIndex embedding as an embedder of ours."""

import numpy as np
import pytest
from llama_index.core.embeddings import BaseEmbedding, MockEmbedding

from index import EmbedderFailed, HashEmbedder, LlamaIndexEmbedder

TEXTS = ["Die Bank investiert.", "La banque investit.", "La banca investe.", "The bank invests."]


class Hashing(BaseEmbedding):
    """Ranks texts by what they share, three times too long, and fails on request."""

    def _get_text_embedding(self, text: str) -> list[float]:
        if text == "fail":
            raise ConnectionResetError("reset")
        if text == "nan":
            return [float("nan")] * 64
        return (HashEmbedder(64).embed([text])[0] * 3).tolist()

    def _get_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)

    async def _aget_query_embedding(self, query: str) -> list[float]:
        return self._get_text_embedding(query)


def test_vectors_are_its_own_at_unit_length():
    vectors = LlamaIndexEmbedder(Hashing(model_name="hashing")).embed([*TEXTS, ""])
    np.testing.assert_allclose(vectors[:4], HashEmbedder(64).embed(TEXTS), atol=1e-6)
    assert not vectors[4].any()


def test_name_dimension_and_fingerprint():
    model = LlamaIndexEmbedder(Hashing(model_name="hashing"))
    assert (model.name, model.dimension) == ("hashing", 64)
    assert model.fingerprint == "llamaindex:Hashing:hashing:64"
    assert LlamaIndexEmbedder(MockEmbedding(embed_dim=8)).dimension == 8


@pytest.mark.parametrize(("text", "message"), [("fail", "reset"), ("nan", "without a direction")])
def test_what_cannot_be_used_is_refused(text, message):
    with pytest.raises(EmbedderFailed, match=message):
        LlamaIndexEmbedder(Hashing()).embed(["Ja.", text])
