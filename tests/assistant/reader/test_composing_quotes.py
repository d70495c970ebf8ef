"""Quotes in the marks of the reader's language."""

import pytest

from assistant.reader.compose import compose


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "Source: “The bridge opened.” [1]"),
        ("fr", "Source : «\u00a0The bridge opened.\u00a0» [1]"),
        ("de", "Quelle: „The bridge opened.“ [1]"),
        ("it", "Fonte: «The bridge opened.» [1]"),
    ],
)
def test_marks_are_those_of_the_readers_language(line, language, written):
    assert compose([line("The bridge opened.")], language) == written


def test_other_marks_stand_around_a_quote_that_has_them(line):
    assert "“Il dit « oui ».”" in compose([line("Il dit « oui ».", language="fr")], "fr")
