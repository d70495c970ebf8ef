"""The same thing, written two ways, meets."""

import pytest

from index.grams import gram_hashes
from index.terms import fold, passage_terms, question_groups


def terms(text: str, language: str) -> set[str]:
    return set(passage_terms([text], [language])[0])


def asks_for(question: str, text: str, language: str, asked_in: str | None = None) -> int:
    """How many of the question's groups the text meets."""
    found = terms(text, language)
    return sum(not found.isdisjoint(group) for group in question_groups(question, asked_in))


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("nations", "nation", "en"),
        ("l’économie", "L'ÉCONOMIE", "fr"),
        ("nationale", "nationaux", "fr"),
        ("Straße", "STRASSE", "de"),
        ("Häuser", "haus", "de"),
        ("dell’intelligenza", "intelligenza", "it"),
        ("economiche", "economica", "it"),
        ("e\u0301conomie", "économie", "fr"),
        ("Groß\u00adstadt", "Großstadt", "de"),
    ],
)
def test_spellings_of_a_word_meet(one, other, language):
    assert asks_for(one, other, language) == 1
    assert asks_for(other, one, language) == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("138 milliards de dollars", "fr"),
        ("138 Milliarden Dollar", "de"),
        ("138 Mrd. Dollar", "de"),
        ("$138bn", "en"),
        ("138 billion dollars", "en"),
        ("138 miliardi di dollari", "it"),
        ("138 mld", "it"),
        ("138\u202f000\u202f000\u202f000", "fr"),
        ("138.000.000.000", "de"),
        ("138,000,000,000", "en"),
        ("138'000'000'000", "de"),
    ],
)
def test_amounts_meet_across_languages(text, language):
    assert "#138000000000" in terms(text, language)


@pytest.mark.parametrize("language", ["fr", "de"])
def test_a_billion_is_not_a_milliard(language):
    assert "#138000000000" not in terms("138 billion", language)
    assert "#138000000000000" in terms("138 billion", language)


def test_a_question_in_an_unknown_language_keeps_both_readings_as_one_group():
    groups = question_groups("138 billion")
    assert ("#138",) in groups
    assert ("#138000000000", "#138000000000000") in groups
    assert ("#138000000000",) in question_groups("138 billion", "en")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1.234,5", "de", "#1234.5"),
        ("1,234.5", "en", "#1234.5"),
        ("1 234,5", "fr", "#1234.5"),
        ("1.234", "de", "#1234"),
        ("1.234", "en", "#1.234"),
        ("1,234", "en", "#1234"),
        ("1,234", "it", "#1.234"),
        ("2,50", "fr", "#2.5"),
        ("0.5", "en", "#0.5"),
        ("007", "en", "#7"),
        ("1,5 Millionen", "de", "#1500000"),
    ],
)
def test_figures_have_one_normal_form(text, language, value):
    assert value in terms(text, language)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("on 23 January", "en"),
        ("January 23rd, 2019", "en"),
        ("le 23 janvier", "fr"),
        ("am 23. Januar", "de"),
        ("am 23. Jänner", "de"),
        ("il 23 gennaio", "it"),
        ("23.01.2019", "de"),
        ("23/01/2019", "fr"),
        ("2019-01-23", "en"),
    ],
)
def test_days_meet_across_languages(text, language):
    assert "@01-23" in terms(text, language)


@pytest.mark.parametrize(
    "text", ["23 marsupials", "99 May", "on 45/13/2019", "May I have 2019 words"]
)
def test_what_is_no_day_is_none(text):
    assert not any(term.startswith("@") for term in terms(text, "en"))


def test_years_side_by_side_are_not_grouped():
    assert {"#2008", "#300"} <= terms("in 2008 300 people", "en")


def test_a_figure_inside_a_name_is_part_of_the_name():
    assert "5g" in terms("a 5G network", "en")
    assert "#5" not in terms("a 5G network", "en")


def test_elisions_of_a_question_ask_for_nothing():
    assert question_groups("l’Italia", "it") == question_groups("Italia", "it")
    assert question_groups("Putin's", "en") == question_groups("Putin", "en")


def test_repeats_and_spellings_count_once():
    assert len(question_groups("China china CHINA")) == 1


@pytest.mark.parametrize("question", ["", "   ", "?!…", "«»", "\U0001f600"])
def test_nothing_to_ask_for(question):
    assert question_groups(question) == []
    assert len(gram_hashes([question])[0]) == 0


def test_other_scripts_are_found_as_they_stand():
    assert asks_for("Москва", "в городе Москва", "other") == 1
    assert set(gram_hashes(["Путин"])[0].tolist()) & set(gram_hashes(["путина"])[0].tolist())


def shared(one: str, other: str) -> float:
    a, b = (set(gram_hashes([text])[0].tolist()) for text in (one, other))
    return len(a & b) / len(a | b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Poutine", "Putin"),
        ("Ökonomie", "economia"),
        ("Tschaikowski", "Čajkovskij"),
        ("Philosophie", "filosofia"),
        ("Zentralbank", "Bank"),
        ("Müller", "Mueller"),
    ],
)
def test_grams_bridge_spellings(one, other):
    assert shared(one, other) > 0
    assert shared(one, "Wyoming") == 0


def test_grams_know_their_text_whatever_lines_it_has():
    hashes, rows = gram_hashes(["one\ntwo", "", "three\n"])
    alone, _ = gram_hashes(["three"])
    assert set(rows.tolist()) == {0, 2}
    assert sorted(hashes[rows == 2].tolist()) == sorted(alone.tolist())


def test_fold():
    assert fold("Œuvre, STRASSE, Straße, perché") == "oeuvre, strasse, strasse, perche"
