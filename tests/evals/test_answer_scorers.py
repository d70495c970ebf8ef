"""What an answer says, against values worked by hand: nuggets, refusals, figures, cost."""

from small_world import (
    APERTO,
    COST,
    OPENED,
    YEAR,
    answer,
    case,
    cite,
    hit,
    record,
    refusal,
    unanswerable,
)

from assistant import Usage
from evals.cases import Nugget
from evals.scorers import METRICS, outcome

OPENED_HIT = hit("bridge.txt", 0, 26)

# --- nuggets ---------------------------------------------------------------------------------


def test_vital_and_all_nuggets(scores):
    cost = Nugget("cost", "number", values=(4_000_000,), vital=False)
    asked = case(nuggets=(YEAR, cost))
    found = scores(asked, record(answer("It opened in 1931 [1].")))
    assert (found["vital"], found["nuggets"]) == (1.0, 0.5)
    found = scores(asked, record(answer("It cost 4 million [1].")))
    assert (found["vital"], found["nuggets"]) == (0.0, 0.5)
    assert scores(asked, record(refusal()))["vital"] == 0.0
    assert scores(asked, record(None, trouble="unparsed"))["vital"] is None


def test_what_only_a_misled_reader_says(scores):
    asked = case(forbidden=(Nugget("teaser", "date", phrases=("1932",)),))
    assert scores(asked, record(answer("It opened in 1932 [1].")))["wrong_fact"] == 1.0
    assert scores(asked, record(answer("It opened in 1931 [1].")))["wrong_fact"] == 0.0
    assert scores(asked, record(refusal()))["wrong_fact"] == 0.0
    assert scores(asked, record(None, trouble="crashed"))["wrong_fact"] is None
    assert "wrong_fact" not in scores(case(), record(answer()))


def test_both_versions_mislead_nobody(scores):
    misprint = Nugget("misprint", "date", phrases=("1932",), unless=YEAR)
    asked = case(forbidden=(misprint,))
    assert scores(asked, record(answer("1932, not 1931 [1].")))["wrong_fact"] == 0.0
    assert scores(asked, record(answer("1932 [1].")))["wrong_fact"] == 1.0
    assert outcome(asked, record(answer("1931 or 1932 [1]."))) == "right"


# --- refusal, language, figures, cost --------------------------------------------------------


def test_both_kinds_of_refusal_error(scores):
    assert scores(case(), record(answer()))["false_refusal"] == 0.0
    assert scores(case(), record(refusal()))["false_refusal"] == 1.0
    assert scores(unanswerable(), record(answer()))["false_answer"] == 1.0
    assert scores(unanswerable(), record(refusal()))["false_answer"] == 0.0
    assert scores(unanswerable(), record(None, trouble="crashed"))["false_answer"] is None


def test_language_of_what_is_not_quoted(scores):
    german = "Die Dokumente sagen dazu, wann die Brücke eröffnet wurde [1]:"
    spoken = record(answer(f"{german}\n{OPENED.quote}", language="de"))
    assert scores(case(language="de"), spoken)["language"] == 1.0
    assert scores(case(language="en"), spoken)["language"] == 0.0
    only_quote = record(answer(f"{OPENED.quote} [1]"))
    assert scores(case(), only_quote)["language"] is None
    dot_behind = record(answer("Il ponte fu aperto nel 1931 [1].", cite("1", APERTO)))
    assert scores(case(), dot_behind)["language"] is None
    lying = record(answer("This is what the documents say about it [1].", language="de"))
    assert scores(case(language="de"), lying)["language"] == 0.0
    assert scores(case(language="en"), lying)["language"] == 0.0


def test_figures_stand_in_their_quotes(scores):
    right = answer("It opened in 1931 [1].")
    wrong = answer("It opened in 1932 [1].")
    assert scores(case(), record(right))["figure_recall"] == 1.0
    assert scores(case(), record(wrong))["figure_recall"] == 0.0
    assert "figure_recall" not in scores(case(), record(answer("It opened [1].")))


def test_one_reading_of_an_ambiguous_figure_will_do(scores):
    # "4,000,000" is one thing; "1,931" is 1931 or 1.931, and the quote says 1931.
    assert scores(case(), record(answer("In 1,931 [1].")))["figure_recall"] == 1.0
    assert scores(case(), record(answer("In 1,932 [1].")))["figure_recall"] == 0.0


def test_a_quotation_is_held_against_its_quote_like_a_figure(scores):
    right = answer("It says: “The bridge opened in 1931.” [1].")
    wrong = answer("It says: “The bridge was opened in 1931.” [1].")
    assert scores(case(), record(right))["figure_recall"] == 1.0
    assert scores(case(), record(wrong))["figure_recall"] == 0.0
    short = answer("They call it «open» [1].")  # a word is no quotation
    assert "figure_recall" not in scores(case(), record(short))


def test_a_figure_may_be_given_without_being_cited(scores):
    # 4 million stands in bridge.txt, 27 to 45, which the model was given; the citation is OPENED.
    loose = answer("It cost 4 million [1].")
    went = record(loose, sent=(hit("bridge.txt", 0, 26), hit("bridge.txt", 27, 45)))
    found = scores(case(), went)
    assert (found["figure_recall"], found["figure_given"]) == (0.0, 1.0)
    assert scores(case(), record(loose, sent=(OPENED_HIT,)))["figure_given"] == 0.0
    assert "figure_given" not in scores(case(), record(loose))


def test_an_idle_citation_lowers_figure_precision(scores):
    # 1931 stands in [1] alone; [2] gives the cost: idle. One of two citations is useful.
    padded = answer("It opened in 1931 [1][2].", cite("1", OPENED), cite("2", COST))
    found = scores(case(), record(padded))
    assert (found["figure_recall"], found["figure_precision"]) == (1.0, 0.5)
    # Both are needed for both figures: neither supports alone, neither can go.
    needed = answer("Opened in 1931 for 4 million [1][2].", cite("1", OPENED), cite("2", COST))
    assert scores(case(), record(needed))["figure_precision"] == 1.0


def test_cost_is_what_the_answer_says(scores):
    found = scores(case(), record(answer(usage=Usage(passages=3, prompt_tokens=200)), seconds=0.5))
    assert (found["passages"], found["prompt_tokens"], found["seconds"]) == (3, 200, 0.5)


# --- outcomes and the whole ------------------------------------------------------------------


def test_five_outcomes():
    assert outcome(case(), record(answer())) == "right"
    assert outcome(case(), record(answer("It opened in 1932 [1]."))) == "wrong"
    assert outcome(case(), record(refusal())) == "declined"
    assert outcome(case(), record(None, trouble="unparsed")) == "unparsed"
    assert outcome(case(), record(None, trouble="crashed")) == "crashed"
    assert outcome(unanswerable(), record(answer())) == "wrong"
    assert outcome(unanswerable(), record(refusal())) == "declined"
    misled = case(forbidden=(Nugget("b", "words", phrases=("bridge",)),))
    assert outcome(misled, record(answer("The bridge opened in 1931 [1]."))) == "wrong"


def test_no_answer_is_never_a_zero(scores):
    for asked in (case(), unanswerable()):
        went = record(None, hits=None, trouble="crashed", detail="boom")
        assert set(scores(asked, went).values()) == {None}


def test_every_score_belongs_to_a_known_metric(scores):
    asked = case(forbidden=(YEAR,))
    assert scores(asked, record(answer())).keys() <= METRICS.keys()
