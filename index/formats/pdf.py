"""PDF files, by pypdf: the text layer, page by page."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from index.documents import About, Furniture

from .extracted import LONGEST, TOO_MUCH, Extracted, Unreadable, Writer, field_detail, numbered
from .running import running

_LEAST = 20  # letters and digits in the whole file
_GARBLED = 0.1  # share of signs that are nobody's letters
_NO_TEXT = (
    "It holds pictures of pages and no text. Run it through text recognition (OCR), for instance "
    "with ocrmypdf, and it will be read."
)


def extract(data: bytes) -> Extracted:
    """Read the text of every page."""
    from pypdf import errors

    if b"%PDF-" not in data[:1024]:
        raise Unreadable("malformed", "Its name says PDF, but it is not one. Get a new copy.")
    try:
        return _extract(data)
    except (errors.FileNotDecryptedError, errors.WrongPasswordError, errors.DependencyError):
        raise Unreadable("encrypted", _ENCRYPTED) from None
    except errors.LimitReachedError:
        raise Unreadable("output-limit", TOO_MUCH) from None
    except (errors.PyPdfError, *_BROKEN):
        raise Unreadable(
            "malformed", "It is no sound PDF: get a new copy, or print it anew."
        ) from None


_PICTURE = "a picture, and no text. Text recognition (OCR) will have it read."
_ENCRYPTED = "It asks for a password. Save a copy without one."
# What pypdf lets through of the many ways in which a PDF can be broken.
_BROKEN = (ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)


def _extract(data: bytes) -> Extracted:
    from pypdf import PasswordType, PdfReader

    reader = PdfReader(BytesIO(data), strict=False)
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise Unreadable("encrypted", _ENCRYPTED)
    length, texts, pictures = 0, [], []
    for number, page in enumerate(reader.pages, start=1):
        texts.append(page.extract_text().strip())
        if not texts[-1] and _shows_pictures(page):
            pictures.append(number)
        length += len(texts[-1])
        if length > LONGEST:
            break  # the writer says so
    writer = Writer()
    pages, marks = _write(writer, [[line.strip() for line in text.split("\n")] for text in texts])
    remarks = (f"{numbered('Page', pictures)}: {_PICTURE}",) if pictures else ()
    return Extracted(writer.text(), pages=pages, marks=marks, about=_about(reader), remarks=remarks)


def _shows_pictures(page: Any) -> bool:
    """Whether there is anything but text on a page: one that is blank lacks nothing."""
    resources = page["/Resources"] if "/Resources" in page else {}
    shown = resources["/XObject"] if "/XObject" in resources else {}
    return any(shown[name].get("/Subtype") == "/Image" for name in shown)


def _write(writer: Writer, texts: list[list[str]]) -> tuple[tuple[int, ...], tuple[Furniture, ...]]:
    """Write page after page; heads and feet wait for a page that ends with its sentence."""
    pages: list[int] = []
    marks: list[Furniture] = []
    body: list[str] = []
    waiting: list[str] = []
    ended = True
    for lines, (top, foot) in zip(texts, running(texts), strict=True):
        waiting += lines[:top]
        # A sentence may go on over the page: only a page that ends with one gets a blank line.
        writer.add(("\n\n" if ended else "\n") if pages else "")
        if ended and waiting:
            marks.append(Furniture(*writer.add("\n".join(waiting)), "running"))
            writer.add("\n\n")
            waiting = []
        pages.append(writer.length if pages else 0)
        body.append("\n".join(lines[top : len(lines) - foot]).strip())
        writer.add(body[-1])
        waiting += lines[len(lines) - foot :]
        ended = not body[-1] or body[-1].endswith((".", "!", "?", ":", "»", "”"))
    check_letters("".join(body))
    if waiting:
        writer.add("\n\n")
        marks.append(Furniture(*writer.add("\n".join(waiting)), "running"))
    return tuple(pages), tuple(marks)


def check_letters(text: str) -> None:
    """Make sure that there are letters, and that they are somebody's.

    Raises:
        Unreadable: there is no text layer, or one of signs without meaning.
    """
    signs = sum(not character.isspace() for character in text)
    odd = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text)
    if odd > _GARBLED * signs:
        raise Unreadable(
            "no-text",
            "Its fonts do not tell which letters its signs are. Run it through text recognition "
            "(OCR) and it will be read.",
        )
    if sum(map(str.isalnum, text)) < _LEAST:
        raise Unreadable("no-text", _NO_TEXT)


def _about(reader: Any) -> About:
    fields = reader.metadata
    if fields is None:
        return About()
    written = fields.creation_date
    return About(
        # Programs that write PDFs fill these in unasked: the text itself is surer.
        title=None,
        date=field_detail(written.date().isoformat() if written else None, 0.4),
        byline=field_detail(str(fields.author) if fields.author else None, 0.4),
    )
