"""One reading: a question and its passages in, the quotes that answer it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from assistant.facts import Fact
from assistant.models.seam import Passage

from . import evidence
from .asked import Asked, tells_office, understand
from .belonging import of_the_thing
from .beside import one_each, together
from .crowd import more
from .gather import gathered
from .implied import with_reasons
from .lacking import lacking
from .lexicon import Embed, WordVectors
from .line import Line
from .lines import Page, page
from .missing import Lacking
from .retold import adding, in_its_language
from .rows import label_of
from .seats import is_beneath
from .select import MANY_WAYS, MOST, choose, counterparts, ranked
from .short import Short, short_answer
from .spans import is_untimed
from .tabled import told_in_a_row, without_other_rows
from .versions import other_answers
from .weights import Weights

_CREDITED = 0.5
"""Share of the chance otherwise needed that is enough where the source asked for says it: its words
are no others' and are not counted among those that the question is about."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the reader made of the passages."""

    asked: Asked
    answered: float
    """Chance that the passages answer the question, 0 to 1."""
    quoted: tuple[Line, ...] = ()
    """The lines to quote, likeliest first; none when the question is not answered."""
    short: str = ""
    """The fact that is asked for, in the reader's language, where it is plain which one it is;
    it stands in the first quoted line."""
    fact: Fact | None = None
    """That fact, with its place in the first quoted line."""
    lacking: Lacking | None = None
    """What is plainly missing, where that is why nothing is quoted."""
    found: float = 1.0
    """Share of what the question is about, by the weight of its words, that some passage says, 0
    to 1; told where nothing is quoted."""


def read(
    question: str,
    language: str,
    passages: Sequence[Passage],
    weights: Weights,
    embed: Embed,
    vectors: WordVectors,
    reader: str = "",
) -> Reading:
    """Read passages for the answer to a question.

    Args:
        question: as the reader typed it.
        language: its language.
        passages: best first.
        weights: the fitted ones.
        embed: texts to unit rows.
        vectors: the same for single words, kept between readings.
        reader: the language of a short answer; that of the question without one.
    """
    asked = understand(question, language)
    return conclude(asked, page(asked, passages, embed, vectors), weights, vectors, reader)


def _tells(asked: Asked, short: Short) -> bool:
    """Whether the line tells who leads, founded or wrote a thing, or of what a sum is, if asked."""
    if (
        asked.kind == "money"
        and short.fact.kind == "number"
        and label_of(short.line, short.fact.start)
    ):
        return False  # the name of the column tells of what
    if is_untimed(asked, short.line, short.line.passage.hit.text[: short.line.start]):
        return False
    told = not asked.office or tells_office(short.line.text, asked.office)
    return told or asked.office in MANY_WAYS


def conclude(
    asked: Asked, seen: Page, weights: Weights, vectors: WordVectors, reader: str = ""
) -> Reading:
    """Decide what to answer, from what was seen of the passages; see :func:`read`."""
    if not seen.lines:
        return Reading(asked, 0.0, found=0.0)
    seen = with_reasons(asked, seen)
    scored = ranked(asked, seen, weights)
    each = one_each(asked, seen, scored)
    if each:
        seen = together(seen, each)
        scored = [*each, *(line for line in scored if line not in each)]
    found = evidence.signs(asked, seen, scored)
    chance = evidence.chance(found, weights)
    top = seen.lines.index(scored[0].line)
    missing = lacking(asked, seen, top, vectors, chance=chance)
    least = evidence.threshold(found, weights, partial(more, asked, seen, scored, vectors))
    least *= _CREDITED if asked.source.words else 1
    if missing or (chance < least and not told_in_a_row(asked, scored[0].line, vectors)):
        return Reading(asked, chance, lacking=missing, found=evidence.said(seen))
    if each:
        return Reading(asked, chance, tuple(held.line for held in each))
    chosen = without_other_rows(asked, choose(scored, weights), vectors)
    if not is_beneath(asked, chosen[0].line):
        chosen = [held for held in chosen if not is_beneath(asked, held.line)]
    own = in_its_language(asked, seen, chosen[0].line)
    chosen[0] = next(held for held in scored if held.line == own)
    told = adding(seen, [held.line for held in chosen])
    chosen = [held for held in chosen if held.line in told]
    against = counterparts(asked, seen, scored, chosen)
    against = against or other_answers(asked, seen, scored, chosen[0].line, vectors)
    quoted = list(dict.fromkeys(held.line for held in (chosen[0], *against, *chosen[1:])))[:MOST]
    if against:
        return Reading(asked, chance, tuple(quoted))
    if items := gathered(asked, quoted[0], reader or asked.language):
        return Reading(asked, chance, tuple(quoted), items)
    short = short_answer(asked, quoted, seen.weight, vectors, reader or asked.language)
    if short is None or short.lead < weights.lead[asked.kind] or not _tells(asked, short):
        return Reading(asked, chance, tuple(quoted))
    if not of_the_thing(asked, seen)[seen.lines.index(short.line)]:
        return Reading(asked, chance, tuple(quoted))
    quoted.sort(key=lambda line: line != short.line)
    return Reading(asked, chance, tuple(quoted), short.text, short.fact)
