"""Near misses: unanswerable questions in four languages, and the count of those answered."""

from collections import Counter

import pytest

from evals.cases import LANGUAGES
from evals.corpora import CORPORA
from evals.questions.loader import QUESTIONS, load_cases
from evals.reading.near import ask, table


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
