"""*The paper says* claims nothing of its own, and lets nothing false through."""

from __future__ import annotations

import pytest

from assistant import check
from assistant.checking.frames import unframed

_QUOTES = {
    "en": "The harbour cost 84 million euros.",
    "fr": "Le port a coûté 84 millions d’euros.",
    "de": "Der Hafen kostete 84 Millionen Euro.",
    "it": "Il porto è costato 84 milioni di euro.",
}
_FRAMED = {
    "en": ("“The harbour cost {} million euros”, the paper says.",
           "According to the article, the harbour cost {} million euros.",
           "The article says that the harbour cost {} million euros."),
    "fr": ("Le port a coûté {} millions d’euros, selon l’article.",
           "Selon le texte, le port a coûté {} millions d’euros.",
           "L’article indique que le port a coûté {} millions d’euros."),
    "de": ("Der Hafen kostete {} Millionen Euro, so der Artikel.",
           "Laut dem Artikel kostete der Hafen {} Millionen Euro.",
           "Der Artikel berichtet, dass der Hafen {} Millionen Euro kostete."),
    "it": ("Il porto è costato {} milioni di euro, dice l’articolo.",
           "Secondo l’articolo, il porto è costato {} milioni di euro.",
           "L’articolo riferisce che il porto è costato {} milioni di euro."),
}  # fmt: skip
_CASES = [
    (spoken, form, tongue) for spoken in _FRAMED for form in _FRAMED[spoken] for tongue in _QUOTES
]


@pytest.mark.parametrize(("spoken", "form", "tongue"), _CASES)
def test_F03_that_the_document_says_so_claims_nothing(spoken, form, tongue) -> None:
    for figure, verdict in ((84, "supported"), (85, "contradicted")):
        support = check(
            form.format(figure),
            [_QUOTES[tongue]],
            claim_language=spoken,
            quote_languages=[tongue],
        )
        assert support.verdict == verdict, (form, figure, support)


@pytest.mark.parametrize(
    "claim",
    [
        "The paper denies that Ostberg opened the harbour.",
        "The paper says that Brandt opened the harbour.",
        "L’article dément que Ostberg a ouvert le port.",
        "The harbour opened, the mayor says.",
        "The council rejected the text.",
        "She signed, in May, the document.",
        "The paper says so.",
    ],
)
def test_another_verb_or_another_speaker_stays(claim) -> None:
    left = unframed(claim)
    assert left == claim or "Brandt" in left
    assert check(claim, ["Ostberg opened the harbour."]).verdict != "supported"
