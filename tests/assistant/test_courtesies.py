"""Thanks, greetings and questions about the program ask the documents nothing; all else does."""

import pytest

from assistant.courtesies import courtesy
from assistant.phrases import say

QUESTION = "What did the bridge cost?"

GREETINGS = [
    ("en", "Hello!"), ("en", "Hi there"), ("en", "Good morning, how are you?"),
    ("fr", "Bonjour !"), ("fr", "Bonsoir à tous"), ("fr", "Salut, ça va ?"),
    ("de", "Hallo!"), ("de", "Guten Tag"), ("de", "Moin zusammen, wie geht's?"),
    ("it", "Ciao!"), ("it", "Buongiorno a tutti"), ("it", "Salve, come va?"),
]  # fmt: skip
ABOUT = [
    ("en", "What can you do?"), ("en", "Who are you?"),
    ("fr", "Que sais-tu faire ?"), ("fr", "Qui êtes-vous ?"),
    ("de", "Was kannst du?"), ("de", "Wer bist du?"),
    ("it", "Cosa sai fare?"), ("it", "Chi sei?"),
]  # fmt: skip


@pytest.mark.parametrize(
    "thanks", ["Thanks!", "thank you very much", "Merci beaucoup !", "Vielen Dank", "Grazie mille."]
)
def test_thanks_ask_nothing(thanks):
    assert courtesy(thanks).reply == "thanks"


@pytest.mark.parametrize(
    "question",
    [
        "Thanks, and when?", "Merci, et où ?", "Danke, und wann?", "Grazie, e dove?", "ok",
        "Hello, what did it cost?", "Bonjour, qui est le maire ?", "Hallo, wer zahlt?",
        "Ciao, chi paga?", "Hello Dolly", "Salut Salomé", "Guten Tag GmbH", "Salve Regina",
        "Who are they?", "Was können sie?", "Good Morning America 2024", "Hi-fi", "", "?",
        "Hello " * 30,
    ],
)  # fmt: skip
def test_a_polite_question_is_a_question(question):
    assert courtesy(question) is None


@pytest.mark.parametrize(("language", "text"), GREETINGS)
def test_a_greeting_is_returned_in_its_own_language(opened, language, text):
    answer = opened(model="extract").ask(text)
    assert (answer.language, answer.text) == (language, say("hello", language))
    assert answer.declined
    assert answer.nearest == ()


@pytest.mark.parametrize(("language", "text"), ABOUT)
def test_who_asks_what_this_is_is_told(opened, language, text):
    answer = opened(model="extract").ask(text)
    assert (answer.language, answer.text) == (language, say("about_me", language))


def test_the_language_of_answers_holds_for_greetings_too(opened):
    assistant = opened(model="extract")
    assistant.settings = assistant.settings.__class__(language="it")
    assert assistant.ask("Hello").text == say("hello", "it")


def test_a_follow_up_does_not_lean_on_a_greeting(opened):
    history = [("user", QUESTION), ("assistant", "12 million euros."), ("user", "Guten Tag")]
    answer = opened(model="extract").ask("And when was it opened?", history)
    assert answer.asked == "When was the bridge opened?"
