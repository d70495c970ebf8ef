"""The language of documents and of questions, from two words up."""

import subprocess
import sys
from pathlib import Path

import pytest

from index import LANGUAGES, detect, detect_question
from index.foreign import identifier

DOCUMENTS = {
    "en": "The council approved the plan on Tuesday, and the mayor said work would begin soon.",
    "fr": "Le conseil a approuvé le plan mardi, et le maire a dit que les travaux commencent.",
    "de": "Der Rat hat den Plan am Dienstag gebilligt, und die Arbeiten sollen bald beginnen.",
    "it": "Il consiglio ha approvato il piano martedì e il sindaco ha detto che si comincia.",
}
OTHERS = {
    "Spanish": "El presidente ha anunciado este martes que el gobierno va a presentar en los "
    "próximos días un plan para la economía, con medidas para los ciudadanos en todo el país.",
    "Catalan": "El president ha anunciat aquest dimarts que el govern presentarà els pròxims dies "
    "un pla per a l'economia, amb mesures per als ciutadans de tot el país.",
    "Portuguese": "O presidente anunciou esta terça-feira que o governo vai apresentar nos "
    "próximos dias um plano para a economia, com medidas para os cidadãos em todo o país.",
    "Dutch": "De president heeft dinsdag aangekondigd dat de regering in de komende dagen een plan "
    "voor de economie zal presenteren, met maatregelen voor de burgers in het hele land.",
    "Polish": "Prezydent ogłosił we wtorek, że rząd w najbliższych dniach przedstawi plan dla "
    "gospodarki, który zostanie zatwierdzony przez Radę Ministrów.",
    "Swedish": "Presidenten meddelade på tisdagen att regeringen under de närmaste dagarna kommer "
    "att lägga fram en plan för ekonomin och för medborgarna i hela landet.",
    "Russian": "Президент объявил во вторник, что правительство представит план для экономики.",
    "Chinese": "总统星期二宣布政府将提出经济计划。",
    "Arabic": "أعلن الرئيس يوم الثلاثاء أن الحكومة ستقدم خطة للاقتصاد.",
    "numbers": "1 2 3 4 5 6 — 7.8 %",
}
QUESTIONS = {
    "en": ["how much", "Who said it?", "Bank of China investment", "What does DeepSeek cost?"],
    "fr": ["coût total", "Qui l'a dit ?", "combien d'argent", "Que coûte DeepSeek ?", "y a-t-il"],
    "de": ["was kostet", "Wer sagte das?", "Höhe der Investition", "Nenne mir die Bank"],
    "it": ["quanto costa", "Chi l'ha detto?", "l'investimento della banca", "Dov'è Putin?"],
}
ASKED = [(language, question) for language, asked in QUESTIONS.items() for question in asked]


@pytest.mark.parametrize("language", LANGUAGES)
def test_documents(language):
    assert detect(DOCUMENTS[language]) == language
    assert detect(DOCUMENTS[language].upper()) == language


@pytest.mark.parametrize("name", OTHERS)
def test_B22_other_languages_and_scripts(name):
    assert detect(OTHERS[name]) == "other"


def test_furniture_in_another_language_does_not_decide():
    text = "Share this. Read more.\n" + DOCUMENTS["fr"] * 20 + "\nSign in to comment."
    assert detect(text) == "fr"


@pytest.mark.parametrize(("language", "question"), ASKED)
def test_questions(language, question):
    assert detect_question(question) == language
    assert detect_question(question, default="de") == language


@pytest.mark.parametrize("nothing", ["", "GPU 2026", "???", "42", "Russia AI", "DeepSeek R1"])
def test_the_default_when_nothing_tells(nothing):
    assert detect_question(nothing) == "en"
    assert detect_question(nothing, default="it") == "it"


def test_seeds(seeds):
    found = {p.name[:3]: detect(p.read_text(encoding="utf-8")) for p in seeds.glob("*.txt")}
    assert found == {"000": "fr", "001": "fr", "002": "it", "003": "fr", "004": "de"}


def test_an_ordinary_question_loads_no_model():
    code = (
        "import sys; from index.language import detect_question;"
        "detect_question('Wie viel will die Bank of China investieren?');"
        "sys.exit('py3langid' in sys.modules or 'numpy' in sys.modules)"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-P", "-c", code], cwd=root, check=False,
                          env={"PYTHONPATH": str(root)}).returncode == 0  # fmt: skip


@pytest.mark.parametrize(
    ("language", "few"),
    [
        ("en", "DeepSeek price"), ("en", "lost water"), ("en", "harbour depth"),
        ("fr", "prix terminal"), ("fr", "eau perdue"), ("fr", "puces Russie"),
        ("de", "Preis DeepSeek"), ("de", "DeepSeek Kosten"), ("de", "Hafen Tiefe"),
        ("it", "intelligenza artificiale"), ("it", "acqua persa"), ("it", "prezzo DeepSeek"),
    ],
)  # fmt: skip
def test_two_words_that_ask_nothing_tell_their_language(language, few):
    assert detect_question(few) == language
    assert detect_question(few, default="other") == language


@pytest.mark.parametrize(
    "question",
    [
        "¿Cuánto costó la terminal de Valverde?", "¿Quién construyó el puente?",
        "Quanto custou o terminal?", "Quem construiu a ponte?", "Hoeveel kostte de terminal?",
        "Wie heeft de brug gebouwd?", "Ile kosztował terminal?", "Kdy byl otevřen most?",
        "Hur mycket kostade terminalen?", "Hvem bygde broen?", "Cine a construit podul?",
        "Сколько стоил терминал?", "Πόσο κόστισε;", "كم تكلفة المحطة", "终点站花了多少钱？",
    ],
)  # fmt: skip
def test_B22_a_question_in_a_fifth_language_is_told_as_such(question):
    assert detect_question(question) == "other"


@pytest.mark.parametrize(
    ("language", "question"),
    [("en", "Who governs El Salvador?"), ("fr", "nés à Berlin"), ("de", "Wo liegt Łódź?"),
     ("it", "Chi ha fondato São Paulo?")],
)  # fmt: skip
def test_a_foreign_name_makes_no_question_foreign(language, question):
    assert detect_question(question) == language


def test_b18_a_text_whose_beginning_holds_no_word_is_read():
    assert detect("Headline\n\n3 May 2024" + " " * 40_000 + "x.")


def test_the_model_read_in_memory_is_the_librarys_own():
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    own = LanguageIdentifier.from_model_file(MODEL_FILE)
    for text in ("Cuánto cuesta el puente", "Wie hoch ist der Turm", "kuinka paljon silta maksoi"):
        assert identifier().rank(text) == own.rank(text)
