"""From a model's reply to statements that rest on exact places of the sources.

The model only proposes: it writes sentences and names passages. Here each sentence gets the
*smallest* run of source sentences that supports it, or none. A quotation is looked up word for
word; one that stands in no source loses its quotation marks. Nothing is repaired silently: what
differs from what the model wrote is among the statement's problems.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.answers import Support
from assistant.models.seam import Passage
from assistant.safe_text import as_read
from index import detect

from .addresses import invented
from .align import SHORTEST, length
from .claims import Cited, Claim, without_worn
from .doubts import doubt
from .drafts import Draft, statements
from .evidence import LONGEST_RUN, Evidence, Place, Quote, Similarity, Span
from .outweighing import of_another, outweighs
from .quotation_marks import without_marks
from .translated import refused_at_home
from .unsaid import unsaid

Check = Callable[[str, Sequence[Quote]], Support]
"""A sentence and the quotes it rests on, to a verdict."""

_TRIES = 4
"""Runs of each size that are held against a statement, nearest first."""
_ELSEWHERE = 6
"""The same for passages that the model did not name."""


def cite(
    reply: str,
    passages: Sequence[Passage],
    source: Callable[[str], str],
    check: Check,
    *,
    similarity: Similarity | None = None,
    language: str | None = None,
) -> Cited:
    """Trace a reply to its sources.

    Args:
        reply: the model's text, with its markers as they came.
        passages: what the model was shown, numbered from 1.
        source: a file's name to its source text, the one that positions count in.
        check: decides whether quotes support a sentence.
        similarity: ranks places by meaning; without it only by shared words and figures.
        language: of the reply, for cutting it into sentences and for the reasons given.

    Returns:
        The claims in order, a sentence said twice only once. For each span of a claim,
        `source(span.file)[span.start:span.end]` is the quote.
    """
    files = [passage.hit.file for passage in passages]
    drafts = statements(as_read(reply), len(passages), language, files)
    tracer = _Tracer(Evidence(passages, source, similarity), check, language)
    claims: list[Claim] = []
    said: set[tuple[str, tuple[Span, ...]]] = set()
    traced: dict[Draft, Claim] = {}
    for draft, following in zip_longest(drafts.sentences, drafts.sentences[1:]):
        plain = replace(draft, lead="")  # a model that repeats itself costs nothing
        if plain not in traced:
            traced[plain] = tracer.trace(plain, following)
        claim = replace(traced[plain], lead=draft.lead)
        key = " ".join(claim.text.casefold().split()), claim.spans
        if key not in said:
            said.add(key)
            claims.append(claim)
    return Cited(without_worn(claims, language), drafts.unknown_markers)


@dataclass(frozen=True, slots=True)
class _Quoted:
    """What the quotations of a sentence come to."""

    spans: tuple[Span, ...]
    """The source sentences that hold them."""
    text: str
    """The sentence to show: marks stay around what is in a source."""
    problems: tuple[str, ...]
    misquoted: bool
    """Words that no source has, in the language of the sources: never supported."""


class _Tracer:
    """Finds the places for one sentence after the other."""

    def __init__(self, evidence: Evidence, check: Check, language: str | None) -> None:
        self._evidence = evidence
        self._check = check
        self._language = language

    def trace(self, draft: Draft, following: Draft | None = None) -> Claim:
        """Find the places for a sentence; a quotation in the next one may carry it."""
        quoted = self._quoted(draft)
        spans, text, problems = quoted.spans, quoted.text, list(quoted.problems)
        cited = [n for n in draft.numbers if not self._evidence.stale(n)]
        if len(cited) < len(draft.numbers):
            problems.append(doubt("stale", self._language))
        if not draft.numbers and not spans:
            problems.insert(0, doubt("uncited", self._language))
            return Claim(text, "", (), Support("unsupported", tuple(problems)))
        support = self._ask(text, spans)
        if not spans and following and following.numbers == tuple(cited):
            spans, support = self._shown_next(text, following)
        if support.verdict != "supported" and cited:
            spans, support = self._named(text, cited, spans)
        if support.verdict == "unsupported" and cited and not draft.borrowed:
            moved = self._elsewhere(text, cited, quoted.spans)
            if moved:
                spans, support = moved
                problems.append(doubt("beside" if quoted.spans else "moved", self._language))
        if quoted.misquoted and support.verdict == "supported":
            support = replace(support, verdict="unsupported")
        text, false, told = self._made_up(text, spans)
        if false and support.verdict == "supported":
            support = replace(support, verdict="unsupported")
        support = replace(support, problems=support.problems + tuple(problems) + told)
        return Claim(text, "", spans if support.verdict != "unsupported" else (), support)

    def _shown_next(self, text: str, following: Draft) -> tuple[tuple[Span, ...], Support]:
        """What is quoted right after a sentence, if it carries it: then both have one place."""
        spans = self._quoted(following).spans
        support = self._ask(text, spans)
        return (spans, support) if support.verdict == "supported" else ((), Support("unsupported"))

    def _ask(self, text: str, spans: Sequence[Span]) -> Support:
        if not spans:
            return Support("unsupported")
        return self._check(text, [self._evidence.quoted(span) for span in spans])

    def _quoted(self, draft: Draft) -> _Quoted:
        """Look up the quotations of a sentence."""
        spans: list[Span] = []
        problems: list[str] = []
        marks: set[int] = set()
        misquoted = False
        order = (*draft.numbers, *(n for n in self._evidence.numbers if n not in draft.numbers))
        for quotation in draft.quotations:
            words = draft.text[quotation.inner]
            if length(words) < SHORTEST:
                continue
            found = self._evidence.find(words, order)
            if found is None or self._evidence.denied_between(*found):
                problems.append(doubt("unquoted", self._language, words=words.strip()))
                marks |= quotation.marks
                misquoted = misquoted or self._own_words(words, draft.numbers or order)
                continue
            number, runs = found
            spans += [s for s in self._evidence.around(number, runs) if s not in spans]
            if draft.numbers and number not in draft.numbers:
                problems.append(doubt("moved", self._language))
            if not all(run.exact for run in runs):
                problems.append(doubt("accents", self._language))
        return _Quoted(tuple(spans), without_marks(draft.text, marks), tuple(problems), misquoted)

    def _made_up(self, text: str, spans: Sequence[Span]) -> tuple[str, bool, tuple[str, ...]]:
        """What a statement copies from nowhere: its text without it, if it is false, and why."""
        quotes = [self._evidence.quote(span) for span in spans]
        there = invented(text, quotes, self._evidence.files)
        told = [doubt("invented", self._language, words=", ".join(there))] if there else []
        if not spans:
            return text, bool(there), tuple(told)
        short = unsaid(text, quotes)
        told += [doubt("unsaid", self._language, words=words) for words in short.words]
        tongues = {self._evidence.tongue(span.file) for span in spans}
        false = bool(there) or (short.strange and self._tongue(text) in tongues)
        return short.text, false, tuple(told)

    def _tongue(self, text: str) -> str:
        """The language of a statement; of a few words, the reply's."""
        told = detect(text)
        return self._language or told if told == "other" else told

    def _own_words(self, words: str, numbers: Sequence[int]) -> bool:
        """Are these words in the language of the passages, so that they could have been copied?

        Words in another language are a translation: without quotation marks they are a statement
        like any other. In the same language they were put into the source's mouth.
        """
        spoken = {self._evidence.language(number) for number in numbers}
        return detect(words) in spoken | {"other"}

    def _named(
        self, text: str, cited: Sequence[int], quoted: tuple[Span, ...]
    ) -> tuple[tuple[Span, ...], Support]:
        """Find the places in the passages that the model named."""
        best: list[Span] = list(quoted)
        against: list[Place] = []
        found = [self._nearest(text, number, against) for number in cited]
        supporting = [one for one in found if one[0] and one[1].verdict == "supported"]
        alone = [(p.span, support) for p, support in supporting if p and outweighs(p, against)]
        if supporting and not alone and not quoted:
            # What is said far off in other words does not outweigh the sentence itself.
            nearest = max(against, key=lambda place: place.score)
            return (nearest.span,), self._ask(text, (nearest.span,))
        for place, support in found:
            if place and support.verdict != "supported":
                if not any(place.span.overlaps(span) for span in best):
                    best.append(place.span)
        if alone and not quoted:
            spans = tuple(dict.fromkeys(span for span, _ in alone))
            return spans, alone[0][1]
        together = [*best, *(span for span, _ in alone)]
        support = self._ask(text, together)
        if support.verdict == "supported":
            return self._fewest(text, together, keep=len(quoted)), support
        if quoted:  # a place that neither supports nor contradicts says nothing of a quotation
            speaking = {p.span for p, held in found if p and held.verdict != "unsupported"}
            together = [span for span in together if span in quoted or span in speaking]
            support = self._ask(text, together)
        return tuple(together), support

    def _nearest(
        self, text: str, number: int, against: list[Place]
    ) -> tuple[Place | None, Support]:
        """The smallest run of a passage that supports a text; else the nearest sentence.

        Places that contradict the text are added to `against`.
        """
        nearest: Place | None = None
        verdict = Support("unsupported")
        for size in range(1, LONGEST_RUN + 1):
            for place in self._evidence.places(text, number, (size,))[:_TRIES]:
                support = self._check(text, [self._evidence.quoted(place.span)])
                if support.verdict == "supported" and outweighs(place, against):
                    if of_another(text, number, place.span, self._evidence, self._check):
                        continue
                    return self._refused(text, place, number) or (place, support)
                if support.verdict == "contradicted":
                    against.append(place)
                if nearest is None:
                    nearest, verdict = place, support
        return nearest, verdict

    def _refused(self, text: str, place: Place, number: int) -> tuple[Place, Support] | None:
        tongue = self._tongue(text)
        return refused_at_home(text, place, number, tongue, self._evidence, self._check)

    def _fewest(self, text: str, spans: list[Span], keep: int) -> tuple[Span, ...]:
        """Leave out, from the end, every place that the rest does without."""
        kept = list(spans)
        for span in reversed(spans[keep:]):
            rest = [s for s in kept if s != span]
            if rest and self._ask(text, rest).verdict == "supported":
                kept = rest
        return tuple(kept)

    def _elsewhere(
        self, text: str, cited: Sequence[int], quoted: tuple[Span, ...]
    ) -> tuple[tuple[Span, ...], Support] | None:
        """The right sentence with the wrong number: look in the passages that were not named.

        The places of its quotations stay: they hold the very words. Only passages in the language
        of the statement are tried: there every word of it is asked for, while a translation also
        carries what somebody added.
        """
        tongue = self._tongue(text)
        places = [
            place
            for number in self._evidence.numbers
            if number not in cited and self._evidence.language(number) == tongue
            for place in self._evidence.places(text, number, (1, 2))
        ]
        for place in sorted(places, key=lambda place: -place.score)[:_ELSEWHERE]:
            spans = tuple(dict.fromkeys((*quoted, place.span)))
            support = self._ask(text, spans)
            if support.verdict == "supported":
                return spans, support
        return None
