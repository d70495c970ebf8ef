"""Word documents: what is neither a plain paragraph nor a plain table is text as well."""

import io
import re
import zipfile

from made import docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner):
    return f"<w:p>{''.join(inner)}</w:p>"


def cell(*inner):
    return f"<w:tc>{''.join(inner)}</w:tc>"


def word(body, **parts):
    """A document whose body is this XML, with other parts beside it."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx("x"))) as plain, zipfile.ZipFile(data, "w") as packed:
        for name in plain.namelist():
            part = plain.read(name).decode() if name.endswith((".xml", ".rels")) else None
            if name == "word/document.xml":
                part = re.sub(r"(<w:body>).*(</w:body>)", rf"\1{body}\2", part, flags=re.DOTALL)
            if name == "word/_rels/document.xml.rels":
                told = "".join(
                    f'<Relationship Id="n{n}" Type="{RELATION}{n}" Target="{n}.xml"/>'
                    for n in parts
                )
                part = part.replace("</Relationships>", told + "</Relationships>")
            packed.writestr(name, plain.read(name) if part is None else part)
        for name, inner in parts.items():
            packed.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{inner}</w:{name}>')
    return data.getvalue()


def test_insertions_are_text_and_deletions_are_not(put):
    data = word(
        p(run("Le budget est de "), f'<w:ins w:id="1">{run("12 millions")}</w:ins>',
          '<w:del w:id="2"><w:r><w:delText>9 millions</w:delText></w:r></w:del>',
          f'<w:moveFrom w:id="3">{run(" de plus")}</w:moveFrom>', run(" d’euros."))
        + f'<w:ins w:id="4">{p(run("Un ajout."))}</w:ins>'
    )  # fmt: skip
    assert put("suivi.docx", data).text == "Le budget est de 12 millions d’euros.\nUn ajout.\n"


def test_content_controls_are_text_in_a_line_and_around_lines(put):
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    data = word(
        control.format(p(run("Ein Feld."))) + p(run("Im "), control.format(run("Feld")), run("!"))
    )
    assert put("felder.docx", data).text == "Ein Feld.\nIm Feld!\n"


def test_a_table_in_a_cell_is_kept_and_a_merged_cell_is_told_once(put):
    inner = f"<w:tbl><w:tr>{cell(p(run('Dentro')))}{cell(p(run('77')))}</w:tr></w:tbl>"
    wide = '<w:tcPr><w:gridSpan w:val="3"/></w:tcPr>'
    control = f"<w:sdt><w:sdtContent>{cell(p(run('c')))}</w:sdtContent></w:sdt>"
    data = word(
        f"<w:tbl><w:tr>{cell(wide, p(run('Unita')))}</w:tr>"
        f"<w:tr>{cell(p(run('a')))}{cell(p(run('b')), inner, p())}{control}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell(p(run('via')))}</w:tr></w:tbl>"
    )
    assert put("tabella.docx", data).text == "Unita\na | b Dentro | 77 | c\n"


def test_a_note_follows_the_paragraph_that_refers_to_it(put):
    data = word(
        p(run("The bridge is 52 m long."), '<w:r><w:footnoteReference w:id="2"/></w:r>',
          run(" It is new."), '<w:r><w:endnoteReference w:id="1"/></w:r>') + p(run("The end.")),
        footnotes=f'<w:footnote w:id="1">{p(run("Not referred to."))}</w:footnote>'
        f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", run(" Source: the council."))}'
        "</w:footnote>",
        endnotes=f'<w:endnote w:id="1">{p(run("Opened in May."))}</w:endnote>',
    )  # fmt: skip
    assert put("notes.docx", data).text == (
        "The bridge is 52 m long. It is new.\nSource: the council.\nOpened in May.\nThe end.\n"
    )


def test_a_text_box_is_told_once_after_its_paragraph(put):
    box = f"<w:txbxContent>{p(run('Kasten'))}</w:txbxContent>"
    choices = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        f'2006"><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>'
        "</mc:AlternateContent>"
    )
    data = word(p(run("Vor"), f"<w:r>{choices}</w:r>", run("her.")) + p(run("Nachher.")))
    assert put("kasten.docx", data).text == "Vorher.\nKasten\nNachher.\n"


def with_edges(first_differs):
    """A letter of two sections, both with the same header."""
    from docx import Document
    from docx.oxml import parse_xml

    letter = Document()
    letter.add_paragraph("Bitte um Auskunft zum Steg")
    letter.add_paragraph("Wie viel kostet der neue Steg, und wann wird er gebaut?")
    section = letter.sections[0]
    section.header.paragraphs[0].text = "Stadtwerke Lindau, Auenweg 12"
    section.footer.paragraphs[0].text = "IBAN DE12 3456"
    field = f'<w:p xmlns:w="{W}"><w:fldSimple w:instr=" PAGE "/><w:r><w:t> von 3</w:t></w:r></w:p>'
    section.footer._element.append(parse_xml(field))
    section.different_first_page_header_footer = first_differs
    section.first_page_header.paragraphs[0].text = "Lindau, 3. Mai 2025"
    section.even_page_header.paragraphs[0].text = "Nie gezeigt"
    letter.add_section().header.is_linked_to_previous = False
    letter.sections[1].header.paragraphs[0].text = "Stadtwerke Lindau, Auenweg 12"
    data = io.BytesIO()
    letter.save(data)
    return data.getvalue()


def test_headers_and_footers_are_told_once_and_page_numbers_never(put):
    found = put("brief.docx", with_edges(True))
    heads, body, feet = found.text.split("\n\n")[0], found.text, found.text.split("\n\n")[-1]
    assert sorted(heads.split("\n")) == ["Lindau, 3. Mai 2025", "Stadtwerke Lindau, Auenweg 12"]
    assert body.count("Stadtwerke") == 1
    assert "Nie gezeigt" not in body
    assert feet.strip() == "IBAN DE12 3456"
    assert found.title == "Bitte um Auskunft zum Steg", "a letterhead is no title"
    assert [(found.text[m.start : m.end], m.kind) for m in found.marks] == [
        ("IBAN DE12 3456", "running")
    ]
    assert found.about.date.value == "2025-05-03"
    assert "3. Mai" not in put("zweiter.docx", with_edges(False)).text


def test_a_hyphen_that_does_not_break_and_a_tab_are_signs(put):
    data = word(p(run("Mont"), "<w:r><w:noBreakHyphen/></w:r>", run("Blanc"),
                  "<w:r><w:tab/><w:t>4 808 m</w:t><w:br/></w:r>", run("haut")))  # fmt: skip
    assert put("signes.docx", data).text == "Mont-Blanc\t4 808 m\nhaut\n"
