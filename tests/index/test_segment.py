"""Sentences: a golden table in four languages, spans that tile any text, and linear time."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import sentences

# ``|`` stands where a sentence ends. The English rows follow the golden rules of pySBD (MIT), which
# go back to the pragmatic segmenter; the others are ours.
GOLD = {
    "en": [
        "Hello World. |My name is Jonas.",
        "What is your name? |My name is Jonas.",
        "There it is! |I found it.",
        "My name is Jonas E. Smith.",
        "Please turn to p. 55.",
        "Were Jane and co. at the party?",
        "They closed the deal with Pitt, Briggs & Co. at noon.",
        "Let's ask Jane and co. |They should know.",
        "They closed the deal with Pitt, Briggs & Co. |It closed yesterday.",
        "I can see Mt. Fuji from here.",
        "St. Michael's Church is on 5th st. near the light.",
        "That is JFK Jr.'s book.",
        "I visited the U.S.A. last year.",
        "I live in the E.U. |How about you?",
        "I live in the U.S. |How about you?",
        "I work for the U.S. Government in Virginia.",
        "I have lived in the U.S. for 20 years.",
        "She has $100.00 in her bag.",
        "She has $100.00. |It is in her bag.",
        "He teaches (He worked for 5 years as an engineer.) at the local University.",
        "Her email is Jane.Doe@example.com. |I sent her an email.",
        "The site is: https://www.example.50.com/new-site/content.html. |Please check it out.",
        "She turned to him, 'This is great.' she said.",
        'She turned to him, "This is great." she said.',
        'She turned to him, "This is great." |She held the book out to show him.',
        "Hello!! |Long time no see.",
        "Hello?? |Who is there?",
        "Hello!? |Is that you?",
        "Hello?! |Is that you?",
        "You can find it at N°. 1026.253.553. |That is where the treasure is.",
        "She works at Yahoo! in the accounting department.",
        "Thoreau argues that “the laws of the universe will appear less complex. . . .”",
        "Mr. Smith met Mrs. Jones on Jan. 5, 2024. |They talked.",
        "Dr. Lee, Prof. Kim and Gen. Ray spoke at 5 p.",
        "Vitamin C. |The rest is known.",
        "George W. Bush spoke. |He left at 3.30 p.m. on Friday.",
        "Shares of Apple Inc. rose 3.5 percent. |The company said so on Feb. 3.",
        "He arrived on Feb. 3. |The talks began.",
        "See Fig. 3 and Sec. 2. |They show it.",
        'It cost $1.5bn. |"We are pleased," he said.',
        'He asked: "Why?" and left.',
        "It was in the U.K. and the U.S. that sales rose.",
        "So do I. |The end.",
        "He was born in 1980. |In 1990 he moved.",
    ],
    "fr": [
        "Il est arrivé. |Elle est partie.",
        "M. Poutine a qualifié la Chine d'« alliée ». |Il l'a dit hier.",
        "MM. Dupont et Durand sont venus avec Mme. Martin.",
        "« Je viens. » |Il part.",
        "« Vraiment ? » demande-t-il.",
        "« Vraiment ? » |Elle rit.",
        "Il gagne 1,75 milliard d'euros (env. 2 milliards de dollars). |C'est beaucoup.",
        "Le 3 mars 2024, le Dr. Martin a parlé. |Tous ont écouté.",
        "Il aime les pommes, les poires, etc. |Les cerises aussi.",
        "L'art. 5 de la loi s'applique. |Voir p. 12.",
        "J.-C. Juncker et F. Hollande se sont vus. |Ils ont parlé.",
        "Rendez-vous av. de la République. |À demain.",
        "Quoi ? |Non ! |Si.",
        "Le prix est de 3.500 euros. |C'est cher.",
        "Saint-Étienne, St. Denis et Ste. Marie. |Trois villes.",
        "Elle est née en 1990. |À 20 ans, elle part.",
        "Depuis janv. 2024, tout va mieux.",
        "Réf. 23-B : voir chap. 4.",
        "Nvidia NVDA.O a chuté. |L'action vaut 12.5.",
        "Il vit à l'est. |« Nous restons », dit-il.",
    ],
    "de": [
        "Am 3. März kam er an. |Danach ging er.",
        "Am 11. Dezember hatte er bekannt gegeben, dass es so ist.",
        "Der 2. Weltkrieg endete 1945. |Danach kam der Frieden.",
        "Im 19. Jahrhundert war das anders. |Heute nicht.",
        "Er kam auf Platz 3. |Danach feierte er.",
        "Dr. Müller und Prof. Schmidt trafen sich. |Sie sprachen.",
        "Das kostet z. B. 5 Euro. |Das ist viel.",
        "Das kostet z.B. Geld und Zeit. |Das ist viel.",
        "Der Umsatz stieg auf 3,5 Mio. Euro. |Der Gewinn fiel.",
        "Es waren rd. 200 Mrd. Rubel bzw. 1,75 Mrd. Euro.",
        "Er kaufte Äpfel, Birnen usw. |Sie auch.",
        "„Kommst du?“, fragte er. |„Nein.“ |Sie blieb.",
        "»Kommst du?« fragte er. |»Nein.« |Sie blieb.",
        "Siehe Abs. 2 und Art. 5. |Das gilt.",
        "Diese Art. |Die andere.",
        "Er wohnt in der Hauptstr. 5 in Berlin.",
        "Das Treffen ist am 5.3.2024 um 10.30 Uhr. |Alle kommen.",
        "Kaiser Franz I. regierte lange.",
        "Das ist u. a. in Russland so. |Dort ist es kalt.",
        "Die Nr. 1 der Welt siegte. |Es war knapp.",
        "Laut Dr. h. c. Meier ist das so.",
        "Die Bank, d. h. die Sberbank, hilft.",
        "Vgl. dazu S. 12 ff. des Berichts.",
        "Zum 5. Mal gewann er. |Das war neu.",
        "Das war 2024. |Dann kam 2025.",
        "Die Firma Meier & Co. KG ist alt. |Sie wurde 1900 gegr. und wächst.",
    ],
    "it": [
        "Il dott. Rossi è arrivato. |La sig.ra Bianchi no.",
        "L'on. Verdi ha parlato. |Poi è uscito.",
        "L'art. 5 vale. |Si veda pag. 3.",
        "Ha comprato mele, pere, ecc. |Poi è tornato.",
        "L’1 gennaio 2025 Putin ha parlato. |L’11 dicembre no.",
        "La FIAT S.p.A. è a Torino. |È grande.",
        "“Non so”, ha detto. |“Forse.” |Poi tacque.",
        "Costa 1.234,5 euro. |È caro.",
        "Il prof. G. Bianchi e l'avv. Neri. |Due nomi.",
        "Nel 44 a.C. Cesare morì.",
        "Davvero? |Sì! |Va bene.",
        "Vale 98 mld. di euro. |Non è poco.",
        "«Vieni?» chiese lui. |«No.» |Lei rimase.",
        "Anche: «Der Verein siegte am Sonntag, 19. Mai, vor 8200 Zuschauern.» |Poi basta.",
        "Perché? |«Non lo so». |E uscì.",
    ],
    None: [
        "A headline\n\n|The text begins.",
        "A Headline Here\n|The text begins here and it goes on for a good while. |It ends.",
        "The men went down to the river that very\nevening and stood there. |Then they\nleft.",
        "Die Männer gingen an jenem Abend mit ihrer\nFamilie zum Fluss. |Dann gingen\nsie.",
        "Le menu :\n|- pommes\n|- poires\n|- cerises",
        "Einkauf\n|1. Milch\n|2. Brot",
        "Es kostet viel.[12]|Danach nicht.",
        "Laissez-nous un mot ci-dessous.|Je réagis.",
        "これは文です。|次の文です。",
        "Das ist die lange Verfas-\nsung des Landes.",
        "Und dann . . . . . . . 12",
        "Der Text endet.\r\n|Neu.\r\n\r\n|Ende",
        "“One.” |“Two.”",
        "(See below.) |Then go.",
        "Yes! |– No! |– Yes!",
        "A. B. Smith met J. R. R. Tolkien. |They spoke.",
    ],
}  # fmt: skip
ROWS = [(language, row) for language, rows in GOLD.items() for row in rows]
# Where only the language decides, the rules for all four at once may cut once more.
NEEDS_LANGUAGE = ("L'on. Verdi",)


def split(text, language=None):
    return [text[start:end] for start, end in sentences(text, language)]


@pytest.mark.parametrize(("language", "row"), ROWS, ids=lambda value: str(value)[:40])
def test_golden(language, row):
    text, wanted = row.replace("|", ""), [part.strip() for part in row.split("|")]
    assert split(text, language) == wanted
    if not text.startswith(NEEDS_LANGUAGE):
        assert split(text) == wanted


def tiles(text, spans):
    """Every character that is not white space is in exactly one span, in order."""
    last = 0
    for start, end in spans:
        assert last <= start < end
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip()
        last = end
    assert not text[last:].strip()


TEXT_LIKE = st.lists(
    st.sampled_from([
        "M.", "Dr.", "z. B.", "3.", "März", "am", "U.S.", "«", "»", '"', "„", "“", "(", ")", "...",
        "…", "?", "!", "\n", "\r\n", "\n\n", "\u00a0", "- ", "1. ", "Der", "le", "IA", "。", "[1]",
        " ", " ", "\u2028", "\x0c", "word", "Word",
    ])
).map("".join)  # fmt: skip


@given(st.text() | TEXT_LIKE, st.sampled_from(["en", "fr", "de", "it", "other", None]))
def test_spans_tile_the_text(text, language):
    tiles(text, sentences(text, language))


@pytest.mark.parametrize(
    "text",
    [
        "." * 400_000,
        ". " * 200_000,
        "a" * 400_000,
        "e\u0301" * 200_000,
        "\n" * 400_000,
        " " * 400_000,
        "- a\n" * 60_000,
        ("word " * 12 + "\n") * 6_000,
        '."' * 100_000,
        "U." * 100_000,
        ". »" * 80_000,
        ".[1]" * 80_000,
        ("1. " + " " * 300) * 1_000,
    ],
    ids=[
        "B16-dots", "B17-leader", "B16-one-word", "B16-marks", "lines", "spaces", "items",
        "wrapped", "quotes", "initials", "guillemets", "C21-notes", "C21-gaps",
    ],
)  # fmt: skip
def test_linear_time(text):
    """Twice the text takes about twice the time; quadratic would take four times."""
    half = min(_seconds(text[: len(text) // 2]) for _ in range(2))
    whole = min(_seconds(text) for _ in range(2))
    assert whole < 3 * half + 0.05
    tiles(text, sentences(text))


def _seconds(text):
    start = time.process_time()
    sentences(text)
    return time.process_time() - start


def test_seeds(seeds):
    counts = {}
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        tiles(text, sentences(text))
        counts[path.name[:3]] = len(sentences(text))
    # Counted by hand, headlines, captions and menu lines included.
    assert counts == {"000": 28, "001": 20, "002": 13, "003": 30, "004": 18}


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("000", "Il avait ainsi le 11 décembre dernier expliqué"),
        ("001", "Les tentatives de l'Occident d'isoler la Russie"),
        ("002", "A Sberbank è stato affidato il compito"),
        ("003", "Le but est de donner au pays les moyens"),
        ("004", "Am 11. Dezember hatte er bekannt gegeben"),
    ],
)
def test_seeds_have_their_sentences_whole(seeds, name, sentence):
    text = next(seeds.glob(f"{name}*")).read_text(encoding="utf-8")
    (found,) = [part for part in split(text) if part.startswith(sentence)]
    assert found.endswith(".")
    assert len(found) > 80
