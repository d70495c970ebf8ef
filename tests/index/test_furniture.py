"""Furniture: measured on pages marked by hand (see ``evals/furniture.py``), and case by case."""

import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.furniture import compare, f1, lost, main
from index import FolderIndex, HashEmbedder
from index.furniture import furniture

PAGES = Path(__file__).parent / "pages"
# F1 with the kind, F1 of being marked at all.
FLOORS = {
    "seeds": (0.95, 0.97),
    "seen": (0.9, 0.95),
    "kept out": (0.9, 0.95),
    "last": (0.95, 0.97),
    "inline": (0.95, 0.95),
    "boxes": (0.95, 0.95),
    "shapes": (0.83, 0.95),
    "fresh": (0.93, 0.96),
    "once": (0.92, 0.97),
    "news": (0.9, 0.95),
    "counted": (0.75, 0.88),
}


@pytest.mark.parametrize("group", FLOORS)
def test_marked_pages(group, seeds):
    pairs = compare(group, PAGES, seeds)
    kind = f1(pairs, str.__eq__)
    marked = f1(pairs, lambda gold, got: True)
    assert kind >= FLOORS[group][0]
    assert marked >= FLOORS[group][1]
    assert lost(pairs) < 0.01


def test_all_pages_together(seeds):
    pairs = sum((compare(group, PAGES, seeds) for group in FLOORS), Counter())
    assert f1(pairs, str.__eq__) >= 0.92
    assert lost(pairs) < 0.005
    assert len(list(PAGES.glob("*.txt"))) >= 20


def test_the_table_is_printed(capsys):
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert [line.split()[0] for line in shown.splitlines()[1:]] == [
        "seeds", "seen", "kept", "last", "inline", "boxes", "shapes", "fresh", "once",
        "news", "counted",
        "en", "fr", "de", "it", "all",
    ]  # fmt: skip
    assert main(["--pages", "nowhere"]) == 1


ASKED = {
    "en": "Since last week my tomatoes have had black spots below, but the leaves look healthy.",
    "fr": "Depuis une semaine mes tomates ont des taches noires, mais les feuilles sont saines.",
    "de": "Seit einer Woche haben meine Tomaten schwarze Flecken, die Blätter aber sind gesund.",
    "it": "Da una settimana i miei pomodori hanno macchie nere, ma le foglie sono molto sane.",
}
SAID = "Too little calcium, I would say: water them every day and it will go away by itself."
BUTTON = {"en": "Reply", "fr": "Répondre", "de": "Antworten", "it": "Rispondi"}


def kinds(text):
    """The kind of each line."""
    marks = furniture(text)
    found, at = [], 0
    for line in text.split("\n"):
        found.append(next((m.kind for m in marks if m.start <= at < m.end), "article"))
        at += len(line) + 1
    return found


@pytest.mark.parametrize("language", ASKED)
def test_what_others_write_in_a_thread_is_theirs(language):
    button = BUTTON[language]
    posts = "\n".join(["Tom", ASKED[language], button, "Ada", SAID, button])
    assert kinds(posts) == ["article", "article", *["comment"] * 4]
    again = "\n".join(["Black spots", ASKED[language], "Re: Black spots", "Ada", SAID])
    assert kinds(again) == ["article", "article", *["comment"] * 3]
    once = "\n".join(["Tom", ASKED[language], button, "The weather will stay dry, he thinks."])
    assert "comment" not in kinds(once), "one button is no thread"


@pytest.mark.parametrize(
    "contact",
    [
        "Media contact\nJoe Blunt, head of press\npress@harlow.example",
        "Contact presse :\nMarie Roux, responsable de la communication\nTél. 01 55 01 23 45",
        "Pressekontakt:\nPeter Gisler, Leiter Kommunikation\nTel. +41 41 555 01 23",
        "Contatti stampa\nAda Neri, portavoce\nTel. 02 555 01 234",
    ],
)
def test_whom_the_press_may_ask_is_the_releases_own_word(contact):
    text = f"A new plant\n{ASKED['en']}\n{ASKED['en']}\n{contact}"
    assert set(kinds(text)) == {"article"}
    site = f"{text}\n© Harlow Bikes Ltd 2025. Registered in England\ninfo@site.example"
    assert kinds(site)[-2:] == ["notice", kinds(site)[-1]]
    assert kinds(site)[-1] != "article", "the site's own address"


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("notice", "To continue reading, subscribe for 1 euro a month."),
        ("notice", "Pour lire la suite de cet article, abonnez-vous."),
        ("notice", "Um weiterzulesen, melden Sie sich bitte an."),
        ("notice", "Per continuare a leggere scegli un abbonamento: il primo mese costa 1 euro."),
        ("notice", "By signing up you agree to our terms."),
        ("notice", "Mit der Anmeldung akzeptieren Sie unsere Datenschutzerklärung."),
        ("sharing", "Listen to this article"), ("sharing", "Écouter cet article"),
        ("sharing", "Vorlesen lassen"), ("sharing", "Ascolta l'articolo"),
        ("credit", "Les cabines sont immobilisées. © Télé Ouest / L. Kervella"),
        ("credit", "A truck leaves the mine near Los Andes. WIRE/Ivan Soto/File Photo"),
    ],
)  # fmt: skip
def test_a_line_that_is_the_pages_wherever_it_stands(kind, line):
    text = f"A new plant\n{ASKED['en']}\n{line}\n{ASKED['en']}\n{ASKED['en']}"
    assert kinds(text) == ["article", "article", kind, "article", "article"]


def test_french_quotes_are_no_way_through_a_menu():
    steps = "Index du forum » Potager » Maladies"
    quoted = "Il parle de « robe » et de « froc »\n"
    text = f"{{}}\nLe froc du moine\n{ASKED['fr']}\n{ASKED['fr']}"
    assert kinds(text.format(steps))[0] == "navigation"
    assert "navigation" not in kinds(text.format(quoted))


@pytest.mark.parametrize("language", ["en", "fr", "de", "it"])
def test_a_line_that_names_another_article_opens_no_box(language):
    text = (PAGES / f"{language}-14.txt").read_text(encoding="utf-8")
    marked = [(mark.kind, text[mark.start : mark.end]) for mark in furniture(text)]
    lines = text.split("\n\n")
    assert marked == [("related", lines[2]), ("related", lines[4])]


@pytest.mark.parametrize("language", ["en", "fr", "de", "it"])
def test_a_comment_is_found_and_cited_as_one(language, tmp_path):
    counts = {"en": "1 comment", "fr": "1 commentaire", "de": "1 Kommentar", "it": "1 commento"}
    said = {
        "en": "Gwen: The plan will cost us nine zebras, mark my words, and nobody will pay for it.",
        "fr": "Gwen : Le plan nous coûtera neuf zèbres, retenez-le, et personne ne les paiera.",
        "de": "Gwen: Der Plan kostet uns neun Zebras, merkt euch das, und keiner wird sie zahlen.",
        "it": "Gwen: Il piano ci costerà nove zebre, ricordatevelo, e nessuno le pagherà mai.",
    }[language]
    (tmp_path / "folder").mkdir()
    text = f"{(BODY[language] + chr(10)) * 6}\n{counts[language]}\n{said}\n"
    (tmp_path / "folder" / "page.txt").write_text(text, encoding="utf-8")
    index = FolderIndex.open(tmp_path / "folder", tmp_path / "store", HashEmbedder())
    index.sync()
    hits = index.search(said, 5)
    index.close()
    assert {hit.kind for hit in hits if "Gwen" in hit.text} == {"comment"}


@pytest.mark.parametrize(
    ("seed", "start", "kind"),
    [
        ("000", "À découvrir", "related"),
        ("000", "30 décembre 2024", "teaser"),
        ("000", "© Drop of Light", "credit"),
        ("001", "((Traduction automatisée", "notice"),
        ("001", "0 commentaire", "comment"),
        ("003", "Top lectures", "related"),
        ("003", "Stellantis", "teaser"),
        ("003", "Macron, il va", "comment"),
    ],
)
def test_seeds_by_name(seeds, seed, start, kind):
    text = next(seeds.glob(f"{seed}*")).read_text(encoding="utf-8")
    at = text.index(start)
    assert [span.kind for span in furniture(text) if span.start <= at < span.end] == [kind]


@pytest.mark.parametrize("seed", ["002", "004"])
def test_seeds_without_furniture(seeds, seed):
    assert furniture(next(seeds.glob(f"{seed}*")).read_text(encoding="utf-8")) == []


BODY = {
    "en": "The council met on Tuesday and approved the plan after three hours of talks.",
    "fr": "Le conseil s'est réuni mardi et a approuvé le plan après trois heures de débat.",
    "de": "Der Rat tagte am Dienstag und billigte den Plan nach drei Stunden Beratung.",
    "it": "Il consiglio si è riunito martedì e ha approvato il piano dopo tre ore di dibattito.",
}


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (
            "en",
            "Share prices fell by a third, and more comments are expected from the bank on Monday.",
        ),
        ("en", "The newsletter was first printed in 1922 and read by more people than any other."),
        ("en", "Most read the law as a ban. Related laws say the opposite, and so do the courts."),
        ("fr", "Les commentaires du ministre ont surpris ses alliés autant que ses adversaires."),
        ("fr", "Partager le pouvoir : c'est ce que demande l'opposition depuis plus de deux ans."),
        (
            "de",
            "Die Anzeige des Mannes wurde geprüft, doch die Staatsanwaltschaft sah keinen Anlass.",
        ),
        ("de", "Mehr zum Thema sagte der Minister nicht, er verwies auf die Sitzung am Freitag."),
        ("it", "I commenti del ministro hanno sorpreso gli alleati e anche l'intera opposizione."),
        ("it", "Leggere anche di notte è permesso, ha detto il direttore della biblioteca civica."),
    ],
)
def test_an_article_that_uses_the_words_of_furniture_stays_whole(language, line):
    text = "\n".join([BODY[language], line, BODY[language], BODY[language]])
    assert furniture(text) == []


@pytest.mark.parametrize("language", BODY)
def test_plain_prose_headings_and_lists_stay_whole(language):
    body = BODY[language]
    assert furniture(f"{body}\n\nA heading\n\n{body}\n\n- one\n- two\n- three\n\n{body}") == []


def test_comments_may_be_longer_than_the_article():
    text = f"{BODY['en']}\n\n3 Comments\nfan\n" + f"{BODY['en']}\nReply\n" * 9
    marks = furniture(text)
    assert [span.kind for span in marks] == ["comment"]
    assert text[marks[0].start :].startswith("3 Comments")


def test_a_count_of_comments_above_the_article_opens_no_section():
    text = f"A headline about the council\n12 comments\n\n{BODY['en']}\n\n{BODY['en']}"
    assert [(text[m.start : m.end], m.kind) for m in furniture(text)] == [
        ("12 comments", "comment")
    ]


def test_the_article_goes_on_after_a_box():
    text = (
        f"{BODY['fr']}\n\nLire aussi\nUn autre titre sans rapport\n\n{BODY['fr']}\n\n{BODY['fr']}"
    )
    assert [(text[m.start : m.end], m.kind) for m in furniture(text)] == [
        ("Lire aussi", "related"),
        ("Un autre titre sans rapport", "teaser"),
    ]


@given(st.text(alphabet="ab AB.?!…\n©\r:>|-(1)", max_size=300))
def test_spans_are_in_order_and_apart(text):
    last = 0
    for span in furniture(text):
        assert last <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        last = span.end


@pytest.mark.parametrize(
    "text",
    [
        "a" * 100_000,
        "." * 100_000,
        ".\"'" * 33_000,
        "© " * 50_000,
        "(" * 100_000,
        ("photo " * 20 + "\n") * 800,
        "reply\n" * 16_000,
        "3 comments\n" * 9_000,
        ("a/" * 79 + "\n") * 600,
        "lire aussi : " * 8_000,
        "\n" * 100_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_C21_hard_text_is_read_in_linear_time(text):
    furniture("")
    start = time.process_time()
    furniture(text)
    furniture(BODY["en"] + "\n" + text)
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "end", ["war immer schön. (ats/afp)", "sagte er. (dpa)", "a-t-il dit. (AFP)", "è bello. (ANSA)"]
)
def test_an_agency_after_the_last_sentence_is_no_photo_credit(end):
    text = (
        f"Die neue Brücke\n\n{'Ein Satz mit genug Wörtern für einen Absatz, sagte er. ' * 2}{end}"
    )
    assert furniture(text) == []
    caption = "Die neue Brücke bei Nacht (Keystone)"
    assert [mark.kind for mark in furniture(text.replace("\n\n", f"\n{caption}\n\n"))] == ["credit"]
