"""Other formats in every single-byte encoding, through the child process that reads them."""

import base64
import csv
import io
import json

import pytest
from made import epub
from test_short_encodings import SHORT, WAYS, plain

from index.formats.sandbox import Limits, Sandbox

NAMES = "Aalen Bonn Celle Daun Essen Fulda Gera Halle Ilmenau Jena Kiel Lahr Mainz Nauen Oelde"
"""So many that the small words of a text do not tell its language, and a model is asked."""


def page(text):
    return f"<html><body><p>{NAMES}</p><p>{text}</p></body></html>"


def table(text):
    out = io.StringIO()
    csv.writer(out).writerows([("a1", "b1"), (text, NAMES)])
    return out.getvalue()


def records(text):
    return json.dumps({"a1": text, "b1": NAMES}, ensure_ascii=False)


def mail(body):
    head = "From: a@example.org\r\nSubject: s\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    return head.encode() + base64.encodebytes(body)


FORMS = {
    "html": (page, bytes),
    "table": (table, bytes),
    "records": (records, bytes),
    "mail": (lambda text: f"{NAMES}\n{text}", mail),
    "epub": (page, lambda chapter: epub("", extra={"OPS/c0.xhtml": chapter})),
}


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox(Limits(seconds=60)) as sandbox:
        yield sandbox


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("language", SHORT)
def test_B01_B04_every_format_loses_and_invents_no_letter(sandbox, language, way, form):
    write, pack = FORMS[form]
    text = plain(SHORT[language]) if way in ("latin-9", "cp850") else SHORT[language]
    found = sandbox.extract(form, pack(WAYS[way](write(text)))).text
    assert " ".join(text.split()) in " ".join(found.split())


@pytest.mark.parametrize(
    ("letters", "text"), [("iso-8859-2", "Zażółć gęślą jaźń."), ("windows-1251", "Мост открыт.")]
)
def test_B01_letters_that_none_of_ours_have_are_those_that_a_page_declares(sandbox, letters, text):
    data = f'<meta charset="{letters}"><p>{text}</p>'.encode(letters)
    assert sandbox.extract("html", data).text == text
