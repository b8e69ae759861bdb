"""The author's desk: every address of the preview as a response, in the author's language."""

import sys
from dataclasses import replace
from functools import cache
from html import escape
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from policygen.render.themes import builtin_folder
from policygen.serve import words
from policygen.serve.analysis import Analyses, Analysis
from policygen.serve.answer import File, Missing, Moved, Page
from policygen.serve.around import Around, said
from policygen.serve.bar import author_bar
from policygen.serve.clause_marks import marks_of
from policygen.serve.coverage_page import COVERAGE, COVERAGE_STYLE, coverage_address, coverage_main
from policygen.serve.framing import framed, own_page
from policygen.serve.marking import marked
from policygen.serve.own_pages import missing_page, refusal_text, start_page, told_page
from policygen.serve.preview import Preview, Seen
from policygen.serve.problem_panel import problem_panel
from policygen.serve.server import OWN, Response
from policygen.site.addresses import BILINGUAL, draft_page
from policygen.sources import load_site

TYPES = {
    "atom": "application/atom+xml; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "gif": "image/gif",
    "html": "text/html; charset=utf-8",
    "ico": "image/x-icon",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "xml": "application/xml; charset=utf-8",
}
_ASSETS = Path(__file__).with_name("assets")
_FONTS = "fonts/"


class Desk:
    """Answers requests for the pages of a preview; `lang` is the author's language."""

    def __init__(self, preview: Preview, lang: str) -> None:
        self.preview = preview
        self.lang = lang
        self._analyses = Analyses()

    def token(self, address: str) -> str:
        """Changes when the page at an address must be shown again."""
        return self.preview.token(_told_by(address))

    def warm(self) -> None:
        """Make a page of the first site, so that what every page needs is loaded."""
        for site in self.preview.sites()[:1]:
            for policy in self.preview.policies(site)[:1]:
                loaded = load_site(self.preview.content, site).value
                if loaded is not None:
                    self.respond(f"/{site}/{draft_page(loaded.authoritative, policy)}", live=False)

    def prepare(self, address: str) -> None:
        """Read what the page at an address needs."""
        self.preview.look(_told_by(address))

    def refuse(self, status: HTTPStatus) -> Response:
        """The words for a request that is not answered."""
        return Response(status, "text/plain; charset=utf-8", refusal_text(status, self.lang).encode())

    def respond(self, address: str, *, live: bool) -> Response:
        """What stands at an address; `live` asks for what is known at once."""
        try:
            return self._respond(address, live=live)
        except Exception as error:  # a defect of ours must not end an author's session
            return self._fault(error)

    def _respond(self, address: str, *, live: bool) -> Response:
        if address.startswith(COVERAGE):
            return self._coverage(address)
        if address.startswith(OWN):
            return self._own(address.removeprefix(OWN))
        if address == "/":
            return self._page(HTTPStatus.OK, start_page(self.preview, self.lang))
        seen = self.preview.look(address)
        match seen.answer:
            case File(body, name):
                return Response(HTTPStatus.OK, type_of(name), body)
            case Moved(to):
                return Response(HTTPStatus.MOVED_PERMANENTLY, "text/plain; charset=utf-8", b"", quote(to))
            case Missing():
                return self._no_page(seen)
            case Page(html):
                return self._page(HTTPStatus.OK, self._with_bar(seen, html, live=live))

    def _with_bar(self, seen: Seen, html: str, *, live: bool) -> str:
        analysis, settled = self._analysis(seen, live=live)
        around = self._around(seen, settled=settled)
        if around and seen.where.draft:
            html, placed = marked(html, marks_of(analysis, around))
            around = replace(around, placed=placed)
        panel = problem_panel(seen.problems, self.lang, page=True)
        return framed(html, panel + author_bar(seen, analysis, around, self.lang))

    def _coverage(self, address: str) -> Response:
        """The table of coverage of a policy, or that there is none."""
        seen = self.preview.look(_told_by(address))
        around = self._around(seen, settled=True)
        if around is None or seen.policy is None or address != coverage_address(seen.where.site, seen.where.policy):
            return self.refuse(HTTPStatus.NOT_FOUND)
        analysis, _ = self._analysis(seen, live=False)
        title = f"{seen.where.site}/{seen.where.policy}: {words.COVERAGE.in_language(self.lang)}"
        panel = problem_panel(seen.problems, self.lang, page=True)
        bar, main = author_bar(seen, analysis, around, self.lang), coverage_main(seen.policy, around)
        (style,) = COVERAGE_STYLE
        return self._page(HTTPStatus.OK, own_page(title, main, self.lang, before=panel, after=bar, style=style))

    def _fault(self, error: Exception) -> Response:
        """A page that says that something is wrong with the program, and is shown again at the next save."""
        told = f"{type(error).__name__}: {error}"
        print(f"policygen serve: {told}", file=sys.stderr)
        main = f"<p>{said(words.FAULT_TEXT, self.lang)}</p>\n<p><code>{escape(told)}</code></p>\n"
        page = own_page(words.FAULT.in_language(self.lang), main, self.lang, after=told_page(""))
        return self._page(HTTPStatus.INTERNAL_SERVER_ERROR, page)

    def _no_page(self, seen: Seen) -> Response:
        # Of a site that cannot be made yet, the page that says why is all that there is.
        page = seen.where.path.endswith("/") or not seen.where.path
        status = HTTPStatus.OK if seen.problems and page else HTTPStatus.NOT_FOUND
        title, main = missing_page(self.preview, seen, self.lang)
        panel = problem_panel(seen.problems, self.lang, page=False)
        bar = author_bar(seen, Analysis(), self._around(seen, settled=True), self.lang)
        return self._page(status, own_page(title, main, self.lang, before=panel, after=bar))

    def _around(self, seen: Seen, *, settled: bool) -> Around | None:
        site = seen.site.site if seen.site else None
        return Around(site, seen.where, self.lang, settled=settled) if site else None

    def _analysis(self, seen: Seen, *, live: bool) -> tuple[Analysis, bool]:
        """What is known of the page's policy, and whether it is of its present state."""
        if seen.policy is None:
            return Analysis(), True
        if live:
            return self._analyses.known(seen.where.site, seen.policy)
        return self._analyses.made(seen.where.site, seen.policy), True

    def _page(self, status: HTTPStatus, html: str) -> Response:
        return Response(status, TYPES["html"], html.encode())

    def _own(self, name: str) -> Response:
        body = _own_files().get(name)
        if body is None:
            return self.refuse(HTTPStatus.NOT_FOUND)
        return Response(HTTPStatus.OK, type_of(name), body)


def type_of(name: str) -> str:
    """The media type of a file by its name."""
    return TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")


def _told_by(address: str) -> str:
    """The page of a site that changes when the one at this address does."""
    if not address.startswith(COVERAGE):
        return address
    site, _, policy = address.removeprefix(COVERAGE).strip("/").partition("/")
    return f"/{site}/{draft_page(BILINGUAL, policy)}"


@cache
def _own_files() -> dict[str, bytes]:
    """The preview's own files by name, with the fonts and the icon of the program's own theme."""
    theme = builtin_folder() / "default" / "assets"
    files = {path.name: path.read_bytes() for path in _ASSETS.iterdir()}
    fonts = {f"{_FONTS}{path.name}": path.read_bytes() for path in (theme / "fonts").glob("*.woff2")}
    return files | fonts | COVERAGE_STYLE | {"favicon.svg": (theme / "favicon.svg").read_bytes()}
