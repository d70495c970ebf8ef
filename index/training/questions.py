"""Questions in four languages, made from titles: the parallel text holds next to none.

Every line of `questions.tsv` is the same question four times; a Wikidata title with its
translations fills `{x}`, a common noun `{n}`. The teacher reads the English side, so the model
learns how little "when was" says beside the name, and that *wann*, *quand* and *quando* are one
word. Grammar (articles, gender) is left rough: a sum of word vectors does not see it.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from .sources import Pair

TEMPLATES = Path(__file__).with_name("questions.tsv")
"""One question a line, in the four languages that the first line names."""


def question_pairs(
    titles: Sequence[Pair], nouns: Sequence[Pair], *, count: int, seed: int
) -> Iterator[Pair]:
    """Yield questions about titles, English on the right.

    Args:
        titles: pairs of one title in two languages, English on the right.
        nouns: pairs of common words, English on the right.
        count: how many to make.
        seed: of the draw.
    """
    draw = random.Random(seed)
    with TEMPLATES.open(encoding="utf-8", newline="") as lines:
        templates = list(csv.DictReader(lines, delimiter="\t"))
    by_language: dict[str, list[Pair]] = {}
    for noun in nouns:
        by_language.setdefault(noun.left_language, []).append(noun)
    for _ in range(count):
        title, template = draw.choice(titles), draw.choice(templates)
        noun = draw.choice(by_language[title.left_language])
        yield Pair(
            title.left_language,
            template[title.left_language].format(x=title.left, n=noun.left),
            "en",
            template["en"].format(x=title.right, n=noun.right),
        )
