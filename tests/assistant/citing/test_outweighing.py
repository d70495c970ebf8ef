"""A place that a statement rests on gives way to the sentence that tells it of somebody else."""

import pytest

from assistant.checking.check import check
from assistant.citing.citations import cite
from assistant.models.seam import Passage
from index import Hit, default_embedder

AID = (
    "Le maire, Paul Girard, demande une aide de l'État. La fermeture coûtera 45 millions d'euros. "
    "« Nous n'avons pas eu le choix », a déclaré la directrice, Sylvie Arnaud."
)
MUSEUM = (
    "La direttrice Chiara Bellini ha detto che il museo riaprirà a maggio. "
    "Il sindaco ha rifiutato di vendere la collezione."
)


def verdict(reply, text, language):
    passage = Passage(1, Hit("a.txt", 0, len(text), text, score=1.0, language="it"))

    def judge(claim, quotes):
        return check(claim, [quote.text for quote in quotes])

    def similarity(one, other):
        ours, theirs = default_embedder().embed([one, other])
        return float(ours @ theirs)

    source = {"a.txt": text}.__getitem__
    (claim,) = cite(
        reply, (passage,), source, judge, similarity=similarity, language=language
    ).claims
    return claim.support.verdict


@pytest.mark.parametrize(
    ("reply", "text", "language"),
    [
        ("Sylvie Arnaud demande une aide de l'État [1].", AID, "fr"),
        ("Sylvie Arnaud asks the state for aid [1].", AID, "en"),
        ("Chiara Bellini ha rifiutato di vendere la collezione [1].", MUSEUM, "it"),
        ("Chiara Bellini lehnte es ab, die Sammlung zu verkaufen [1].", MUSEUM, "de"),
    ],
)
def test_what_another_did_is_not_supported_by_the_name_alone(reply, text, language):
    assert verdict(reply, text, language) != "supported"


@pytest.mark.parametrize(
    ("reply", "text", "language"),
    [
        ("Paul Girard demande une aide de l'État [1].", AID, "fr"),
        ("The mayor Paul Girard asks the state for aid [1].", AID, "en"),
        ("Chiara Bellini ha detto che il museo riaprirà a maggio [1].", MUSEUM, "it"),
    ],
)
def test_what_somebody_did_is(reply, text, language):
    assert verdict(reply, text, language) == "supported"
