"""Is this sentence supported by these quotes? Deterministic, built in, without a language model.

Four questions are asked of a claim, in the order of how exactly they can be answered:

1. **Figures**: is every number, amount, date and clock time of the claim in the quotes?
2. **Names**: is everybody whom the claim names there?
3. **Direction**: does the claim deny or reverse what the quotes say?
4. **Gist**: do the quotes speak of what is left of the claim at all?

What conflicts makes it *contradicted*, what is missing *unsupported*, always with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, starmap
from typing import NamedTuple

from assistant.answers import Support, Verdict
from assistant.facts import Language
from assistant.facts.agreement import (
    Finding,
    Outcome,
    added_up,
    blanked,
    compare_facts,
    measured_alike,
    without_days,
)
from assistant.facts.deeds.results import one_sided, same_match
from assistant.facts.deeds.roles import changed_places
from assistant.facts.direction.polarity import direction
from assistant.facts.direction.reversals import MOST_ABROAD, denies_the_other, reversals
from assistant.facts.reasons import Reason, in_whole_words, tell
from assistant.facts.text.tongue import guess, told

from .accounted import accounted_for
from .against import held_against
from .closer.contrary import plainly_contrary
from .closer.every import CLOSER
from .closer.related import is_converse
from .closer.rules import Sentence
from .computed import computed
from .contrasted import meant
from .copied import changed_copy
from .figured import figured
from .frames import as_claimed
from .gist import Signals, added, compared, likelihood, says_something, signals, thresholds
from .given import Day, days, texts
from .meaning import GivenMeaning, Meaning, Similarity, default_meaning
from .naming import Strangers, strangers
from .pairing import wrongly_paired
from .parting import has_parts
from .portfolios import bare_offices
from .reworded import may_be_reworded
from .sources import (
    Source,
    is_cut,
    languages_beside,
    nearest_part,
    read_sources,
    readable,
)
from .together import Held, together
from .undone import with_undone

__all__ = ["Evidence", "Similarity", "Source", "check", "weigh"]

_LONGEST_CLAIM = 3_000
"""Characters of a claim; no sentence is longer."""
_MAY_STAND_FURTHER_ON = frozenset(("missing", "missing_name", "not_said", "elsewhere"))
"""What a quote lacks as far as it is read."""
_SURE, _SURE_ABROAD = 0.6, 0.97
"""Likelihood of the same gist from which words that point the other way are a contradiction: in
one language, and for denials across languages: a translation may turn a sentence round."""


def check(
    claim: str,
    quotes: Iterable[str] | str,
    *,
    claim_language: str | None = None,
    quote_languages: Sequence[str | None] | None = None,
    quote_dates: Sequence[Day] | None = None,
    similarity: Similarity | None = None,
    language: str | None = None,
) -> Support:
    """Check one sentence against the quotes it cites.

    Args:
        claim: one sentence, without citation markers.
        quotes: the cited passages, in any of the four languages; a text alone is one.
        claim_language: `en`, `fr`, `de` or `it`; told from the sentence if not given.
        quote_languages: the same for each quote.
        quote_dates: the day each quote was written, where known (a date, or its ISO 8601 form);
            without it, *yesterday* in a quote is no date.
        similarity: two texts to the cosine of their meanings, higher is closer; the built-in
            cross-lingual model if not given.
        language: of the reasons, for a reader of another language than the claim's.

    Returns:
        The verdict with its reasons. A claim with a rightly converted unit is supported, and the
        reason says that it was converted. Whatever the texts, there is a verdict.

    Raises:
        NotText: the claim, or a quote, is no string.
    """
    claim, quotes = texts(claim, quotes)
    claim = as_claimed(claim)
    spoken = told(claim_language) or guess(
        claim[:_LONGEST_CLAIM], *languages_beside(claim, quotes, quote_languages, language)
    )
    reader = told(language) or spoken
    meaning = GivenMeaning(similarity) if similarity else default_meaning()
    read = read_sources(quotes, quote_languages, days(quote_dates), claim, spoken, meaning)
    sources, apart = meant(claim, spoken, read, meaning)
    verdict, reasons = _checked(claim, spoken, sources, meaning, reader)
    if apart and verdict == "supported":
        verdict, reasons = "unsupported", [Reason("apart", apart)]
    lacking = any(reason.why in _MAY_STAND_FURTHER_ON for reason in reasons)
    if verdict == "unsupported" and lacking and any(map(is_cut, quotes)):
        reasons = [*reasons, Reason("cut")]
    return Support(
        verdict, tuple(dict.fromkeys(tell(in_whole_words(one, claim), reader) for one in reasons))
    )


def _checked(
    claim: str, spoken: Language, sources: Sequence[Source], meaning: Meaning, reader: Language
) -> tuple[Verdict, list[Reason]]:
    if not says_something(claim, spoken):
        return "unsupported", [Reason("no_statement")]
    if len(claim) > _LONGEST_CLAIM or len(readable(claim)) < len(claim):
        return "unsupported", [Reason("too_long")]
    if not sources:
        return "unsupported", [Reason("no_quote")]
    held = together(
        sources,
        lambda some: _held(claim, spoken, some, meaning, reader),
        several=len(sources) > 1 and has_parts(claim, spoken),
    )
    return held.verdict, held.reasons


def _held(
    claim: str, spoken: Language, sources: Sequence[Source], meaning: Meaning, reader: Language
) -> Held:
    evidence = weigh(claim, spoken, sources, meaning, reader)
    held = _verdict(evidence)
    if held.verdict == "supported":
        quotes = [Sentence(s.text, s.language) for s in sources]
        named = bool(evidence.names.claimed)
        found = CLOSER.find(Sentence(claim, spoken), quotes, meaning, named=named)
        if found:
            return Held("unsupported", [found], held.likely)
    return held


class Evidence(NamedTuple):
    """What was found out about a claim, before it becomes a verdict."""

    findings: Sequence[Finding]
    names: Strangers
    turned: Sequence[Reason]
    """How the claim points the other way than the quotes."""
    added: str
    """Words of the claim that the quotes, in the same language, have nothing near; as written."""
    signals: Signals | None
    one_language: bool
    """A quote is in the claim's language: words, names and direction are held against such."""
    long: bool
    """The claim is so long that a denial in it may be of something beside the point."""
    reworded: bool
    """What points the other way may be the same in other words."""


def weigh(
    claim: str,
    language: Language,
    sources: Sequence[Source],
    meaning: Meaning,
    reader: Language | None = None,
) -> Evidence:
    """Hold a claim against its quotes: figures, names, gist.

    Args:
        claim: one sentence.
        language: the claim's.
        sources: its quotes.
        meaning: tells how near words are.
        reader: the language that foreign figures are explained in; the claim's without one.
    """
    quotes = [(s.text, s.language) for s in sources]
    plain, near = bare_offices((claim, language), quotes)
    meaning.prepare(compared(plain, language), *starmap(compared, near))
    ours, there = figured(claim, language, None), [figured(*source) for source in sources]
    given = [*chain.from_iterable([quote.given for quote in there])]
    findings: Sequence[Finding] = compare_facts(ours.facts, given, reader or language)
    findings, otherwise = computed(ours, there, findings, meaning)
    findings = added_up([*findings, *wrongly_paired(ours, there, findings, meaning)], quotes)
    found = len([f for f in findings if f.outcome in ("found", "converted")])
    amounts = measured_alike(findings, given)
    names = strangers(blanked(claim, amounts), quotes, language, meaning)
    measured = signals(plain, near, language, meaning, figures=found, strangers=len(names.claimed))
    own = [s for s in sources if s.language == language]
    turned, converse = _turned(claim, language, own or sources, meaning)
    bare = without_days(claim, findings, [*otherwise, *amounts])
    more = added(bare, quotes, language, meaning) if own and not converse else ""
    more = "" if more and accounted_for(more, language, quotes) else more
    long = direction(claim, language).length > MOST_ABROAD
    same = may_be_reworded((claim, language), quotes, turned)
    return Evidence(findings, names, turned, more, measured, bool(own), long, same)


def _turned(
    claim: str, language: Language, sources: Sequence[Source], meaning: Meaning
) -> tuple[list[Reason], bool]:
    """How a claim reverses the sentences of its quotes that are nearest to it.

    And whether it says a comparison from its other side: then another word is no reversal.
    """
    said = Sentence(claim, language)
    near = [Sentence(nearest_part(claim, s.text, meaning), s.language) for s in sources]
    way, given = direction(claim, language), [direction(*sentence) for sentence in near]
    abroad = any([tongue != language for _, tongue in near])
    found = with_undone(reversals(way, given, abroad=abroad), said, near, meaning)
    converse = not found and denies_the_other(way, given)
    for one in near:
        text, tongue = one
        match = same_match(said, one) or one_sided(said, one)
        if match:  # lost to is beaten by
            found = [reason for reason in found if reason.why != "opposite"]
            found += [Reason("turned_round")] if match == "turned" else []
            continue
        sides = held_against(said, one, meaning)
        if not sides and is_converse(said, one, meaning):
            sides = "converse"
        if sides == "converse":
            converse, found = True, [reason for reason in found if reason.why != "opposite"]
        elif sides == "turned" or changed_places(claim, text, language, tongue):
            found.append(Reason("turned_round"))
        elif plainly_contrary(said, one, meaning):
            found.append(Reason("opposite"))
        if not found and (copied := changed_copy(claim, text, language, tongue)):
            found.append(copied)
    return found, converse


def _verdict(evidence: Evidence) -> Held:
    covered, related = thresholds()
    findings, names = evidence.findings, evidence.names
    conflicts = _reasons(findings, "conflict")
    missing = _reasons(findings, "missing")
    found = any(f.outcome in ("found", "converted") for f in findings)
    likely = likelihood(evidence.signals) if evidence.signals else float(found)
    for reason in evidence.turned:
        counted = _counted(reason, evidence, likely)
        if counted:
            (conflicts if counted == "contradicted" else missing).append(reason)
    if names.claimed and (names.quoted or names.full or evidence.one_language):
        missing.append(_name_reason(names))
    if evidence.added:
        # One word changed in a copied sentence may reverse it or say the same: *came*, *joined*.
        missing.append(Reason("missing", evidence.added))
    if likely < covered:
        missing.append(Reason("not_said" if likely >= related else "elsewhere"))
    if conflicts and likely >= related:
        return Held("contradicted", conflicts + missing, likely)
    if conflicts or missing:
        changed = bool(evidence.added) and " " not in evidence.added
        return Held("unsupported", conflicts + missing, likely, changed)
    return Held("supported", _reasons(findings, "converted"), likely)


def _counted(reason: Reason, evidence: Evidence, likely: float) -> Verdict | None:
    """What a reason to think that a claim points the other way makes of it; none if too little."""
    if reason.why == "one_denies":
        return "unsupported"
    if reason.why == "may_deny":
        return "unsupported" if likely >= _SURE_ABROAD else None
    denied_abroad = not evidence.one_language and reason.why in ("denies", "denied")
    if likely >= (_SURE_ABROAD if denied_abroad else _SURE):
        may_be = evidence.reworded or (denied_abroad and evidence.long)
        return "unsupported" if may_be else "contradicted"
    return "unsupported" if likely >= thresholds()[0] or evidence.one_language else None


def _reasons(findings: Sequence[Finding], outcome: Outcome) -> list[Reason]:
    return [f.reason for f in findings if f.outcome == outcome and f.reason]


def _name_reason(names: Strangers) -> Reason:
    said = ", ".join(names.claimed[:3])
    if names.quoted:
        return Reason("other_name", said, ", ".join(names.quoted[:3]))
    return Reason("missing_name", said)
