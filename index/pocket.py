"""The built-in embedding model: one vector a token, four languages, nothing downloaded.

The folder beside this file is in the model2vec format and loads with `model2vec` too, giving the
same vectors; a test holds us to that. It is read here without that library because a question must
be answered from a cold start, and because a passage is embedded ten times as fast (docs/model.md
has the figures). The tokenizer is `index.wordpiece`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .align import Tokens
from .embed import Vectors, products, row_lengths
from .errors import ModelDamaged
from .wordpiece import UNKNOWN, WordPiece

MODEL = Path(__file__).parent / "model"
_TENSORS, _TOKENIZER, _CONFIG = "model.safetensors", "tokenizer.json", "config.json"
_FOREIGN = "does not hold what such a file of this model holds"
_FEW = 8
"""Tokens of a text up to which its rows are looked up with those of others: words come by tens."""
_ALL = 512
"""Tokens of all texts up to which the rows of all are looked up together."""
_AT_ONCE = 256
"""Tokens that are compared together."""
_TYPES: dict[str, np.dtype[Any]] = {
    "I8": np.dtype("<i1"),
    "I32": np.dtype("<i4"),
    "F32": np.dtype("<f4"),
}


class PocketEmbedder:
    """The built-in model; fits `index.Embedder`.

    Args:
        folder: a folder in the model2vec format that `index.training` wrote.

    Raises:
        ModelDamaged: If a file is missing, cut, changed, or does not fit the others.
    """

    name = "pocket-1"

    def __init__(self, folder: Path = MODEL) -> None:
        settings = _read(folder / _CONFIG)
        config = _parsed(folder / _CONFIG, settings)
        files = {name: _read(folder / name) for name in (_TENSORS, _TOKENIZER)}
        for name, content in files.items():
            digests = config.get("files")
            if not isinstance(digests, dict):
                raise _damaged(folder / _CONFIG, _FOREIGN)
            if digests.get(name) != hashlib.sha256(content).hexdigest():
                raise _damaged(folder / name, "is not the file this model was saved with")
        vocabulary = _vocabulary(folder / _TOKENIZER, files[_TOKENIZER])
        self._rows, self._row_of, self._weights = _arrays(folder / _TENSORS, files[_TENSORS])
        self._lengths = np.zeros(len(self._rows), np.float32)  # 0: not asked for yet
        self.token_count = len(self._row_of)
        self.dimension = int(self._rows.shape[1])
        if self.dimension != config.get("hidden_dim"):
            raise _damaged(
                folder / _CONFIG, f"says another dimension than {self.dimension}, that of the rows"
            )
        if not len(vocabulary) == len(self._row_of) == len(self._weights):
            raise _damaged(folder / _TOKENIZER, "has another number of tokens than the rows")
        if not 0 <= min(vocabulary.values()) <= max(vocabulary.values()) < len(vocabulary):
            raise _damaged(folder / _TOKENIZER, "gives a token a number that no row has")
        del vocabulary[UNKNOWN]
        self.fingerprint = hashlib.sha256(settings).hexdigest()[:16]
        self._tokenizer = WordPiece(vocabulary)

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Embed texts.

        Args:
            texts: of any length, in any language; words of other scripts have no vector.

        Returns:
            Array of shape (len(texts), dimension), float32. Rows have length one; a text without
            a known word has a row of zeros. The same text has the same vector, to the bit, alone
            or among others.
        """
        texts_ids = [*map(self._tokenizer.ids, texts)]  # one array of all, not one of each
        sizes = [*map(len, texts_ids)]
        few = chain.from_iterable([texts_ids[at] for at in _few(sizes)])
        return self._embed(texts_ids, sizes, np.array([*few], np.intp))

    def embed_tokens(self, texts: Sequence[Tokens]) -> Vectors:
        """Embed texts that are given as their tokens; the same vectors as :meth:`embed`."""
        sizes = [*map(len, texts)]
        few = [texts[at] for at in _few(sizes)]
        return self._embed(texts, sizes, np.concatenate(few) if few else np.zeros(0, np.intp))

    def _embed(
        self, texts: Sequence[Tokens] | Sequence[list[int]], sizes: Sequence[int], few: Tokens
    ) -> Vectors:
        """Add up the vectors of each text; those of `few` tokens are looked up together."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        rows = self.token_vectors(few)
        most = _most(sizes)
        end = 0
        alone: list[int] = []  # texts of one token, and where the row of each is
        at_rows: list[int] = []
        for at, size in enumerate(sizes):
            if size > most:
                own = self.token_vectors(np.asarray(texts[at], np.intp))
                np.add.reduce(own, axis=0, out=vectors[at])
                continue
            begin, end = end, end + size
            if size == 1:
                alone.append(at)
                at_rows.append(begin)
            elif size:
                np.add.reduce(rows[begin:end], axis=0, out=vectors[at])
        if alone:
            vectors[alone] = rows.take(at_rows, axis=0)
        long = row_lengths(vectors)
        long[long == 0] = 1
        vectors /= long[:, None]
        return vectors

    def tokens(self, text: str) -> Tokens:
        """The tokens of a text that have a vector, in order; see `index.align.TokenEmbedder`."""
        return np.array(self._tokenizer.ids(text), np.intp)

    def token_vectors(self, tokens: Tokens) -> Vectors:
        """Shape ``(len(tokens), dimension)``; the length of a row is the token's weight."""
        rows: Vectors = (
            self._rows.take(self._row_of.take(tokens), axis=0) * self._weights.take(tokens)[:, None]
        )
        return rows

    def token_cosines(self, tokens: Tokens, asked: Tokens) -> Vectors:
        """Shape ``(len(tokens), len(asked))``: the cosine of the vectors of each two."""
        rows, others = self._row_of.take(tokens), self._row_of.take(asked)
        units = self._rows.take(others, axis=0).astype(np.float32)
        units /= row_lengths(units)[:, None]
        self._know_lengths(rows)
        found = np.empty((len(rows), len(others)), np.float32)
        # A few at a time: what is made of them stays in the processor's nearest cache.
        wide = np.empty((_AT_ONCE, self.dimension), np.float32)
        for at in range(0, len(rows), _AT_ONCE):
            few = wide[: len(rows) - at]
            few[:] = self._rows.take(rows[at : at + _AT_ONCE], axis=0)
            found[at : at + _AT_ONCE] = products(few, units)
        found /= self._lengths.take(rows)[:, None]
        return found

    def _know_lengths(self, rows: NDArray[Any]) -> None:
        """Measure those of some rows that no question has met before."""
        new = rows[self._lengths.take(rows) == 0]
        for at in range(0, len(new), _AT_ONCE):
            some = new[at : at + _AT_ONCE]
            self._lengths[some] = row_lengths(self._rows.take(some, axis=0).astype(np.float32))


def _most(sizes: Sequence[int]) -> int:
    """The tokens of a text up to which it is looked up with others."""
    return _FEW if sum(sizes) > _ALL else _ALL


def _few(sizes: Sequence[int]) -> list[int]:
    """The places of the texts that are."""
    most = _most(sizes)
    return [at for at, size in enumerate(sizes) if size <= most]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise _damaged(path, f"cannot be read ({problem.strerror})") from problem


def _parsed(path: Path, content: bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(content)
    except ValueError as problem:
        raise _damaged(path, "is not JSON, as if it had been cut") from problem
    if not isinstance(parsed, dict):
        raise _damaged(path, _FOREIGN)
    return parsed


def _vocabulary(path: Path, content: bytes) -> dict[str, int]:
    """Read the tokens and their numbers; the unknown token is among them."""
    inside = _parsed(path, content).get("model")
    vocabulary = inside.get("vocab") if isinstance(inside, dict) else None
    if not isinstance(vocabulary, dict) or UNKNOWN not in vocabulary:
        raise _damaged(path, _FOREIGN)
    if not all(type(number) is int for number in vocabulary.values()):
        raise _damaged(path, _FOREIGN)
    return vocabulary


def _arrays(path: Path, content: bytes) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Read the rows, which row is each token's, and the weight of each token."""
    try:
        tensors = _tensors(path, content)
        rows, row_of, weights = (tensors[name] for name in ("embeddings", "mapping", "weights"))
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as problem:
        raise _damaged(path, _FOREIGN) from problem
    if (rows.ndim, row_of.ndim, weights.ndim) != (2, 1, 1) or row_of.dtype.kind != "i":
        raise _damaged(path, _FOREIGN)
    if row_of.size and not 0 <= row_of.min() <= row_of.max() < len(rows):
        raise _damaged(path, "points to a row that it does not have")
    return rows, row_of, weights


def _tensors(path: Path, content: bytes) -> dict[str, NDArray[Any]]:
    """Read a safetensors file: the length of a JSON header, the header, then the arrays."""
    begin = 8 + int.from_bytes(content[:8], "little")
    view, tensors = memoryview(content), {}
    for name, about in _parsed(path, content[8:begin]).items():
        if name == "__metadata__":
            continue
        first, last = about["data_offsets"]
        array = np.frombuffer(view[begin + first : begin + last], _TYPES[about["dtype"]])
        tensors[name] = array.reshape(about["shape"])
    return tensors


def _damaged(path: Path, what: str) -> ModelDamaged:
    return ModelDamaged(
        f"The built-in model cannot be used: {path} {what}. Install Attesto again "
        "(pip install --force-reinstall attesto), or choose another embedding model."
    )
