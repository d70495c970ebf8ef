"""Judged cases, and what they add up to by language, by document language and by reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from evals.scorers.nuggets import found

from .cases import LANGUAGES, Case, CaseSet
from .records import Header, Record
from .scorers import METRICS, OUTCOMES, Outcome, Score, outcome, score_all
from .statistics import Interval, bootstrap, wilson

PRIMARY = ("passage@5", "ndcg@10", "cites_gold", "vital", "false_answer", "false_refusal")
"""What two runs are compared on: named in advance, so that nobody picks what looks good."""

ALL = "all"


@dataclass(frozen=True, slots=True)
class Result:
    """One case with all that is known about how it went."""

    case: Case
    record: Record
    outcome: Outcome
    scores: Mapping[str, Score]

    def value(self, metric: str) -> float | None:
        """Return the score on a metric; None when it was not scored or does not apply."""
        score = self.scores.get(metric)
        return score.value if score else None

    @property
    def fine(self) -> bool:
        """True when it was answered right, from the right place, or rightly declined."""
        wanted = "right" if self.case.answerable else "declined"
        exact = self.value("validity") == 1
        return self.outcome == wanted and exact and self.value("cites_gold") != 0


@dataclass(frozen=True, slots=True)
class Results:
    """One run over a set of cases."""

    header: Header
    cases: CaseSet
    results: tuple[Result, ...]

    def values(
        self, metric: str, where: Callable[[Result], bool] = lambda result: True
    ) -> dict[str, float]:
        """Return a metric's scores by case id; what was not scored is left out."""
        pairs = ((r.case.id, r.value(metric)) for r in self.results if where(r))
        return {key: value for key, value in pairs if value is not None}

    @property
    def clusters(self) -> dict[str, str]:
        """The cluster of each case."""
        return {result.case.id: result.case.cluster for result in self.results}

    def interval(
        self, metric: str, where: Callable[[Result], bool] = lambda result: True
    ) -> Interval | None:
        """Return mean and 95 % interval: Wilson for 0/1 scores, else over clusters.

        None when nothing was scored.
        """
        values = self.values(metric, where)
        if not values:
            return None
        if METRICS[metric].binary:
            return wilson(sum(values.values()), len(values))
        return bootstrap(values, self.clusters)

    def micro(self, metric: str, language: str = ALL) -> Interval | None:
        """Return a share over all that is counted, whichever question it belongs to.

        The mean of the questions' own shares is the macro average, :meth:`interval`. None for what
        is no share of a count, or where nothing was scored.
        """
        found = {r.case.id: r.scores.get(metric) for r in self.results if _asked_in(language)(r)}
        weights = {key: score.total for key, score in found.items() if score and score.total}
        values = {key: value for key, value in self.values(metric).items() if key in weights}
        return bootstrap(values, self.clusters, weights) if values else None

    def by_language(self, metric: str) -> dict[str, Interval | None]:
        """Return the metric for all questions and for each question language."""
        columns: dict[str, Interval | None] = {ALL: self.interval(metric)}
        for language in LANGUAGES:
            columns[language] = self.interval(metric, _asked_in(language))
        return columns

    def matrix(self, metric: str) -> dict[tuple[str, str], Interval | None]:
        """Return the metric by (question language, language of a document that answers)."""
        return {
            (asked, written): self.interval(metric, self._crossing(asked, written))
            for asked in LANGUAGES
            for written in LANGUAGES
        }

    def crossing(self, metric: str) -> tuple[Interval, Interval] | None:
        """Return a metric where a document in the reader's language answers, and where none does.

        The first mean less the second is what crossing a language border costs. None when either
        kind of question is missing.
        """
        inside = self.interval(metric, self._answered_at_home)
        across = self.interval(
            metric, lambda result: bool(result.case.gold) and not self._answered_at_home(result)
        )
        return (inside, across) if inside and across else None

    def _answered_at_home(self, result: Result) -> bool:
        tongues = self.cases.corpus.languages
        return any(tongues[file] == result.case.language for file in result.case.gold_files)

    def _crossing(self, asked: str, written: str) -> Callable[[Result], bool]:
        tongues = self.cases.corpus.languages
        return lambda result: (
            result.case.language == asked
            and any(tongues[file] == written for file in result.case.gold_files)
        )

    def by_reason(self) -> dict[str, Interval]:
        """Return false answers by why the question has no answer."""
        reasons = sorted({r.case.reason for r in self.results if r.case.reason})
        rates = {name: self.interval("false_answer", _reason(name)) for name in reasons}
        return {name: rate for name, rate in rates.items() if rate}

    def by_type(self, metric: str) -> dict[str, Interval]:
        """Return a metric by type of question."""
        types = sorted({r.case.type for r in self.results})
        rates = {name: self.interval(metric, _type(name)) for name in types}
        return {name: rate for name, rate in rates.items() if rate}

    def by_tag(self) -> dict[str, Interval]:
        """Return the share of cases where nothing went wrong, by the trap they hold."""
        grouped: dict[str, list[bool]] = {}
        for result in self.results:
            # What crashed is counted as crashed, not as fallen for.
            for tag in result.case.tags if not result.record.trouble else ():
                grouped.setdefault(tag, []).append(result.fine)
        return {tag: wilson(sum(grouped[tag]), len(grouped[tag])) for tag in sorted(grouped)}

    def balanced_accuracy(self, language: str = ALL) -> float | None:
        """Return ``1 - (false answers + false refusals) / 2``; None when either is unknown."""
        where = _asked_in(language)
        answered, refused = (
            self.interval(name, where) for name in ("false_answer", "false_refusal")
        )
        if answered is None or refused is None:
            return None
        return 1 - (answered.mean + refused.mean) / 2

    def consistency(self, *, vital: bool = False) -> Interval | None:
        """Return the share of questions asked in four languages with the same nuggets in all.

        Finding nothing in any of them is no agreement: it counts against.

        Args:
            vital: look only at what a right answer must say, not at what is welcome besides.
        """
        groups: dict[str, list[frozenset[str] | None]] = {}
        for result in self.results:
            if result.case.answerable:
                said = found(result.case, result.record)
                if vital and said is not None:
                    said &= {nugget.id for nugget in result.case.nuggets if nugget.vital}
                groups.setdefault(result.case.group, []).append(said)
        whole = [said for said in groups.values() if len(said) == len(LANGUAGES)]
        judged = [said for said in whole if None not in said]
        if not judged:
            return None
        agreed = sum(len(set(said)) == 1 and said[0] != frozenset() for said in judged)
        return wilson(agreed, len(judged))

    def outcomes(self, answerable: bool) -> dict[Outcome, int]:
        """Count how the answerable or the unanswerable cases ended."""
        counts = Counter(r.outcome for r in self.results if r.case.answerable == answerable)
        return {name: counts[name] for name in OUTCOMES}


def judge(header: Header, cases: CaseSet, records: Mapping[str, Record]) -> Results:
    """Score every case that has a record."""
    results = [
        Result(
            case, records[case.id], outcome(case, records[case.id]),
            score_all(case, records[case.id], cases.corpus),
        )
        for case in cases.cases
        if case.id in records
    ]  # fmt: skip
    return Results(header, cases, tuple(results))


def _asked_in(language: str) -> Callable[[Result], bool]:
    return lambda result: language in (ALL, result.case.language)


def _reason(name: str) -> Callable[[Result], bool]:
    return lambda result: result.case.reason == name


def _type(name: str) -> Callable[[Result], bool]:
    return lambda result: result.case.type == name
