"""Vectors over real HTTP: looked at before they are kept."""

import numpy as np
import pytest

from evals.provider.server import EMBEDDING_DIMENSION, EMBEDDING_LIMIT, Provider
from index import EmbedderFailed, HashEmbedder, OpenAIEmbedder

KEY = "sk-proj-Zq81kfLw02maXyPd"
TEXTS = ["Die Bank investiert.", "La banque investit.", "La banca investe.", "The bank invests."]


@pytest.fixture(scope="module")
def provider():
    with Provider() as running:
        yield running


def embedder(provider, model, **options):
    return OpenAIEmbedder(model, provider.url, KEY, **{"deadline": 3, **options})


def expected(texts):
    return HashEmbedder(EMBEDDING_DIMENSION).embed(texts)


@pytest.mark.parametrize("model", ["embed", "embed-shuffled", "embed-unnumbered"])
@pytest.mark.parametrize("batch", [1, 3, 64])
def test_every_text_gets_its_own_vector(provider, model, batch):
    vectors = embedder(provider, model, batch=batch, deadline=8).embed(TEXTS)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(vectors, expected(TEXTS), atol=1e-6)


def test_an_endpoint_that_fails_twice_is_asked_a_third_time(provider):
    model = embedder(provider, "embed-flaky", deadline=8)
    model.dimension = EMBEDDING_DIMENSION
    np.testing.assert_allclose(model.embed(TEXTS), expected(TEXTS), atol=1e-6)
    assert provider.count("embed-flaky") == 3


def test_dimension_and_fingerprint(provider):
    model = embedder(provider, "embed")
    host = provider.url.split("/")[2]
    assert model.dimension == EMBEDDING_DIMENSION
    assert model.fingerprint == f"openai:{host}:embed:{EMBEDDING_DIMENSION}"


def test_no_text_and_blank_texts(provider):
    model = embedder(provider, "embed")
    assert model.embed([]).shape == (0, EMBEDDING_DIMENSION)
    vectors = model.embed(["", "Ja.", " \n"])
    assert vectors.any(axis=1).tolist() == [False, True, False]


def test_E27_a_text_too_long_is_cut_and_the_others_lose_nothing(provider):
    long = "Künstliche Intelligenz kostet 138 Milliarden. " * 200
    assert len(long) > 4 * EMBEDDING_LIMIT
    vectors = embedder(provider, "embed").embed([*TEXTS, long, "x" * (EMBEDDING_LIMIT + 1)])
    np.testing.assert_allclose(vectors[:4], expected(TEXTS), atol=1e-6)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    likeness = (vectors[4] @ expected([long])[0]).item()
    assert likeness > 0.95, "made of its parts, it still means the same"


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("embed-too-few", "3 vectors for 4"),
        ("embed-too-many", "5 vectors for 4"),
        ("embed-twice", "numbered"),
        ("embed-nan", "without a direction"),
        ("embed-zero", "without a direction"),
        ("embed-short", "not a list of vectors"),
        ("embed-words", "not a list of vectors"),
        ("embed-nothing", "not a list of vectors"),
        ("embed-html", "not a list of vectors"),
        ("embed-unauthorised", "refused the key"),
        ("embed-redirect", "must not follow"),
        ("embed-busy", "status 429"),
        ("embed-down", "status 503"),
        ("embed-huge", "MB"),
        ("embed-silent", "not done in time"),
        ("embed-drip", "not done in time"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason(provider, model, message):
    slow = model in ("embed-silent", "embed-drip")
    broken = embedder(provider, model, deadline=0.8 if slow else 5)
    broken.dimension = EMBEDDING_DIMENSION  # known from before, as when a store is opened again
    calls = provider.count(model)
    with pytest.raises(EmbedderFailed, match=message) as caught:
        broken.embed(TEXTS)
    assert "Zq81" not in str(caught.value)
    assert model in str(caught.value)
    assert provider.count(model) - calls <= 3


def test_vectors_of_another_length_are_refused(provider):
    model = embedder(provider, "embed")
    model.dimension = 7
    with pytest.raises(EmbedderFailed, match=f"{EMBEDDING_DIMENSION} numbers, after 7"):
        model.embed(TEXTS)


def test_no_key_is_sent_where_none_was_given(provider):
    OpenAIEmbedder("embed", provider.url).embed(TEXTS)
    assert "authorization" not in provider.calls[-1].headers


def test_an_address_that_is_none():
    with pytest.raises(EmbedderFailed, match="address"):
        OpenAIEmbedder("embed", "ftp://x")
