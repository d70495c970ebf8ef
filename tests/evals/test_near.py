"""Near misses: unanswerable questions in four languages, and the count of those answered."""

from collections import Counter

import pytest

from evals.cases import LANGUAGES
from evals.corpora import CORPORA
from evals.questions.loader import QUESTIONS, load_cases
from evals.reading.near import ask, pair_lines, pairs, table


class Answers:
    """Answers what is asked in German."""

    def ask(self, question):
        self.declined = not question.startswith(("W", "Seit"))
        return self


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_near_miss_is_asked_in_four_languages_and_has_no_answer(corpus):
    cases = load_cases(corpus, QUESTIONS / "near").cases
    asked = Counter(case.language for case in cases)
    assert asked == dict.fromkeys(LANGUAGES, 22)
    assert {case.answerable for case in cases} == {False}


def test_what_was_answered_is_counted_by_half_and_language(seeds):
    cases = load_cases("seeds", QUESTIONS / "near")
    answered, asked = ask(cases, Answers())
    assert set(asked.values()) == {11}
    assert answered["seen", "de"] + answered["only counted", "de"] > 11
    told = list(table(answered, asked))
    assert len({len(line) for line in told}) == 1
    assert "of 11" in told[1]


def test_every_pair_is_asked_in_four_languages_and_counted_by_half():
    told = pairs()
    questions = [text for pair in told for text in (*pair.misses, *pair.twins)]
    assert len(set(questions)) == 8 * len(told)
    assert {pair.corpus for pair in told} == set(CORPORA)
    misses = {text for pair in told for text in pair.misses}
    seen, counted = pair_lines(told, lambda _, text: text in misses)
    assert seen == "pairs, seen: 84 of 84 near misses answered, 0 of 84 twins"
    assert counted == "pairs, only counted: 80 of 80 near misses answered, 0 of 80 twins"
