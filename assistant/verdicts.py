"""A model's reply becomes a checked answer: traced to its sources, marked, withheld or declined."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from assistant.disagreement.disagree import Found, disagreements
from index import Card, Hit, count, detect, sentences

from .answers import Answer, Citation, Statement, Support, Usage
from .checking.check import check
from .checking.meaning import GivenMeaning, Similarity, default_meaning
from .citing.citations import cite
from .citing.claims import Cited, Claim
from .citing.composing import citation, compose
from .citing.evidence import Quote, Span
from .models.seam import Finish, Passage
from .phrases import say
from .reader.compose import FRAMES

_READ_AT_LEAST = 0.5
"""Share of our own count of tokens that a server that read everything counts at least: tokenizers
differ by less."""
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]*[”“»\"]")
_DAY = len("2025-01-31")
_ENOUGH_LETTERS = 20
"""Fewer tell no language."""
_ENDS = " .!?…"
_PARTS = re.compile(r"[:;]|(?<=[.!?…])\s")
"""Between two parts of what is said a model may change its language."""
_QUOTES = frozenset('"“”„«»‹›')


def traced(
    draft: Answer,
    passages: Sequence[Passage],
    text_of: Callable[[str], str],
    similarity: Similarity | None = None,
) -> Cited:
    """Trace a draft, whose ``text`` is the model's raw reply, to its sources, and check it.

    Args:
        draft: the answer so far.
        passages: what the model was shown.
        text_of: a file's name to its source text.
        similarity: meaning of two texts, -1 to 1; the built-in vectors without one.
    """
    near = similarity or _built_in_similarity
    checked = partial(_checked, _Written.of(passages), draft.language, similarity)
    return cite(draft.text, passages, text_of, checked, similarity=near, language=draft.language)


def settled(
    draft: Answer,
    cited: Cited,
    passages: Sequence[Passage],
    text_of: Callable[[str], str],
    card_of: Callable[[str], Card | None] = lambda file: None,
    *,
    strict: bool = False,
    similarity: Similarity | None = None,
    asked_in: str = "",
) -> Answer:
    """Make the answer that a reader sees of a draft and the verdicts on its sentences.

    Args:
        draft: the answer so far.
        cited: its sentences, from :func:`traced`.
        passages: what the model was shown.
        text_of: a file's name to its source text.
        card_of: a file's name to what it says about itself.
        strict: withhold what is not supported, instead of marking it.
        similarity: meaning of two texts, -1 to 1; the built-in vectors without one.
        asked_in: language of the question; the answer's without one.

    Returns:
        The answer with statements, citations and verdicts. When no statement is supported it is a
        refusal that says so, and nothing the model claimed is among its text.
    """
    draft = replace(draft, usage=replace(draft.usage, unknown_markers=cited.unknown_markers))
    draft = replace(draft, notes=(*draft.notes, *_cut_prompt(draft, passages)))
    kept = [claim for claim in cited.claims if _supported(claim) or not strict]
    if not any(_supported(claim) for claim in cited.claims):
        return declined(draft, say("nothing_supported", draft.language))
    composed = compose(kept, text_of, card_of, draft.language)
    withheld = len(cited.claims) - len(kept)
    notes = (*draft.notes, *_other_language(draft, composed.statements, composed.citations))
    if withheld:
        notes = (*notes, say("withheld", draft.language, n=withheld))
    meaning = GivenMeaning(similarity) if similarity else default_meaning()
    found = _found(draft, passages, text_of, card_of, asked_in)
    differing = disagreements(composed.statements, composed.citations, found, meaning)
    return replace(
        draft,
        text=composed.text,
        statements=composed.statements,
        citations=composed.citations,
        nearest=(),
        notes=(*notes, *(found.text for found in differing)),
        disagreements=differing,
    )


def _found(
    draft: Answer,
    passages: Sequence[Passage],
    text_of: Callable[[str], str],
    card_of: Callable[[str], Card | None],
    asked_in: str,
) -> Found:
    """What was found for the question, as disagreements are looked for in it."""
    return Found(
        draft.asked or draft.question,
        draft.language,
        _sentences(passages, text_of, card_of),
        _texts(passages),
        {passage.hit.file: passage.hit.language for passage in passages},
        {passage.hit.file: passage.hit.story for passage in passages},
        asked_in,
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """What a file's name tells of the words quoted from it."""

    languages: Mapping[str, str]
    days: Mapping[str, datetime.date | None]
    """Empty where only the month or nothing is known: *yesterday* is then no date."""

    @classmethod
    def of(cls, passages: Sequence[Passage]) -> _Written:
        """Read it from the passages that a model was shown."""
        hits = [passage.hit for passage in passages]
        return cls(
            {hit.file: hit.language for hit in hits}, {hit.file: _day(hit.date) for hit in hits}
        )


def _day(date: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(date) if date and len(date) == _DAY else None


def _checked(
    written: _Written,
    language: str,
    similarity: Similarity | None,
    claim: str,
    quotes: Sequence[Quote],
) -> Support:
    """Hold a claim of an answer in this language against its quotes."""
    texts = [quote.text for quote in quotes]
    if is_quotation(claim, texts):
        return Support("supported")
    # A sentence that quotes may hold two languages, and a model may answer in another one than it
    # was asked in; which one weighs more, the sentence tells itself.
    own = not _QUOTES.intersection(claim) and _spoken(claim) in ("other", language)
    return check(
        claim, texts, claim_language=language if own else None,
        quote_languages=[written.languages.get(quote.file) for quote in quotes],
        quote_dates=[written.days.get(quote.file) for quote in quotes],
        similarity=similarity, language=language,
    )  # fmt: skip


def is_quotation(claim: str, quotes: Sequence[str]) -> bool:
    """Tell whether a statement is its quotes, word for word, behind a frame that claims nothing.

    Args:
        claim: without its markers.
        quotes: what it rests on.
    """
    left = " ".join(claim.split())
    for quote in quotes:
        left = left.replace(" ".join(quote.split()), "", 1)
    frame = left.strip("".join(_QUOTES) + " ")
    return frame in FRAMES or not any(map(str.isalnum, frame))


def supported_text(
    reply: str, passages: Sequence[Passage], text_of: Callable[[str], str], language: str
) -> str:
    """The supported statements of a reply that may go on, as an answer would show them."""
    cited = cite(
        reply, passages, text_of, partial(_checked, _Written.of(passages), language, None),
        similarity=_built_in_similarity, language=language,
    )  # fmt: skip
    return compose([claim for claim in cited.claims if _supported(claim)], text_of).text


def spent(finish: Finish, before: Finish, passages: int, seconds: float) -> Usage:
    """What a reply cost with the rewriting before it, as the reader is told."""
    return with_cost(Usage(passages=passages), before, finish, seconds=seconds)


def with_cost(usage: Usage, *costs: Finish, seconds: float) -> Usage:
    """What an answer cost once more was asked of a model for it.

    Args:
        usage: before.
        costs: of the further replies.
        seconds: since the question was asked.
    """
    return replace(
        usage,
        prompt_tokens=usage.prompt_tokens + sum(cost.prompt_tokens for cost in costs),
        completion_tokens=usage.completion_tokens + sum(cost.completion_tokens for cost in costs),
        requests=usage.requests + sum(cost.requests for cost in costs),
        seconds=round(seconds, 3),
    )


def declined(draft: Answer, text: str, nearest: Sequence[Hit] | None = None) -> Answer:
    """Turn a draft into a refusal: no statement, no citation, what comes nearest."""
    return replace(
        draft,
        text=text,
        declined=True,
        statements=(),
        citations=(),
        nearest=tuple(draft.nearest if nearest is None else nearest)[:3],
    )


def _other_language(
    draft: Answer, statements: Sequence[Statement], citations: Sequence[Citation]
) -> tuple[str, ...]:
    """Say that a model answered in another language; the built-in reader quotes, and says so.

    What it takes from the documents word for word, with or without quotation marks, is theirs. Its
    parts are looked at one by one as well: a true sentence may stand in a foreign frame.
    """
    if draft.model == "extract":
        return ()
    quotes = [cited.quote for cited in citations]
    said = _QUOTED.sub(" ", " ".join(statement.text for statement in statements))
    for part in [said, *_PARTS.split(said)]:
        letters, spoken = sum(map(str.isalpha, part)), detect(part)
        if letters < _ENOUGH_LETTERS or spoken in ("other", draft.language):
            continue
        if not any(part.strip(_ENDS) in quote for quote in quotes):
            return (say("other_language", draft.language),)
    return ()


def _cut_prompt(draft: Answer, passages: Sequence[Passage]) -> tuple[str, ...]:
    """Say that a server cut the prompt without a word, as small local ones do."""
    read = draft.usage.prompt_tokens
    if not read:
        return ()
    sent = sum(count(passage.hit.text) for passage in passages)
    if read >= _READ_AT_LEAST * sent:
        return ()
    return (say("prompt_cut", draft.language, read=read, sent=sent),)


def _texts(passages: Sequence[Passage]) -> dict[str, str]:
    """A file's name to its title and everything of it among the passages."""
    texts: dict[str, str] = {}
    for hit in (passage.hit for passage in passages):
        texts[hit.file] = f"{texts.get(hit.file, hit.title)}\n{hit.text}"
    return texts


def _sentences(
    passages: Sequence[Passage],
    text_of: Callable[[str], str],
    card_of: Callable[[str], Card | None],
) -> list[Citation]:
    """Every sentence of the passages, once, as an exact place without a label."""
    spans = {
        Span(hit.file, hit.start + start, hit.start + end): hit
        for hit in (passage.hit for passage in passages)
        for start, end in sentences(hit.text, hit.language)
    }
    return [
        citation(span, "", text_of(span.file), card_of(span.file))
        for span, hit in spans.items()
        if text_of(span.file)[hit.start : hit.end] == hit.text
    ]


@lru_cache(maxsize=256)
def _spoken(claim: str) -> str:
    return detect(claim) if sum(map(str.isalpha, claim)) >= _ENOUGH_LETTERS else "other"


def _built_in_similarity(one: str, other: str) -> float:
    return float(default_meaning().table([one], [other])[0, 0])


def _supported(claim: Claim) -> bool:
    return claim.support.verdict == "supported"
