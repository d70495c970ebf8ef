"""How often words are in each language: `index/frequent.txt`, by which a few words are told.

`python -m index.training.frequent --data DIR` counts the words of the texts that the model is
trained on (`sources`), each source by its weight there, and writes those that tell a language, and
the beginnings and ends of words that do. A minute of one core; the same file each time.
"""

from __future__ import annotations

import argparse
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from index.documents import LANGUAGES

from .sources import SOURCES, Source, read

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 50_000
"""Pairs of one source that are counted, drawn evenly."""
_FEWEST = 500
"""Words of a language that a source needs to say anything about it."""
_LEAST, _LEVELS = 1e-7, 18
"""Share of all words that is level 0, and the level of one word in a hundred."""
_PER_LEVEL = math.log(1e-2 / _LEAST) / _LEVELS
_DIGITS = "0123456789abcdefghi"
_RARE, _TELLS = 8, 2
"""Level from which a word is kept, and by how much it must lead in one language."""
_PIECE_LEVEL, _PIECE_TELLS = 10, 2
"""The same for pieces."""
_PIECES = (3, 4)
"""Letters of a beginning or an end."""

Shares = Mapping[str, Counter[str]]
"""By language: each word to its share of all words."""


def shares(folder: Path) -> Shares:
    """Count the words of all sources."""
    found: dict[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    weights: Counter[str] = Counter()
    for source in SOURCES:
        for language, counts in _counts(source, folder).items():
            total = counts.total()
            if total < _FEWEST:
                continue
            weights[language] += source.weight  # type: ignore[assignment]
            for word, times in counts.items():
                found[language][word] += source.weight * times / total  # type: ignore[assignment]
    return {
        language: Counter({word: share / weights[language] for word, share in words.items()})
        for language, words in found.items()
    }


def _counts(source: Source, folder: Path) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    seen: set[tuple[str, str]] = set()
    pairs = read(source, folder)
    for pair in pairs[:: max(1, len(pairs) // _MOST)]:
        for side in ((pair.left_language, pair.left), (pair.right_language, pair.right)):
            if side[0] in LANGUAGES and side not in seen:
                seen.add(side)
                counts[side[0]].update(_WORD.findall(side[1].replace("’", "'").lower()))
    return counts


def lines(found: Shares) -> Iterator[str]:
    """Write words and pieces that tell, a line each: `price c020`, levels of en, fr, de and it."""
    words = {
        word: [_level(found[language][word]) for language in LANGUAGES]
        for word in sorted(set().union(*found.values()))
    }
    yield from _telling(words, _RARE, _TELLS)
    pieces = {language: _pieces(found[language]) for language in LANGUAGES}
    levels = {
        piece: [_level(pieces[language][piece]) for language in LANGUAGES]
        for piece in sorted(set().union(*pieces.values()))
    }
    yield from _telling(levels, _PIECE_LEVEL, _PIECE_TELLS)


def _telling(levels: Mapping[str, list[int]], least: int, lead: int) -> Iterator[str]:
    for name, four in levels.items():
        first, second = sorted(four, reverse=True)[:2]
        if first >= least and first - second >= lead:
            yield f"{name} {''.join(_DIGITS[level] for level in four)}"


def _pieces(words: Counter[str]) -> Counter[str]:
    """Beginnings `-` ends of words, each word by the root of its share: kinds more than tokens."""
    found: Counter[str] = Counter()
    for word, share in words.items():
        for size in _PIECES:
            if len(word) > size:
                root = math.sqrt(share)
                found[f"{word[:size]}-"] += root  # type: ignore[assignment]
                found[f"-{word[-size:]}"] += root  # type: ignore[assignment]
    total = found.total()
    return Counter({piece: share / total for piece, share in found.items()})


def _level(share: float) -> int:
    if share <= 0:
        return 0
    return max(0, min(_LEVELS, round(math.log(share / _LEAST) / _PER_LEVEL)))


def main() -> None:
    """Count, and write the file."""
    parser = argparse.ArgumentParser(prog="python -m index.training.frequent", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of NAME.tsv.gz files of parallel text"
    )
    parser.add_argument(
        "--out", type=Path, default=Path("index/frequent.txt"), help="default: index/frequent.txt"
    )
    arguments = parser.parse_args()
    text = "".join(f"{line}\n" for line in lines(shares(arguments.data)))
    arguments.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
