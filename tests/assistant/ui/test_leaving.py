"""What leaves the page: exports and verdicts; and what comes in: documents."""

import json
import os
import re
from dataclasses import replace

import pytest

from assistant import Answer, BadQuestion, Citation, Disagreement, Statement, Support
from assistant.ui import dropped
from assistant.ui.exports import EXPORTS
from assistant.ui.feedback import FILE, keep
from assistant.ui.strings import strings
from index import Hit

EVIL = "<img src=x onerror=alert(1)> ![x](https://evil.example) [a](javascript:1)"
ANSWER = Answer(
    question=f"Was kostet die Brücke? {EVIL}",
    text="Sie kostet 12 Millionen [1].",
    language="de",
    declined=False,
    statements=(Statement("Sie kostet 12 Millionen.", ("1",), Support("contradicted", ("15",))),),
    citations=(Citation("1", "brücke.txt", 0, 9, f"12 Millionen {EVIL}", 4, date="2025-01-23"),),
)


def export(kind, answers=(ANSWER,)):
    return EXPORTS[kind][0](answers, strings("de"), "de")


def test_json_gives_the_same_answers_back():
    assert [Answer.from_dict(data) for data in json.loads(export("json"))] == [ANSWER]


@pytest.mark.parametrize(
    "address", ["https://evil.example/?k=1", "www.evil.example", "mail@evil.example"]
)
def test_f05_no_address_is_a_link_in_markdown(address):
    answer = replace(ANSWER, text=f"Siehe {address} [1].")
    written = export("md", (answer,))
    assert address not in written
    assert address in written.replace("\N{WORD JOINER}", "")


def test_markdown_has_question_quote_place_and_doubt():
    text = export("md")
    assert text.startswith("## Was kostet die Brücke?")
    assert "\\[1\\] brücke.txt, 2025-01-23, Zeile 4" in text
    assert "> 12 Millionen" in text
    assert f"**{strings('de')['contradicted']}**" in text


@pytest.mark.parametrize("kind", ["md", "html"])
def test_F13_both_sides_of_a_disagreement_are_exported_with_file_and_date(kind):
    sides = (
        Citation("1", "a.txt", 0, 18, "Sie kostet 12 Millionen", 1, date="2025-01-23"),
        Citation("", "b.txt", 4, 60, "Elle a coûté 15 millions", 7, title="Le pont"),
    )
    differing = Disagreement("x", ("12 Millionen", "15 millions"), sides)
    text = export(kind, (replace(ANSWER, disagreements=(differing,), notes=("x",)),))
    plain = re.sub(r"</?\w+[^>]*>|\*\*", "", text)
    assert "Die Quellen unterscheiden sich" in plain
    for words in ("12 Millionen", "15 millions", "2025-01-23", "b.txt", "Le pont"):
        assert words in plain
    assert "Elle a coûté 15 millions" in plain


@pytest.mark.parametrize("kind", ["md", "html"])
def test_a_refusal_is_exported_with_what_is_lacking_and_what_comes_nearest(kind):
    hit = Hit("tunnel.txt", 0, 20, "Der Tunnel ist lang.", 0.4, language="de", title="Der Tunnel")
    refusal = replace(
        ANSWER, text="Kein Text nennt die Brücke.", declined=True, statements=(), citations=(),
        nearest=(hit,),
    )  # fmt: skip
    text = export(kind, (refusal,))
    for words in ("Kein Text nennt die Brücke.", "Das Nächstliegende", "Der Tunnel ist lang.",
                  "Der Tunnel"):  # fmt: skip
        assert words in text


def test_G21_no_export_can_load_run_or_link_anything():
    page = export("html")
    assert not re.search(r"<(?:img|script|a|iframe|link)\b|\bhref=|\bsrc=(?!x)", page)
    assert "default-src 'none'" in page
    assert not re.search(r"(?<!\\)!?(?<!\\)\[x|(?<!\\)<img", export("md"))


def test_the_page_has_each_quote_with_its_place_and_its_language():
    page = export("html")
    assert '<html lang="de">' in page
    assert re.search(r'<blockquote(?: lang="\w\w")?>12 Millionen', page)
    assert "brücke.txt, 2025-01-23, Zeile 4" in page


def found(question, k):
    """A search that finds one passage, and is told for what."""
    return [Hit("brücke.txt", 0, 11, f"{question[:11]}", 1.0)][:k]


def test_a_verdict_is_one_line_with_the_whole_answer(tmp_path):
    keep(tmp_path, found, ANSWER.to_dict(), "bad", "source: Zeile 4 sagt 15")
    keep(tmp_path, found, ANSWER.to_dict(), "good", "")
    first, second = map(json.loads, (tmp_path / FILE).read_text("utf-8").splitlines())
    assert (first["verdict"], first["reason"]) == ("bad", "source: Zeile 4 sagt 15")
    assert second["verdict"] == "good"
    assert first["time"].endswith("+00:00")
    shape = ANSWER.to_dict()
    assert {key: first[key] for key in shape} == shape
    # What the search finds for a bad one at that moment stays with it.
    (passage,) = first["passages"]
    assert passage == {"file": "brücke.txt", "start": 0, "end": 11, "quote": "Was kostet "}
    assert "passages" not in second


@pytest.mark.parametrize(
    ("answer", "verdict", "reason"),
    [
        ({}, "good", ""),
        (None, "good", ""),
        ({**ANSWER.to_dict(), "extra": 1}, "good", ""),
        (ANSWER.to_dict(), "perhaps", ""),
        (ANSWER.to_dict(), "bad", "x" * 5_000),
    ],
)
def test_what_is_no_verdict_on_an_answer_is_not_kept(tmp_path, answer, verdict, reason):
    with pytest.raises(BadQuestion):
        keep(tmp_path, found, answer, verdict, reason)
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize(
    ("name", "fit"),
    [
        ("bericht.txt", "bericht.txt"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\été.md", "été.md"),
        ("\\\\host\\share\\a.txt", "a.txt"),
        (".hidden.txt", "hidden.txt"),
        ("a\x00b\u202egpj.txt", "a_b_gpj.txt"),
        ("e\u0301te\u0301.txt", "été.txt"),
        ("x" * 400 + ".txt", "x" * 176 + ".txt"),
        ("what?.txt", "what_.txt"),
    ],
)
def test_G15_a_dropped_document_gets_a_harmless_name(name, fit):
    assert dropped.fit_name(name) == fit


@pytest.mark.parametrize("name", ["", "..", "/", "...", "\x00", "~$report.txt"])
def test_G15_what_is_no_name_is_refused(name):
    with pytest.raises(BadQuestion):
        dropped.fit_name(name)


def test_nothing_in_the_folder_is_overwritten_nor_written_through_a_link(tmp_path):
    outside = tmp_path / "outside.txt"
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text("first")
    os.symlink(outside, folder / "b.txt")
    assert dropped.put(folder, "a.txt", b"second").name == "a (2).txt"
    assert dropped.put(folder, "b.txt", b"third").name == "b (2).txt"
    assert (folder / "a.txt").read_text() == "first"
    assert not outside.exists()


def test_H05_an_empty_or_a_huge_document_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(dropped, "LARGEST", 10)
    for data in (b"", b"x" * 11):
        with pytest.raises(BadQuestion):
            dropped.put(tmp_path, "a.txt", data)
    assert list(tmp_path.iterdir()) == []
