"""Follow-ups: which questions lean on what was said, and what they become."""

import pytest

from assistant import ScriptedChat
from assistant.errors import ModelBusy
from assistant.followups.carrying import carry_over
from assistant.followups.conversation import needs_context, standalone
from assistant.followups.turns import as_turns
from assistant.models.extract import ExtractReader
from assistant.models.seam import Finish


@pytest.mark.parametrize(
    "question",
    ["And in 2025?", "Et la Chine ?", "Und warum?", "E in Italia?", "What about Sberbank?",
     "Who leads it?", "Pourquoi ?", "Wie viel kostet sie?", "Quando è successo?"],
)  # fmt: skip
def test_these_lean_on_what_was_said(question):
    assert needs_context(question)


@pytest.mark.parametrize(
    "question",
    [
        "How many billion dollars will Bank of China invest?",
        "Combien Bank of China va-t-elle investir en cinq ans ?",
        "Wer leitet die größte Bank Russlands seit 2007?",
        "Quanto investirà Bank of China nei prossimi cinque anni?",
    ],
)
def test_these_stand_alone(question):
    assert not needs_context(question)
    turns = as_turns([("user", "What is DeepSeek?"), ("assistant", "A startup.")])
    assert standalone(question, turns, "en", ExtractReader()).text == question


@pytest.mark.parametrize(
    ("follow_up", "before", "full"),
    [
        ("And in 2025?", "What did it invest in 2023?", "What did it invest in 2025?"),
        ("Et en 2025 ?", "Combien de chars en 2023 ?", "Combien de chars en 2025 ?"),
        ("Und 2025?", "Wie viele Wagen fuhren 2023?", "Wie viele Wagen fuhren 2025?"),
        ("E nel 2025?", "Quanti carri nel 2023?", "Quanti carri nel 2025?"),
    ],
)
def test_a_year_takes_the_place_of_a_year(follow_up, before, full):
    assert carry_over(follow_up, before) == full


@pytest.mark.parametrize(
    ("follow_up", "before", "full"),
    [
        ("And when?", "What did Sberbank buy?", "When did Sberbank buy?"),
        ("Et pourquoi ?", "Quand Poutine a-t-il signé ?", "Pourquoi Poutine a-t-il signé ?"),
        ("Und wann?", "Was hat die Bank angekündigt?", "Wann hat die Bank angekündigt?"),
        ("E quanto?", "Quando investirà la banca?", "Quanto investirà la banca?"),
        ("Und seit wann?", "Wer leitet die Sberbank?", "Seit wann (leitet die Sberbank)?"),
        ("Depuis quand ?", "Qui dirige la Sberbank ?", "Depuis quand (dirige la Sberbank)?"),
        ("Until when?", "Who led Sberbank?", "Until when (led Sberbank)?"),
        ("E da quando?", "Chi guida Sberbank?", "Da quando (guida Sberbank)?"),
        ("And where?", "Who signed the decree?", "Where (signed the decree)?"),
        ("Et pourquoi ?", "Qu'a refusé le maire ?", "Pourquoi (a refusé le maire)?"),
        (
            "And over how many years?",
            "How much will Kolb invest?",
            "Over how many years (will Kolb invest)?",
        ),
        ("Et avec qui ?", "Qu'a signé la banque ?", "Avec qui (a signé la banque)?"),
        (
            "Und in welchem Jahr?",
            "Wer hat den Tunnel eröffnet?",
            "In welchem Jahr (hat den Tunnel eröffnet)?",
        ),
        ("E in quanti anni?", "Quanto investirà la banca?", "In quanti anni (investirà la banca)?"),
        ("And in China?", "How many trams run in Russia?", "How many trams run in China?"),
        ("Et en Chine ?", "Combien de trams en Russie ?", "Combien de trams en Chine ?"),
        ("Und in China?", "Wer regiert in Russland?", "Wer regiert in China?"),
        ("E in Cina?", "Chi governa in Russia?", "Chi governa in Cina?"),
        ("And Sberbank?", "How much will Gazprom invest?", "How much will Sberbank invest?"),
        ("And in 2025?", "What did it cost?", "What did it cost in 2025?"),
        ("Et en 2025 ?", "Combien cela coûte-t-il ?", "Combien cela coûte-t-il en 2025 ?"),
        ("Und für Deutschland?", "Was bedeutet das?", "Was bedeutet das für Deutschland?"),
    ],
)
def test_f15_what_a_follow_up_brings_takes_its_place(follow_up, before, full):
    assert needs_context(follow_up)
    assert carry_over(follow_up, before) == full


def test_otherwise_the_key_words_are_carried_over_and_nothing_is_lost():
    full = carry_over("And who leads it?", "How much did Sberbank invest in Moscow?")
    assert full.startswith("who leads it?")
    assert "Sberbank" in full
    assert "Moscow" in full


TURNS = as_turns(
    [
        {"role": "user", "content": "What is Sberbank?"},
        {"role": "assistant", "content": "A bank that Herman Gref has led since 2007."},
    ]
)
BY_RULES = "Who leads Sberbank?"


def test_a_language_model_is_asked_where_there_is_one():
    model = ScriptedChat(["Who leads Sberbank?"])
    found = standalone("Who leads it?", TURNS, "en", model)
    assert found.text == "Who leads Sberbank?"
    assert found.cost.requests == 1
    (request,) = model.requests
    assert "What is Sberbank?" in request.messages[0].content
    assert request.once
    assert request.within < 60  # the rest of the deadline is the answer's


@pytest.mark.parametrize(
    "reply",
    [
        "Rewritten question: Who leads Sberbank?",
        "**Rewritten question:** Who leads Sberbank?",
        "Question réécrite : « Who leads Sberbank? »",
        "Umformulierte Frage: „Who leads Sberbank?“",
        'Domanda riscritta: "Who leads Sberbank?"',
        "“Who leads Sberbank?”",
        "`Who leads Sberbank?`\n",
    ],
)
def test_what_a_model_puts_around_a_question_is_no_part_of_it(reply):
    assert standalone("Who leads it?", TURNS, "en", ScriptedChat([reply])).text == (
        "Who leads Sberbank?"
    )


@pytest.mark.parametrize(
    "reply",
    [
        "NOT_IN_DOCUMENTS",
        "",
        "Sure! Here it is.\nWho leads Sberbank?",
        "Who leads Sberbank in 2031?",
        "I am sorry, but nothing was found about that person",
        ["Who leads Sber", Finish(complete=False, reason="cut", requests=1)],
        ["Who leads Sberbank? " * 99, Finish(requests=1)],
        ModelBusy("Later."),
    ],
    ids=["declines", "empty", "chatty", "new year", "beside", "cut", "endless", "problem"],
)
def test_what_is_no_fit_rewriting_is_left_to_the_rules(reply):
    found = standalone("Who leads it?", TURNS, "en", ScriptedChat([reply]))
    assert found.text == BY_RULES
    assert found.cost.requests == 1


IN_FULL = {
    "en": [
        ("And 2019?", "How large is the harbour?", "How large is the harbour in 2019?"),
        ("And in 2025?", "What did it cost in 2023 and 2024?", "What did it cost in 2025?"),
        ("And the museum?", "How much did the harbour cost?", "How much did the museum cost?"),
        ("And the museum?", "When did the new port of Kiel open?", "When did the museum open?"),
        ("And that of Paris?", "Who built the port of Kiel?", "Who built the port of Paris?"),
        ("What about the roof?", "Who paid for the door?", "Who paid for the roof?"),
        ("Why?", "What did the harbour of Kiel cost?", "Why (the harbour of Kiel cost)?"),
    ],
    "fr": [
        ("Et 2019 ?", "Combien a coûté le port ?", "Combien a coûté le port en 2019 ?"),
        ("Et en 2025 ?", "Combien de chars de 2020 à 2024 ?", "Combien de chars en 2025 ?"),
        ("Et le musée ?", "Combien a coûté le nouveau port ?", "Combien a coûté le musée ?"),
        ("Et au musée ?", "Qui travaille au port de Brest ?", "Qui travaille au musée ?"),
        ("Et à celle de Lyon ?", "Qui travaille à la gare de Nantes ?",
         "Qui travaille à la gare de Lyon ?"),
        ("Pourquoi ?", "Combien a coûté le port ?", "Pourquoi (a coûté le port)?"),
    ],
    "de": [
        ("Und 2019?", "Wie groß ist der Hafen?", "Wie groß ist der Hafen 2019?"),
        ("Und 2025?", "Wie viele fuhren 2023 und 2024?", "Wie viele fuhren 2025?"),
        ("Und das Museum?", "Was hat der neue Hafen gekostet?", "Was hat das Museum gekostet?"),
        ("Und im Museum?", "Wer arbeitet im Hafen?", "Wer arbeitet im Museum?"),
        ("Und die in Köln?", "Wer baute die Brücke in Bonn?", "Wer baute die Brücke in Köln?"),
        ("Warum?", "Was hat der Hafen gekostet?", "Warum (hat der Hafen gekostet)?"),
    ],
    "it": [
        ("E 2019?", "Quanto è grande il porto?", "Quanto è grande il porto nel 2019?"),
        ("E nel 2025?", "Quanti treni nel 2023 e 2024?", "Quanti treni nel 2025?"),
        ("E il museo?", "Quanto è costato il porto di Bari?", "Quanto è costato il museo?"),
        ("E nel museo?", "Chi lavora nel porto?", "Chi lavora nel museo?"),
        ("E quello di Bari?", "Chi ha costruito il porto di Genova?",
         "Chi ha costruito il porto di Bari?"),
        ("Perché?", "Quanto è costato il porto?", "Perché (è costato il porto)?"),
    ],
}  # fmt: skip
FOLLOW_UPS = [(language, *one) for language, told in IN_FULL.items() for one in told]


@pytest.mark.parametrize(("language", "follow_up", "before", "full"), FOLLOW_UPS)
def test_f15_a_follow_up_asks_what_the_question_before_asked(language, follow_up, before, full):
    assert needs_context(follow_up)
    assert carry_over(follow_up, before, language) == full


TALKS = [
    ("en", ["What was unemployment in 2023?", "And in 2025?", "And in Germany?"],
     "What was unemployment in 2025 in Germany?"),
    ("fr", ["Quand le vieux port de Lindholm fermera-t-il ?", "Combien coûtera sa fermeture ?",
            "Qui est le maire ?"], "Qui est le maire ? (Lindholm)"),
    ("de", ["Wie tief ist der Brandsee?", "Und wie groß?", "Danke!", "Wem gehört er?"],
     "Wem gehört er? (der Brandsee)"),
    ("it", ["Chi è il sindaco di Lindholm?", "Grazie!", "E di Valdora?"],
     "Chi è il sindaco di Valdora?"),
    ("en", ["Who leads Sberbank?", "And he?", "Why?"], "Why? (Sberbank)"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "asked", "full"), TALKS)
def test_f15_what_is_talked_about_is_not_lost_after_one_question(language, asked, full):
    turns = as_turns([("user", question) for question in asked[:-1]])
    assert standalone(asked[-1], turns, language, ExtractReader()).text == full


def test_a_question_too_long_to_be_asked_is_none_to_lean_on():
    turns = as_turns([("user", "x" * 1_000_000), ("user", "Who leads Sberbank?")])
    assert standalone("And why?", turns[:1], "en", ExtractReader()).text == "And why?"
    assert "leads Sberbank" in standalone("And why?", turns, "en", ExtractReader()).text


def test_a_conversation_of_thanks_alone_leaves_a_question_as_it_is():
    turns = as_turns([("user", "Merci !"), ("assistant", "De rien.")])
    assert standalone("Et en 2025 ?", turns, "fr", ExtractReader()).text == "Et en 2025 ?"


@pytest.mark.parametrize("role", ["user", "assistant"])
def test_a_turn_of_a_megabyte_is_no_reason_to_refuse(role):
    turns = as_turns([("user", "Was kostet der Tunnel?"), (role, "Wort " * 200_000)])
    assert standalone("Und 2025?", turns, "de", ScriptedChat([""])).text.endswith("2025?")
    assert len(standalone("Und 2025?", turns, "de", ScriptedChat([""])).text) < 100
