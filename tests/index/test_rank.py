"""The ranking: what it joins, what it may not depend on, and what the shipped weights reach."""

import json
from pathlib import Path

import numpy as np
import pytest

import index.rank
from index.align import Question, TokenEmbedder, TokenRuns, align
from index.documents import Chunk
from index.embed import HashEmbedder, unit_rows
from index.pool import Pool
from index.rank import Features, fuse

NUMBERS = np.eye(8, dtype=np.float32)


class Dictionary:
    """A token embedder that knows eight ideas in four languages, and nothing else."""

    name = fingerprint = "dictionary"
    dimension = token_count = 8
    IDEAS = (
        "bank banque banca", "invest investit investiert investe", "bear ours bär orso",
        "winter hiver inverno", "sleep dort schläft dorme", "who qui wer chi", "the la die il",
        "does fait tut fa",
    )  # fmt: skip

    def tokens(self, text):
        ideas = {word: n for n, words in enumerate(self.IDEAS) for word in words.split()}
        words = text.lower().replace("?", "").replace(".", "").split()
        return np.array([ideas[word] for word in words if word in ideas], np.intp)

    def token_vectors(self, tokens):
        return NUMBERS[tokens] * np.where(tokens < 5, 1.0, 0.1)[:, None].astype(np.float32)

    def token_cosines(self, tokens, asked):
        return NUMBERS[tokens] @ NUMBERS[asked].T

    def embed(self, texts):
        return self.embed_tokens([self.tokens(text) for text in texts])

    def embed_tokens(self, texts):
        sums = [self.token_vectors(tokens).sum(axis=0) for tokens in texts]
        return unit_rows(np.array(sums, np.float32).reshape(len(texts), 8))


def aligned(question, passages, around=()):
    words = Dictionary()
    own, near = (TokenRuns.of(list(map(words.tokens, texts))) for texts in (passages, around))
    return align(words, Question.of(question, words).tokens, own, near)


def chunks(*texts, language="en"):
    return [Chunk(f"{n}.txt", 0, len(text), text, language, "") for n, text in enumerate(texts)]


def test_the_dictionary_has_vectors_of_tokens_and_the_hash_has_none():
    assert isinstance(Dictionary(), TokenEmbedder)
    assert not isinstance(HashEmbedder(), TokenEmbedder)


def test_alignment_meets_words_across_languages():
    found = aligned("Who does invest ?", ["Die banca investiert", "Il orso dorme", ""])
    assert found.whole[0] > 0.7
    assert found.whole[1] == found.whole[2] == 0


def test_a_word_that_all_passages_meet_tells_nothing():
    found = aligned("bank winter", ["banca", "banque hiver", "banca orso"])
    assert found.whole.tolist() == [0, 1, 0]


def test_a_window_wants_the_words_close_together():
    far = "winter " + "die " * 100 + "sleep"
    near = "die " * 50 + "winter sleep " + "die " * 50
    found = aligned("winter sleep bear", [far, near, "orso"])
    assert found.whole[0] == found.whole[1]
    assert found.window[1] > found.window[0]
    assert (found.window <= found.whole + 1e-6).all()


def test_what_stands_around_a_passage_counts_for_the_whole_and_not_for_the_window():
    found = aligned("winter bear", ["orso", "orso", "die"], ["hiver", "", ""])
    assert found.whole[0] > found.whole[1] > found.whole[2] == 0
    assert found.window[0] == found.window[1]


def test_what_stands_around_is_the_same_file_only():
    parts = [
        Chunk(f, 0, 9, t, "en", "") for f, t in (("a", "bear"), ("a", "winter"), ("b", "bank"))
    ]
    ranking = Pool(parts, Dictionary()).rank("winter bank")
    whole = dict(zip(ranking.places.tolist(), ranking.features.whole.tolist(), strict=True))
    assert whole[0] == whole[1] == whole[2] > 0, "or winter would stand beside the bank"


def test_a_passage_has_the_meaning_of_what_stands_around_it():
    parts = [
        Chunk(f, 0, 9, t, "en", "") for f, t in (("a", "bear"), ("a", "winter"), ("b", "bank"))
    ]
    ranking = Pool(parts, Dictionary()).rank("winter")
    around = dict(zip(ranking.places.tolist(), ranking.features.around.tolist(), strict=True))
    assert around[0] == around[1] == pytest.approx(0.5**0.5), "the bear and the winter together"
    assert around[2] == 0, "another file"


def test_the_language_of_the_question_is_no_merit():
    texts = ["the bear does sleep", "il orso dorme"]
    mixed = [Chunk(str(n), 0, 9, t, "en" if n == 0 else "it", "") for n, t in enumerate(texts)]
    told, untold = (Pool(mixed, Dictionary()).rank("bear sleep", lang) for lang in ("en", None))
    assert told.features.same.tolist() == [1, 0] or told.features.same.tolist() == [0, 1]
    assert untold.features.same.tolist() == [0, 0]
    assert max(told.scores) <= max(untold.scores)


@pytest.mark.parametrize("length", [1, 23, 24, 25, 48, 49, 200])
def test_a_window_never_misses_a_word_at_the_edge(length):
    text = "die " * (length - 1) + "winter"
    found = aligned("winter bear", [text, "orso"])
    assert found.window[0] == pytest.approx(0.5)


@pytest.mark.parametrize("question", ["", "?", "xyzzy"])
def test_a_question_without_known_words_aligns_with_nothing(question):
    found = aligned(question, ["bank", ""])
    assert found.whole.tolist() == found.window.tolist() == [0, 0]


def test_every_feature_speaks_for_a_passage():
    base = np.full((1, 7), 0.3, np.float32)
    for column in (0, 1, 2, 4, 5, 6):
        more = base.copy()
        more[0, column] = 0.6
        low, high = (fuse(Features(*matrix.T)) for matrix in (base, more))
        assert high[0] >= low[0]


def test_scores_reach_1_where_every_feature_does():
    ones, none = np.ones(2, np.float32), np.zeros(2, np.float32)
    assert fuse(Features(ones, ones, ones, none)) == pytest.approx(1, abs=1e-3)
    assert fuse(Features(ones, ones, ones, none, ones, ones, ones)) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("embedder", [Dictionary(), HashEmbedder()], ids=lambda e: e.name)
def test_the_right_passage_comes_first_and_the_order_is_by_score(embedder):
    pool = Pool(chunks("The bear does sleep.", "The bank does invest.", "The winter."), embedder)
    ranking = pool.rank("Who does invest?")
    assert ranking.places[0] == 1
    assert (np.diff(ranking.scores) <= 0).all()
    np.testing.assert_allclose(ranking.scores, fuse(ranking.features))


def test_a_question_crosses_languages_where_no_word_is_shared():
    texts = chunks("L' ours dort .", "La banque investit .", "L' hiver .", language="fr")
    assert Pool(texts, Dictionary()).rank("bear sleep").places[0] == 0


def test_the_order_does_not_hang_on_the_order_of_the_passages():
    texts = [f"The bank does invest {n % 7} in winter {n % 3}" for n in range(60)]
    forward = Pool(chunks(*texts), Dictionary())
    backward = Pool(chunks(*reversed(texts)), Dictionary())
    one, other = (pool.rank("invest 3 winter").scores for pool in (forward, backward))
    np.testing.assert_allclose(one, other, rtol=1e-6)


def test_one_passage_and_no_words_are_ranked_all_the_same():
    ranking = Pool(chunks("The bank."), Dictionary()).rank("?!")
    assert ranking.places.tolist() == [0]
    assert np.isfinite(ranking.scores).all()


def test_the_weights_say_what_they_were_fitted_on():
    data = json.loads((Path(index.rank.__file__).parent / "weights.json").read_text("utf-8"))
    for kind, size in (("without_tokens", 3), ("with_tokens", 6)):
        speaking = {name: weight for name, weight in data[kind].items() if name != "same"}
        assert len(speaking) == size
        assert sum(speaking.values()) == pytest.approx(1, abs=1e-3)
        assert min(speaking.values()) >= 0
        assert -0.2 < data[kind]["same"] <= 0.05
        assert data[f"held_out_ndcg10_{kind}"]
    assert data["questions"] > 1000
