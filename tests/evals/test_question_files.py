"""The hand-written questions are sound, and a slip in them is named with file and line."""

from collections import Counter
from typing import get_args

import pytest

from evals.cases import LANGUAGES, Corpus, QuestionType, Reason
from evals.corpora import corpus_folder, read_corpus, widen
from evals.errors import CorpusFault, QuestionFault
from evals.questions.loader import load_cases
from evals.scorers.matching import fold, says
from evals.text.tongue import guess_language

GOOD = """\
corpus: small
passages:
  bridge.txt:
    opened: The bridge opened in 1931.
nuggets:
  year: {date: 1931}
questions:
  - id: opened
    type: date
    ask:
      en: When did it open?
      it: Quando fu aperto?
    gold: [opened]
    nuggets: [year]
"""


@pytest.fixture
def load(tmp_path, corpus: Corpus):
    def _load(text: str):
        (tmp_path / "small.all.yaml").write_text(text, encoding="utf-8")
        return load_cases(corpus, tmp_path)

    return _load


def test_a_good_file(load):
    english, italian = load(GOOD).cases
    assert (english.id, italian.id) == ("opened.en", "opened.it")
    assert english.group == italian.group == english.cluster == "opened"
    (((span,),),) = (english.gold,)
    assert (span.file, span.start, span.end) == ("bridge.txt", 0, 26)
    assert english.place == "small.all.yaml:8"
    assert english.nuggets[0].vital


@pytest.mark.parametrize(
    ("wrong", "instead", "message"),
    [
        ("opened in 1931.", "opened in 1932.", "small.all.yaml:4: the quote `opened` is not in"),
        ("The bridge opened in 1931.", "i", "small.all.yaml:4: the quote `opened` stands"),
        ("bridge.txt", "gone.txt", "small.all.yaml:4: `gone.txt` is not in"),
        ("type: date", "type: dat", "small.all.yaml:8: type 'dat' is none of"),
        ("    type: date", "    tyep: date", "small.all.yaml:9: unknown key `tyep`"),
        ("      it:", "      es:", "small.all.yaml:8: language 'es'"),
        ("gold: [opened]", "gold: [closed]", "small.all.yaml:8: no passage is called `closed`"),
        ("nuggets: [year]", "nuggets: [day]", "small.all.yaml:8: no nugget is called `day`"),
        ("    nuggets: [year]", "    welcome: [year]", "needs a nugget"),
        ("    gold: [opened]", "    tags: [x]", "`opened` needs `gold`, or the `reason`"),
        ("    gold: [opened]", "    gold: [opened]\n    reason: off_topic", "yet has gold"),
        ("{date: 1931}", "{date: soon}", "small.all.yaml:6: `year` is not an ISO 8601 date"),
        ("{date: 1931}", "{number: many}", "small.all.yaml:6: `year` is not a number"),
        ("{date: 1931}", "{number: [1, many]}", "small.all.yaml:6: `year` is not a number"),
        ("{date: 1931}", "{colour: red}", "small.all.yaml:6: nugget kind 'colour'"),
        ("{date: 1931}", "{date: 1931, name: [x]}", "must be of one kind"),
        (
            "  year: {date: 1931}",
            "  year: {date: 1931}\n  cost: {number: 4}",
            "used by no question",
        ),
        ("{date: 1931}", "{date: 1931, unless: x}", "no nugget before this one is called `x`"),
        ("corpus: small", "corpus: large", "small.all.yaml:1: the file must say `corpus: small`"),
        ("    type: date", "    type: date\n    type: date", "small.all.yaml:10: `type` is given"),
        ("gold: [opened]", "gold: [opened", "small.all.yaml:14: not valid YAML"),
        ("corpus: small", "corpus: small\n\tx: 1", "small.all.yaml:2: not valid YAML"),
        ("      en: When did it open?", "      en: ''", "`question` is missing or empty"),
        ("type: date", "type: follow_up", "a follow_up, and only that, has `after`"),
        (GOOD, "- a list", "small.all.yaml:1: the file must be a mapping"),
        (
            GOOD[GOOD.index("questions") :],
            "",
            "small.all.yaml:1: no file about small asks anything",
        ),
        ("gold: [opened]", "gold: [[]]", "small.all.yaml:8: an alternative of `gold` is empty"),
        ("gold: [opened]", "gold: [[[opened]]]", "small.all.yaml:8: no passage is called"),
        ("gold: [opened]", "gold: [{opened: x}]", "small.all.yaml:8: no passage is called"),
        ("{date: 1931}", "{date: 1931, unless: [x]}", "small.all.yaml:6: no nugget before this"),
        ("{date: 1931}", "{number: NaN}", "small.all.yaml:6: `year` is not a number"),
        ("{date: 1931}", "{number: Infinity}", "small.all.yaml:6: `year` is not a number"),
        ("      en: When did it open?", "      en: [When]", "small.all.yaml:8: `question` is"),
        ("    type: date", "    type: date\n    cluster: [x]", "small.all.yaml:8: `cluster` is"),
        ("corpus: small", "corpus: small\nnuggets: &a {a: *a}", "small.all.yaml:2: this holds its"),
    ],
)
def test_a_slip_is_named_with_its_place(load, wrong, instead, message):
    assert wrong in GOOD
    with pytest.raises(QuestionFault) as caught:
        load(GOOD.replace(wrong, instead, 1))
    assert message in str(caught.value)


def test_a_file_that_is_not_utf_8_is_named_with_its_line(corpus, tmp_path):
    (tmp_path / "small.all.yaml").write_bytes(GOOD.encode() + b"# caf\xe9\n")
    with pytest.raises(QuestionFault, match="small.all.yaml:15: not UTF-8: invalid continuation"):
        load_cases(corpus, tmp_path)


def test_no_id_twice(load):
    question = GOOD[GOOD.index("  - id") :]
    with pytest.raises(QuestionFault, match="small.all.yaml:15: the id `opened` was used at"):
        load(GOOD + question)


def test_a_follow_up_has_its_turns(load):
    text = GOOD.replace("type: date", "type: follow_up").replace(
        "      en: When did it open?\n      it: Quando fu aperto?\n",
        "      en:\n        after:\n          - user: What of the bridge?\n"
        "          - assistant: It stands.\n        question: Since when?\n",
    )
    (case,) = load(text).cases
    assert case.history == (("user", "What of the bridge?"), ("assistant", "It stands."))
    with pytest.raises(QuestionFault, match="a turn is"):
        load(text.replace("- user: What of the bridge?", "- What of the bridge?"))


def test_no_questions_and_no_documents(corpus, tmp_path):
    with pytest.raises(QuestionFault, match=r"holds no small\.\*\.yaml"):
        load_cases(corpus, tmp_path)
    with pytest.raises(CorpusFault, match="no corpus called 'moon'"):
        corpus_folder("moon")
    with pytest.raises(CorpusFault, match="holds no .txt or .md file"):
        read_corpus("small", tmp_path)
    (tmp_path / "a.txt").write_bytes(b"caf\xe9")
    with pytest.raises(CorpusFault, match="is not UTF-8"):
        read_corpus("small", tmp_path)


def test_positions_count_code_points_of_untouched_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfl\xc3\xa0\r\nbas")
    assert read_corpus("small", tmp_path).texts["a.txt"] == "là\r\nbas"


@pytest.mark.parametrize(
    ("text", "quote", "sentence"),
    [
        ("One. Two is here. Three.", "is", "Two is here."),
        ("Ja. Am 11. Dezember war es. Nein.", "war", "Am 11. Dezember war es."),
        ("Oui. M. Poutine a parlé. Non.", "parlé", "M. Poutine a parlé."),
        ("Ja. Es sind 6,8 Mrd. Liter. Nein.", "Liter", "Es sind 6,8 Mrd. Liter."),
        ("Titel\nEin Satz ohne Ende\nNoch einer", "ohne", "Ein Satz ohne Ende"),
        ("Sviluppa l'AI. I principali no.", "princ", "I principali no."),
        ("Er sagte: „So ist es.“ Dann ging er.", "ging", "Dann ging er."),
        ("Only one", "one", "Only one"),
        ("First. Second.", "First. Second.", "First. Second."),
    ],
)
def test_a_quote_is_widened_to_its_sentence(text, quote, sentence):
    start = text.index(quote)
    left, right = widen(text, start, start + len(quote))
    assert text[left:right] == sentence


# --- the questions themselves ----------------------------------------------------------------


@pytest.fixture(scope="module", params=["seeds", "town"])
def questions(request):
    return load_cases(request.param)


LEAST = {"seeds": 160, "town": 80}


def test_there_are_enough_and_every_language_has_its_share(questions):
    cases, least = questions.cases, LEAST[questions.corpus.name]
    assert len(cases) >= least
    for language in LANGUAGES:
        mine = [case for case in cases if case.language == language]
        assert len(mine) >= least / len(LANGUAGES)
        assert sum(not case.answerable for case in mine) >= 0.25 * len(mine)
    assert sum(not case.answerable for case in cases) >= 0.3 * len(cases)


def test_every_type_and_every_reason_occurs():
    cases = load_cases("seeds").cases
    types = Counter(case.type for case in cases)
    assert set(types) == set(get_args(QuestionType))
    reasons = Counter(case.reason for case in cases if not case.answerable)
    assert set(reasons) == set(get_args(Reason))
    assert min(reasons.values()) >= 10


def test_groups_in_all_four_languages(questions):
    groups = Counter(case.group for case in questions.cases)
    assert sum(count == len(LANGUAGES) for count in groups.values()) >= 12


def test_gold_is_where_it_says_and_every_document_is_asked_about(questions):
    texts = questions.corpus.texts
    asked = set()
    for case in questions.cases:
        for spans in case.gold:
            for span in spans:
                assert texts[span.file][span.start : span.end] == span.quote
                left, right = span.wide
                assert left <= span.start < span.end <= right
                asked.add(span.file)
    hard_to_tell_apart = {"windpark.de.txt", "vaccine-trial.en.txt"}
    assert texts.keys() - asked <= hard_to_tell_apart


def test_every_vital_nugget_is_said_by_every_alternative(questions):
    """A right answer must be possible from the gold alone, whichever alternative is read."""
    for case in questions.cases:
        for spans in case.gold:
            gold = "\n".join(questions.corpus.texts[s.file][slice(*s.wide)] for s in spans)
            for nugget in case.nuggets:
                if nugget.vital:
                    assert says(gold, nugget, case.language), (case.place, nugget.id, gold)


def test_some_gold_answers_without_the_trap(questions):
    for case in questions.cases:
        for nugget in case.forbidden if case.gold else ():
            quotes = [" ".join(span.quote for span in spans) for spans in case.gold]
            assert not all(says(q, nugget, case.language) for q in quotes), (case.place, nugget.id)


def test_the_trap_is_in_the_documents(questions):
    """What is forbidden must be there to be fallen for, or it tests nothing."""
    everything = "\n".join(questions.corpus.texts.values())
    for case in questions.cases:
        for nugget in case.forbidden:
            assert says(everything, nugget, case.language), (case.place, nugget.id)


def test_no_question_is_asked_twice_and_none_copies_its_answer(questions):
    asked = [case.question for case in questions.cases if case.type != "follow_up"]
    assert len(asked) == len(set(asked))
    for case in questions.cases:
        words = fold(case.question).split()
        runs = {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}
        for spans in case.gold:
            assert not [r for r in runs for s in spans if r in fold(s.quote)], case.place


def test_each_question_is_in_its_language(questions):
    known = [(case, guess_language(case.question)) for case in questions.cases]
    wrong = [case.id for case, seen in known if seen and seen != case.language]
    assert len(wrong) <= 0.04 * len(known), wrong  # the meter itself errs on short questions
    own = questions.corpus.languages
    assert all(own[f] == f.split(".")[-2] for f in own if f.count(".") == 2)
