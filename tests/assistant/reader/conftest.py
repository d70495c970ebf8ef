"""Lines of passages, written out where a test needs them."""

import pytest

from assistant.models.seam import Passage
from assistant.reader.lexicon import WordVectors
from assistant.reader.line import lines_of
from index import Hit, default_embedder


@pytest.fixture(scope="session")
def embed():
    return default_embedder().embed


@pytest.fixture(scope="session")
def vectors(embed):
    return WordVectors(embed)


@pytest.fixture
def passages():
    def of(*texts, language="en"):
        return tuple(
            Passage(n, Hit(f"{n}.txt", 0, len(text), text, score=1.0 / n, language=language))
            for n, text in enumerate(texts, start=1)
        )

    return of


@pytest.fixture
def line(passages):
    """The only sentence of a text."""

    def only(text, language="en"):
        (found,) = lines_of(passages(text, language=language))
        return found

    return only
