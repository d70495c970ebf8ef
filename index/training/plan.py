"""How large a training is and what it draws on: the one that ships, and a rehearsal of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from .everyday import Counted, Everyday, Lists
from .learn import Settings
from .sources import SOURCES, Pair, Source
from .teacher import MINILM, HashTeacher, Teacher


@dataclass(frozen=True, slots=True)
class Plan:
    """The sizes of a training; as they stand here, those of the model that ships."""

    rows: int = 68_000
    """Vectors that the model may have; forms of a lemma share one."""
    dimension: int = 384
    surfaces: int = 125_000
    """Words and pieces that stand to be chosen."""
    common_words: int = 30_000
    """English words that the teacher reads, the most used."""
    titles: int = 60_000
    questions: int = 60_000
    passages: float = 1.0
    """How many passages the teacher reads, as a share of ``teacher.PASSAGES``."""
    first: Settings = field(default_factory=Settings)
    second: Settings = field(default_factory=lambda: Settings(steps=2_400, rate=0.006))
    """After the vectors are evened out."""
    sources: tuple[Source, ...] = SOURCES
    teacher: Teacher = MINILM
    everyday: Callable[[Iterable[Pair]], Everyday] = lambda pairs: Lists()
    """From the pairs to what is known of words beyond them."""


SHIPPED = Plan()

REHEARSAL = Plan(
    dimension=64,
    common_words=300,
    titles=300,
    questions=300,
    passages=0.01,
    first=Settings(steps=300, batch=128),
    second=Settings(steps=100, rate=0.006, batch=128),
    sources=tuple(replace(source, digest="") for source in SOURCES),
    teacher=HashTeacher(),
    everyday=Counted,
)
"""The whole way in seconds on little text of any kind, with no package but SciPy and scikit-learn.

What comes of it is no model to use. Files of which only some rows may be used are taken whole.
"""
