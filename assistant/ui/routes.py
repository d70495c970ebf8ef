"""What the page asks for beside answers: sources, documents, exports, feedback.

None of it reads a file by a path: a document is named as the catalogue names it, and its text
comes from there.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.answers import Answer
from assistant.errors import AssistantFault, BadQuestion, BadUpload
from assistant.models import is_built_in
from assistant.settings import report_file
from index import LANGUAGES, Chunk, FolderProblem, IndexFault, Vectors

from . import documents, dropped, feedback, shell
from .exports import EXPORTS
from .faults import told
from .source import Mark, Page, source
from .strings import preferred, strings
from .suggest import suggestions
from .views import turn

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Route

    from assistant.engine import Assistant

_WEB = Path(__file__).with_name("web")
_KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
}
MOST_PASSAGES = 20_000
"""Passages that the map and the suggestions are drawn from."""
MOST_TURNS = 200
"""Turns of a conversation that are shown again or exported at once."""


class Routes:
    """The page's own addresses, all under ``/attesto/``."""

    def __init__(self, assistant: Assistant, *, allow_upload: bool = False) -> None:
        self.assistant = assistant
        self.allow_upload = allow_upload
        self._suggested: dict[tuple[str, str], list[str]] = {}
        self._lock = threading.Lock()
        self._files = {path.name: path.read_bytes() for path in _WEB.iterdir() if path.is_file()}

    def routes(self) -> list[Route]:
        """Return them for Starlette; each runs in a thread, as reading a store may wait."""
        from starlette.routing import Route

        get: dict[str, Callable[[Request], Response]] = {
            "web/{name}": self.web,
            "shell": self.shell,
            "suggestions": self.suggestions,
            "source": self.source,
            "documents": self.documents,
            "quality": self.quality,
        }
        post: dict[str, Callable[[Request, Any], Response]] = {
            "turns": self.turns,
            "export": self.export,
            "feedback": self.feedback,
            "documents": self.put,
        }
        return [
            *(
                Route(f"/attesto/{path}", _guarded(view), methods=["GET"])
                for path, view in get.items()
            ),
            *(
                Route(f"/attesto/{path}", _posted(view), methods=["POST"])
                for path, view in post.items()
            ),
        ]

    def web(self, request: Request) -> Response:
        """Give a script or a style sheet of ours."""
        from starlette.responses import Response

        name = request.path_params["name"]
        if name not in self._files:
            return Response("There is nothing here.", 404, media_type="text/plain")
        kind = _KINDS[Path(name).suffix]
        return Response(self._files[name], media_type=kind, headers={"cache-control": "no-cache"})

    def shell(self, request: Request) -> Response:
        """Give everything around a conversation, in the reader's language."""
        index = self.assistant.index
        page = shell.shell(
            self.assistant.folder.name,
            index.files(),
            strings(language_of(request)),
            language_of(request),
            allow_upload=self.allow_upload,
            translator="" if is_built_in(self.assistant.model) else self.assistant.model.name,
        )
        return _json({"html": page, "strings": dict(strings(language_of(request)))})

    def suggestions(self, request: Request) -> Response:
        """Give questions to begin with."""
        language = language_of(request)
        key = (language, self._version())
        with self._lock:  # drawing them costs a second: once for all readers
            if key not in self._suggested:
                chunks = self._chunks()
                self._suggested[key] = suggestions(self.assistant, chunks, language)
        return _json({"questions": self._suggested[key]})

    def _version(self) -> str:
        return " ".join(row.digest for row in self.assistant.index.files())

    def _chunks(self) -> list[Chunk]:
        return [chunk for chunk, _ in self._passages()]

    def _passages(self) -> list[tuple[Chunk, Vectors]]:
        parts = self.assistant.index.catalogue.all_entries()
        entries = (entry for part in parts for entry in part)
        return [(entry.chunk, entry.vector) for entry in islice(entries, MOST_PASSAGES)]

    def source(self, request: Request) -> Response:
        """Give a document's text with the cited places marked."""
        said = strings(language_of(request))
        file = request.query_params.get("file", "")
        cards = {card.file: card for card in self.assistant.index.cards()}
        if file not in cards:
            return _html(f'<p class="hint" role="alert">{said["missing"]}</p>', 404)
        card = cards[file]
        page = Page(card.file, card.title, card.language, card.date)
        marks = [mark for text in request.query_params.getlist("cite") if (mark := _mark(text))]
        text = self.assistant.index.text(file)
        return _html(source(page, text, marks, self.assistant.index.furniture(file), said))

    def documents(self, request: Request) -> Response:
        """Give the documents tab."""
        index, said = self.assistant.index, strings(language_of(request))
        dates = {card.file: card.date for card in index.cards()}
        listed = documents.documents(
            index.files(), dates, index.skipped(), self.assistant.folder.name, said
        )
        return _html(listed + documents.corpus_map(self._passages(), said))

    def quality(self, request: Request) -> Response:
        """Give the last eval report, to be framed without any right."""
        report = report_file()
        text = report.read_text(encoding="utf-8") if report.is_file() else ""
        return _json({"report": text})

    def turns(self, request: Request, body: Any) -> Response:
        """Show answers again that the browser kept, held against the documents as they are."""
        said = strings(language_of(request))
        return _json({"turns": [turn(a, said, self._gone(a)) for a in _answers(body)]})

    def _gone(self, answer: Answer) -> list[str]:
        return [c.label for c in answer.citations if not self._stands(c.file, c.start, c.quote)]

    def _stands(self, file: str, start: int, quote: str) -> bool:
        try:
            return self.assistant.index.text(file).startswith(quote, start)
        except FolderProblem:
            return False

    def export(self, request: Request, body: Any) -> Response:
        """Write a conversation as a file."""
        from starlette.responses import Response

        kind = str(body.get("as"))
        if kind not in EXPORTS:
            raise BadQuestion(f"A conversation is exported as {', '.join(EXPORTS)}.")
        write, media = EXPORTS[kind]
        text = write(_answers(body), strings(language_of(request)), language_of(request))
        # As an attachment: what is exported must not run with the rights of this page.
        headers = {"content-disposition": f'attachment; filename="attesto.{kind}"'}
        return Response(text, media_type=media, headers=headers)

    def feedback(self, request: Request, body: Any) -> Response:
        """Keep what a reader thinks of an answer."""
        told = body.get("answer"), str(body.get("verdict")), str(body.get("reason"))
        feedback.keep(self.assistant.index.store, self.assistant.search, *told)
        return _json({"kept": True})

    def put(self, request: Request, body: Any) -> Response:
        """Take a document into the folder, where that is allowed."""
        if not self.allow_upload:
            said = "Documents cannot be added here. Start with --allow-upload for that."
            raise BadUpload("closed", said)
        name = request.query_params.get("name", "")
        return _json({"file": dropped.put(self.assistant.folder, name, body).name})


def language_of(request: Request) -> str:
    """Return the page's language: the one chosen, else the browser's."""
    chosen = request.query_params.get("language", "")
    return chosen if chosen in LANGUAGES else preferred(request.headers.get("accept-language", ""))


def _mark(text: str) -> Mark | None:
    """Read ``label:start-end``."""
    label, _, span = text.partition(":")
    start, _, end = span.partition("-")
    return Mark(label, int(start), int(end)) if start.isdigit() and end.isdigit() else None


def _answers(body: Any) -> Sequence[Answer]:
    try:
        return [Answer.from_dict(data) for data in body["turns"][:MOST_TURNS]]
    except (KeyError, TypeError, AttributeError) as error:
        raise BadQuestion(f"That is not a conversation of this page: {error}.") from error


def _guarded(view: Callable[[Request], Response]) -> Callable[[Request], Response]:
    def guarded(request: Request) -> Response:
        try:
            return view(request)
        except (AssistantFault, IndexFault) as fault:
            return _json(told(fault, strings(language_of(request))), 400)

    return guarded


def _posted(view: Callable[[Request, Any], Response]) -> Callable[[Request], Any]:
    """Read the body first: JSON, or the bytes of a document."""

    async def posted(request: Request) -> Response:
        from starlette.concurrency import run_in_threadpool

        raw = await request.body()
        body: Any = raw
        if request.headers.get("content-type", "").startswith("application/json"):
            try:
                body = json.loads(raw)
            except ValueError:
                return _json({"message": "That is not JSON."}, 400)
        return await run_in_threadpool(_guarded(lambda asked: view(asked, body)), request)

    return posted


def _json(data: object, status: int = 200) -> Response:
    from starlette.responses import JSONResponse

    return JSONResponse(data, status)


def _html(text: str, status: int = 200) -> Response:
    from starlette.responses import HTMLResponse

    return HTMLResponse(text, status)
