"""Which words and pieces are tokens.

A whole word is chosen by how often people use it (wordfreq: news, Wikipedia, subtitles, the web)
and how often the training text does. Frequent German words are inner parts of compounds too, and
spell the same as the word they are, so that *Verfassungsgericht* is found by *Gericht*. Pieces
learnt from all known words spell out what is left.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.wordpiece import ALPHABET, UNKNOWN, words

from .everyday import Everyday, everyday_use

CONSIDERED = {"en": 45_000, "fr": 45_000, "de": 60_000, "it": 45_000}
"""The most frequent words of each language, by wordfreq, that stand to be chosen."""
COMPOUND_PARTS = 26_000
PIECES = 12_000
DATA_SHARE = 0.3
"""What a word's share of the training text counts for, against its share of everyday text."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tokens of the model and what they spell."""

    tokens: tuple[str, ...]
    spelled: NDArray[np.int32]
    """Which surface each token spells, shape (tokens,)."""
    surfaces: tuple[str, ...]
    """What can be spelled; inner pieces of up to three letters keep their `##`."""


def count_words(texts: Iterable[str]) -> Counter[str]:
    """Count the words of the training text, each distinct text once."""
    counts: Counter[str] = Counter()
    for text in set(texts):
        counts.update(words(text))
    return counts


def build(counts: Counter[str], most: int, everyday: Everyday) -> Vocabulary:
    """Choose the vocabulary.

    Args:
        counts: words of the training text.
        most: how many surfaces it may have; the most used words come first.
        everyday: how often words are used.
    """
    total = sum(counts.values())
    value = {word: DATA_SHARE * count / total for word, count in counts.items() if count >= 3}
    rare: Counter[str] = Counter(counts.keys())
    for language, considered in CONSIDERED.items():
        for word, use in everyday_use(everyday, language, considered).items():
            value[word] = max(value.get(word, 0.0), use)
        rare.update(everyday_use(everyday, language, 150_000).keys())
    starts, inside = _pieces(rare)
    numbers = [str(number) for number in range(2_100)]
    whole = dict.fromkeys([*numbers, *ALPHABET, *starts])
    inner = dict.fromkeys([*ALPHABET, *inside, *(f"{number:02d}" for number in range(100))])
    rows = whole.keys() | {_surface(piece, inside=True) for piece in inner}
    free = most - 1 - len(rows)
    for word in sorted(value, key=lambda word: (-value[word], word)):
        if word not in rows and not re.search(r"\d", word):
            free -= 1
            if free < 0:
                break
        whole[word] = None
    parts = [word for word in everyday_use(everyday, "de", COMPOUND_PARTS) if len(word) >= 4]
    compounds = [word for word in parts if word in whole and word.isalpha()]
    return _number(list(whole), list(inner), [word for word in compounds if word not in inner])


def _number(whole: list[str], inner: list[str], compounds: list[str]) -> Vocabulary:
    tokens = [UNKNOWN, *("##" + piece for piece in inner), *whole]
    surfaces = [UNKNOWN, *(_surface(piece, inside=True) for piece in inner), *whole]
    # Last, because they take the rows of the words they are.
    tokens += ["##" + word for word in compounds]
    surfaces += compounds
    numbers: dict[str, int] = {}
    spelled = [numbers.setdefault(surface, len(numbers)) for surface in surfaces]
    return Vocabulary(tuple(tokens), np.array(spelled, np.int32), tuple(numbers))


def keep(vocabulary: Vocabulary, kept: NDArray[np.bool_]) -> Vocabulary:
    """Leave out the surfaces not kept, and the tokens that spell them."""
    number = np.cumsum(kept) - 1
    stay = kept[vocabulary.spelled]
    return Vocabulary(
        tuple(token for token, stays in zip(vocabulary.tokens, stay, strict=True) if stays),
        number[vocabulary.spelled[stay]].astype(np.int32),
        tuple(surface for surface, stays in zip(vocabulary.surfaces, kept, strict=True) if stays),
    )


def _surface(piece: str, *, inside: bool) -> str:
    return "##" + piece if inside and len(piece) <= 3 else piece


def _pieces(known: Iterable[str]) -> tuple[list[str], list[str]]:
    """Learn pieces that spell words: beginnings, and what may follow."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers

    spelled = re.compile(f"[{ALPHABET}]+")
    tokenizer = Tokenizer(models.WordPiece(unk_token=UNKNOWN))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    # Inner letters are given their numbers here: left to the trainer they get them in the order of
    # a hash table, another in each run, and pieces that are level are taken by number.
    inner = [f"##{letter}" for letter in ALPHABET]
    trainer = trainers.WordPieceTrainer(
        vocab_size=PIECES, special_tokens=[UNKNOWN, *inner], show_progress=False
    )
    tokenizer.train_from_iterator(
        sorted(word for word in known if spelled.fullmatch(word)), trainer
    )
    found = sorted(tokenizer.get_vocab().keys() - {UNKNOWN})
    starts = [piece for piece in found if not piece.startswith("##")]
    return starts, [piece[2:] for piece in found if piece.startswith("##")]
