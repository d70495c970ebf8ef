"""E-mails, tables, records and rich text: their text and fields, and what is refused."""

import csv
import io
import json

import pytest
from made import TEXT, eml

# E-mail, tables, records


def test_C17_an_emails_head_and_body(put):
    found = put("m.eml", eml(TEXT["it"], subject="=?utf-8?q?Il_ponte_=C3=A8_qui?="))
    assert found.text.startswith("Subject: Il ponte è qui\nFrom: Luc Moreau <luc@example.org>\n")
    about = found.about
    assert found.text[about.title.start : about.title.end] == about.title.value == "Il ponte è qui"
    assert (about.byline.value, about.date.value) == ("Luc Moreau", "2025-03-03")
    assert TEXT["it"] in found.text


def test_C17_attachments_are_not_read(put):
    body = (
        "From: a@example.org\r\nSubject: s\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n"
        f"--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{TEXT['de']}\r\n"
        "--B\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\n"
        "attached\r\n--B--\r\n"
    )
    found = put("attached.eml", body)
    assert TEXT["de"] in found.text
    assert "attached" not in found.text


@pytest.mark.parametrize(
    ("declared", "written", "text"),
    [
        ("iso-8859-1", "cp1252", "Die Rechnung beträgt 250 €, sagte er „gut“."),
        ("iso-8859-1", "utf-8", "Il conto è più alto: costerà 300 euro per Käthe."),
        ("utf-8", "cp1252", "Le maire a été réélu à l’été, à cœur ouvert."),
        ("utf-8", "utf-8", "The café owner’s fiancée paid £40."),
        ("iso-8859-2", "iso-8859-2", "Zażółć gęślą jaźń."),
        ("koi8-r", "koi8-r", "Мост открыт."),
        ("utf-7", "utf-7", "Grüße aus Köln"),
        ("none-such", "cp1252", "Größe der Tür in Köln"),
    ],
)
def test_B01_B04_an_emails_letters_are_told_by_its_content(put, declared, written, text):
    head = f"From: a@example.org\r\nContent-Type: text/plain; charset={declared}\r\n\r\n"
    assert text in put("letters.eml", head.encode() + text.encode(written)).text


@pytest.mark.parametrize("letters", ["cp1252", "utf-8"])
def test_B01_B04_an_emails_raw_head_loses_no_letter(put, letters):
    data = "From: Jürgen Größe <a@b.c>\r\nSubject: Schöne Grüße\r\n\r\nDie Tür ist größer.\r\n"
    found = put("head.eml", data.encode(letters))
    assert found.title == "Schöne Grüße"
    assert found.text.startswith("Subject: Schöne Grüße\nFrom: Jürgen Größe <a@b.c>\n")


def parts(kind, *inner):
    joined = "".join(f"--{kind}\r\n{one}\r\n" for one in inner)
    return f"Content-Type: multipart/{kind}; boundary={kind}\r\n\r\n{joined}--{kind}--\r\n"


def shown(text, kind="plain"):
    return f"Content-Type: text/{kind}; charset=utf-8\r\n\r\n{text}"


def test_C17_every_part_that_is_shown_is_read_and_the_others_are_named(put):
    image = "Content-Type: image/png\r\nContent-ID: <x>\r\n\r\niVBO"
    away = "Content-Disposition: attachment; filename=ponti.csv"
    sheet = f"Content-Type: text/csv\r\n{away}\r\n\r\n1"
    both = parts("alternative", shown("Der erste Teil."), shown("<b>Der erste Teil.</b>", "html"))
    forwarded = (
        "Content-Type: message/rfc822\r\n\r\nFrom: c@d.e\r\nSubject: Dentro\r\n\r\nIl testo."
    )
    page = parts("related", shown("<p>La seconde.</p>", "html"), image)
    body = parts("mixed", both, page, forwarded, sheet)
    found = put("parts.eml", "From: a@b.c\r\nSubject: Zwei\r\n" + body)
    assert found.text == (
        "Subject: Zwei\nFrom: a@b.c\n\nDer erste Teil.\n\nLa seconde.\n\nSubject: Dentro\n"
        "From: c@d.e\n\nIl testo.\n\nAttachment: image/png\n\nAttachment: ponti.csv\n"
    )
    assert [found.text[m.start : m.end] for m in found.marks if m.kind == "notice"] == [
        "Attachment: image/png",
        "Attachment: ponti.csv",
    ]
    assert found.title == "Zwei"


def test_C17_a_forged_or_broken_date_is_no_date(put):
    for forged in (
        "yesterday",
        "Mon, 1 Jan 2199 10:00:00 +0100",
        "Fri, 1 Jan 99999 10:00:00 +0100",
    ):
        assert put("d.eml", eml(TEXT["en"], date=forged)).about.date is None
    assert put("n.eml", b"no message at all").reason == "malformed"


def test_an_emails_declared_letters_may_be_wrong(put):
    data = eml(TEXT["fr"]).replace(b"charset=utf-8", b"charset=us-ascii")
    assert TEXT["fr"] in put("wrong.eml", data).text


def test_C16_rows_become_lines_that_name_their_columns(put):
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(
        [
            ("Stadt", "Kosten", "Notiz"),
            ("Halden", "48,6", '=HYPERLINK("x")'),
            ("", "12", "zwei\nZeilen"),
        ]  # fmt: skip
    )
    found = put("t.csv", out.getvalue())
    assert found.text.split("\n") == [
        "Stadt; Kosten; Notiz",
        'Stadt: Halden; Kosten: 48,6; Notiz: =HYPERLINK("x")',
        "Kosten: 12; Notiz: zwei Zeilen",
        "",
    ]


def test_a_table_without_names_keeps_its_rows(put):
    assert put("n.tsv", "1\t2\n3\t4\n").text == "1; 2\n3; 4\n"


@pytest.mark.parametrize(
    ("data", "second"),
    [
        ('Name, Vorname;Ort\n"Böhm, Käthe";Ulm\n', "Name, Vorname: Böhm, Käthe; Ort: Ulm"),
        ("sep=;\r\nNome;Prezzo\r\nMele;2,50\r\nPere;3,10\r\n", "Nome: Mele; Prezzo: 2,50"),
        ("Ville,Prix\nSète,2;50\nNice,3;10\n", "Ville: Sète; Prix: 2;50"),
        ("Town\tNote\nUlm\ta, b, c\nBonn\td\n", "Town: Ulm; Note: a, b, c"),
        ("Ort|Länge, Breite\nUlm|48\n", "Ort: Ulm; Länge, Breite: 48"),
    ],
)
def test_C16_columns_are_parted_by_what_makes_the_rows_even(put, data, second):
    assert put("parted.csv", data).text.split("\n")[1] == second


def test_records_name_their_fields(put):
    long = "Il ponte è stato aperto lunedì. " * 5
    lines = [{"a": 1, "b": {"c": "due"}, "d": ["x", "y"]}, {"titolo": "Il ponte", "testo": long}]
    found = put("r.jsonl", "\n".join(map(json.dumps, lines)))
    assert found.text == f"a: 1; b.c: due; d: x, y\n\ntitolo: Il ponte\n\n{long.strip()}\n\n"
    assert put("r.json", json.dumps(lines)).text == found.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("[" * 100_000 + "]" * 100_000, "malformed"),
        ('{"a":' * 100 + "1" + "}" * 100, "malformed"),
        ('{"a": 1}\n{"b": \n{"c": ', "malformed"),
        ("{}", "empty"),
    ],
)
def test_C15_records_that_cannot_be_read(put, data, reason):
    assert put("bad.jsonl", data).reason == reason


def test_C15_odd_numbers_and_double_keys_are_text(put):
    found = put("odd.json", '{"a": NaN, "n": 123456789012345678901234567890, "d": 1, "d": 2}')
    assert found.text == "a: NaN; n: 123456789012345678901234567890; d: 1; d: 2\n\n"


def test_D25_numbers_of_records_stay_as_they_are_written(put):
    data = '{"prix": 1234567.10, "somme": 12345678901234567.89, "viel": 1e400, "sì": [true, -0]}'
    found = put("n.json", data)
    assert found.text == (
        "prix: 1234567.10; somme: 12345678901234567.89; viel: 1e400; sì: true, -0\n\n"
    )


def test_C15_a_line_that_is_no_sound_record_stays_as_it_is(put):
    found = put("some.jsonl", '{"titre": "Le pont"}\n{"rotto":\n{"Brücke": 3}\n')
    assert found.text == 'titre: Le pont\n\n{"rotto":\n\nBrücke: 3\n\n'
    assert found.remarks == ("Line 2: no sound JSON; it is in the text as it is written.",)
    many = '{"a": 1}\n' * 9 + "{\n" * 8
    assert put("more.jsonl", many).remarks[0].startswith("Lines 10, 11, 12, 13, 14 and 3 more: ")


def test_B09_lone_surrogates_become_the_sign_for_a_lost_letter(put):
    assert put("s.json", '{"a": "x\\ud800y"}').text == "a: x\ufffdy\n\n"


def test_rich_text_that_is_none(put):
    assert put("bad.rtf", "only text").reason == "malformed"


def test_a_note_in_rich_text_follows_its_paragraph(put):
    data = (
        rb"{\rtf1\ansi Der Turm{\super\chftn}{\footnote {\super\chftn} Quelle: {\b das Amt}.}"
        rb" ist hoch.\par Il ponte{\footnote\ftnalt Fonte: il comune.} \'e8 nuovo.}"
    )
    assert [line.strip() for line in put("note.rtf", data).text.split("\n")] == [
        "Der Turm ist hoch.",
        "Quelle: das Amt.",
        "Il ponte è nuovo.",
        "Fonte: il comune.",
    ]


def test_a_note_without_an_end_leaves_the_text_as_it_is(put):
    assert put("cut.rtf", rb"{\rtf1\ansi The tower{\footnote Source").text == "The tower"


@pytest.mark.parametrize(
    ("head", "letters"),
    [("mac", "mac_roman"), ("mac\\ansicpg10000", "mac_roman"), ("pca", "cp850"), ("pc", "cp437")],
)
def test_B01_rich_text_of_a_mac_or_of_dos_is_read(put, head, letters):
    text = "".join(f"\\'{byte:02x}" for byte in "Café à Sète".encode(letters))
    found = put("mac.rtf", f"{{\\rtf1\\{head} {text}}}")
    assert (found.text, found.encoding) == ("Café à Sète", letters)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("Kasse 2025.csv", "Datum;Betrag;Von\n03.06.2025;120;Anna Lee\n04.06.2025;9;Tom Fox\n"),
        ("prix.csv", "Date,Prix\n3 juin 2024,12\n4 juin 2024,13\n"),
        ("spese.tsv", "Data\tSpesa\n3 giugno 2024\t12\n"),
        ("people.jsonl", '{"name": "A", "date": "2024-01-02"}\n{"name": "B"}\n'),
        ("prices.json", "[1, 2, 3]"),
    ],
)
def test_c17_no_row_speaks_for_a_whole_table(put, name, data):
    about = put(name, data).about
    assert (about.title.value, about.title.origin) == (name.rpartition(".")[0], "file name")
    assert about.byline is None
    assert (about.date.value if about.date else None) is None


def test_c17_the_name_of_a_table_may_hold_its_day(put):
    assert put("kasse-2024-05.csv", "a;b\n1;2\n").about.date.value == "2024-05"


@pytest.mark.parametrize(
    ("fields", "title", "date", "who", "source"),
    [
        ({"title": "A bridge", "author": "Ann Lee", "date": "2024-06-03T10:00:00Z"},
         "A bridge", "2024-06-03", "Ann Lee", None),
        ({"titre": "Un pont", "auteurs": ["Luc Moreau", "Zoé Petit"], "publié": "3 juin 2024",
          "agence": "AFP"}, "Un pont", "2024-06-03", "Luc Moreau, Zoé Petit", "AFP"),
        ({"nummer": 3, "Überschrift": "Eine Brücke", "Datum": "03.06.2024"},
         "Eine Brücke", "2024-06-03", None, None),
        ({"nome": "il-ponte", "titolo": "Un ponte", "autore": "Anna Rossi", "data": "soon"},
         "Un ponte", None, "Anna Rossi", None),
        ({"name": "Parks", "features": [{"title": "Park A"}]}, "Parks", None, None, None),
        ({"title": "x" * 200, "name": "Short"}, "Short", None, None, None),
    ],
)  # fmt: skip
def test_c17_a_single_record_says_what_it_is(put, fields, title, date, who, source):
    found = put("record.json", json.dumps({"id": 7, **fields}, ensure_ascii=False))
    about = found.about
    assert found.title == title
    assert found.text[about.title.start : about.title.end] == title
    assert (about.date.value if about.date else None) == date
    assert (about.byline.value if about.byline else None) == who
    assert (about.source.value if about.source else None) == source


@pytest.mark.parametrize(
    ("first", "row"),
    [
        ("company,2022,2023", "company: Arbon; 2022: 41.2; 2023: 44.8"),
        ("company,2021,2023", "Arbon; 41.2; 44.8"),  # two founding years are no names of columns
        ("company,2022,18.5", "Arbon; 41.2; 44.8"),
    ],
)
def test_years_in_a_row_name_the_columns(put, first, row):
    found = put("revenue.csv", f"{first}\nArbon,41.2,44.8\n".encode())
    assert found.text.splitlines()[1] == row
