"""Another country, another name and the person meant by *he*, in follow-ups of four languages."""

from __future__ import annotations

import pytest

from assistant.followups.conversation import in_full, standalone
from assistant.followups.turns import as_turns
from assistant.models.extract import ExtractReader

INVESTED = {
    "en": "What did Sberbank invest in 2023?",
    "fr": "Combien Sberbank a-t-elle investi en 2023 ?",
    "de": "Wie viel hat Sberbank 2023 investiert?",
    "it": "Quanto ha investito Sberbank nel 2023?",
}


@pytest.mark.parametrize(
    ("language", "before", "brought", "full"),
    [
        ("en", "Who is the president of China?", "And in Russia?",
         "Who is the president of Russia?"),
        ("en", "How much did China's exports grow?", "And in Russia?",
         "How much did Russia's exports grow?"),
        ("fr", "Qui est le président de la Chine ?", "Et en Russie ?",
         "Qui est le président de Russie ?"),
        ("fr", "Qui est le président de la Chine ?", "Et au Japon ?",
         "Qui est le président du Japon ?"),
        ("de", "Wer ist der Präsident von China?", "Und in Russland?",
         "Wer ist der Präsident von Russland?"),
        ("de", "Wie hoch ist der Zins in der Türkei?", "Und in Russland?",
         "Wie hoch ist der Zins in Russland?"),
        ("it", "Chi è il presidente della Russia?", "E in Cina?",
         "Chi è il presidente in Cina?"),
        ("en", "How much will Russia invest?", "And in China?",
         "How much will Russia invest in China?"),
    ],
)  # fmt: skip
def test_a_country_takes_the_place_of_the_only_one_whatever_stands_before_it(
    language: str, before: str, brought: str, full: str
) -> None:
    assert in_full(brought, before, language) == full


@pytest.mark.parametrize(
    ("language", "before", "brought", "full"),
    [
        ("de", "Wer leitet die Sberbank?", "Und Nvidia?", "Wer leitet Nvidia?"),
        ("de", "Wer ist der Chef der Sberbank?", "Und Nvidia?", "Wer ist der Chef von Nvidia?"),
        ("fr", "Qui dirige la Sberbank ?", "Et Nvidia ?", "Qui dirige Nvidia ?"),
        ("it", "Chi guida la Sberbank?", "E Nvidia?", "Chi guida Nvidia?"),
        ("en", "Who leads Sberbank?", "And Nvidia?", "Who leads Nvidia?"),
        ("en", "Who leads Sberbank?", "And his deputy?", "Who is Sberbank's deputy?"),
        ("fr", "Qui dirige la Sberbank ?", "Et son adjoint ?",
         "Qui est son adjoint (Sberbank)?"),
        ("de", "Wer leitet die Sberbank?", "Und sein Stellvertreter?",
         "Wer ist sein Stellvertreter (Sberbank)?"),
        ("it", "Chi guida la Sberbank?", "E il suo vice?", "Chi è il suo vice (Sberbank)?"),
    ],
)  # fmt: skip
def test_another_name_brings_no_article_and_a_role_is_asked_with_who(
    language: str, before: str, brought: str, full: str
) -> None:
    assert in_full(brought, before, language) == full


@pytest.mark.parametrize(
    ("language", "before", "answer", "question", "full"),
    [
        ("en", INVESTED["en"], "Herman Gref said 4 billion.", "When did he say that?",
         "When did Herman Gref say that?"),
        ("en", INVESTED["en"], "4 billion.", "When did he say that?",
         "When did he say that? (Sberbank)"),
        ("fr", "Qui dirige Sberbank ?", "Herman Gref.", "Quand l'a-t-il dit ?",
         "Quand l'a-t-il dit ? (Herman Gref)"),
        ("de", INVESTED["de"], "4 Milliarden, sagte Herman Gref.", "Wann hat er das gesagt?",
         "Wann hat Herman Gref das gesagt?"),
        ("it", INVESTED["it"], "Lo ha detto Herman Gref.", "Quando lo ha detto lui?",
         "Quando lo ha detto lui? (Herman Gref)"),
        ("de", "Wie tief ist der Brandsee?", "40 Meter, sagt Ida Holm.", "Wem gehört er?",
         "Wem gehört er? (der Brandsee)"),
        ("fr", INVESTED["fr"].replace("elle", "il"), "4 milliards, dit Marc Vidal.",
         "Quand a-t-il été fondé ?", "Quand Sberbank a-t-il été fondé ?"),
    ],
)  # fmt: skip
def test_he_is_the_person_named_last_and_no_bank(
    language: str, before: str, answer: str, question: str, full: str
) -> None:
    turns = as_turns([(before, answer)])
    assert standalone(question, turns, language, ExtractReader()).text == full
