"""A real Chromium for the tests, folders served to it as a strict host would, and axe.

Knows nothing of policygen: pages come to it as folders of files. Run as a program (`python -m tests.browser`)
it opens a Chromium once, or ends in a sentence and exit code 1.
"""

import gzip
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Literal, Protocol
from urllib.parse import unquote, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, Request, Response, sync_playwright
from playwright.sync_api import Error as PlaywrightError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REMEDY = (
    "put chromium or google-chrome on PATH (a minimal Debian lacks libatomic1 too), "
    "or leave these tests out with --no-browser"
)
STRICT_CSP = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'"
TYPES = {
    ".atom": "application/atom+xml; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".md": "text/markdown; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}


# The browser


@contextmanager
def chromium() -> Iterator[Browser]:
    """A running Chromium: one on PATH, else playwright's own; if none opens, RuntimeError says why."""
    with ExitStack() as stack:
        try:
            playwright = stack.enter_context(sync_playwright())
            opened = _open(playwright)
        except Exception as error:  # a driver that does not start is a bare Exception
            reason = str(error).strip().partition("\n")[0]
            sentence = f"The browser tests need a Chromium and none opens ({reason}): {REMEDY}."
            raise RuntimeError(sentence) from error
        stack.callback(opened.close)
        yield opened


def _open(playwright: Playwright) -> Browser:
    for path in filter(None, map(shutil.which, NAMES)):
        with suppress(PlaywrightError):  # a stand-in that only tells how to install it
            return playwright.chromium.launch(executable_path=path, args=FLAGS)
    return playwright.chromium.launch(args=FLAGS)


@contextmanager
def watched_page(
    browser: Browser,
    *,
    width: int = 1280,
    height: int = 900,
    color_scheme: Literal["light", "dark"] = "light",
    javascript: bool = True,
) -> Iterator[tuple[Page, list[str]]]:
    """A fresh page, and the list that its problems go into while it is used.

    A problem is an error in the console (so a breach of the content security policy), an exception, an answer
    of 400 or more, a request that failed, and a request to anywhere but 127.0.0.1, which is also stopped.
    """
    problems: list[str] = []
    context = browser.new_context(
        viewport={"width": width, "height": height},
        locale="th-TH",
        timezone_id="Asia/Bangkok",
        color_scheme=color_scheme,
        reduced_motion="reduce",
        java_script_enabled=javascript,
        service_workers="block",
    )
    context.set_default_timeout(10_000)
    context.route(lambda url: urlsplit(url).hostname != "127.0.0.1", lambda route: route.abort())
    context.on("request", lambda request: problems.extend(_foreign(request)))
    context.on("requestfailed", lambda request: problems.extend(_failed(request)))
    context.on("response", lambda response: problems.extend(_refused(response)))
    context.on(
        "console",
        lambda message: problems.append(f"console: {message.text}") if message.type == "error" else None,
    )
    context.on("weberror", lambda error: problems.append(f"exception: {error.error}"))
    try:
        yield context.new_page(), problems
    finally:
        context.close()


def _failed(request: Request) -> list[str]:
    """A request that failed; one that was broken off because the page was left did not."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"failed: {request.url}"]


def _foreign(request: Request) -> list[str]:
    return [] if urlsplit(request.url).hostname == "127.0.0.1" else [f"foreign: {request.url}"]


def _refused(response: Response) -> list[str]:
    return [f"{response.status}: {response.url}"] if response.status >= HTTPStatus.BAD_REQUEST else []


def axe_violations(
    browser: Browser,
    url: str,
    *,
    width: int = 1280,
    color_scheme: Literal["light", "dark"] = "light",
    scripts: bool = True,
    then: Callable[[Page], object] = lambda page: None,
) -> list[str]:
    """What axe finds wrong with the page at the address, a line for each element; [] if nothing.

    `scripts` False keeps the page's own scripts away; axe needs a browser that could run them. `then` is what
    a reader does on the page first.
    """
    # The page's own policy forbids every script, axe too.
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=color_scheme, bypass_csp=True)
    try:
        page = context.new_page()
        if not scripts:
            page.route("**/*.js", lambda route: route.abort())
        page.goto(url)
        then(page)
        found = Axe().run(page).response["violations"]
    finally:
        context.close()
    return [
        f"{rule['id']} ({rule['impact']}): {' '.join(map(str, node['target']))}: {rule['help']}"
        for rule in found
        for node in rule["nodes"]
    ]


# The host


@dataclass(frozen=True)
class Served:
    """A folder on the air: `url` ends in a slash, `log` has each answer's status and path as they come."""

    url: str
    log: list[tuple[int, str]] = field(default_factory=list)


@contextmanager
def serving(folder: Path, csp: str = STRICT_CSP, at: str = "/") -> Iterator[Served]:
    """Serve a folder on a free port of 127.0.0.1, mounted at a path, as a static host would."""
    log: list[tuple[int, str]] = []
    handler = partial(_Handler, folder.resolve(), csp, at, log)
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield Served(f"http://127.0.0.1:{server.server_port}{at}", log)
        finally:
            server.shutdown()
            thread.join()


class ServeFolder(Protocol):
    """What the fixture `serve_folder` is: serves a folder until the tests end."""

    def __call__(self, folder: Path, csp: str = STRICT_CSP, at: str = "/") -> Served:
        """Serve the folder under this policy, mounted at a path that begins and ends in a slash."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away; anything else is a fault of the test's host."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(BaseHTTPRequestHandler):
    def __init__(
        self,
        folder: Path,
        csp: str,
        at: str,
        log: list[tuple[int, str]],
        *connection: object,
    ) -> None:
        self.folder = folder
        self.csp = csp
        self.at = at
        self.log = log
        super().__init__(*connection)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, a folder's index.html, a redirect to the slash form, or 404.html."""
        path = unquote(urlsplit(self.path).path)
        if not path.startswith(self.at):
            return self._missing()
        file = (self.folder / path.removeprefix(self.at)).resolve()
        if not file.is_relative_to(self.folder):
            return self._missing()
        if file.is_dir():
            if not path.endswith("/"):
                return self._answer(HTTPStatus.MOVED_PERMANENTLY, location=f"{urlsplit(self.path).path}/")
            file /= "index.html"
        elif path.endswith("/"):
            return self._missing()
        return self._answer(HTTPStatus.OK, file) if file.is_file() else self._missing()

    do_HEAD = do_GET

    def _missing(self) -> None:
        page = self.folder / "404.html"
        self._answer(HTTPStatus.NOT_FOUND, page if page.is_file() else None)

    def _answer(self, status: HTTPStatus, file: Path | None = None, location: str | None = None) -> None:
        kind = TYPES.get(file.suffix, "application/octet-stream") if file else "text/plain; charset=utf-8"
        body = file.read_bytes() if file else status.phrase.encode()
        self.log.append((status.value, self.path))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Security-Policy", self.csp)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Vary", "Accept-Encoding")
        if location is not None:
            self.send_header("Location", location)
        if "gzip" in self.headers.get("Accept-Encoding", "") and not kind.startswith(("image/", "font/")):
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing: the tests read `Served.log`."""


def main() -> int:
    """Open a Chromium and say which; 1 if none opens."""
    try:
        with chromium() as browser:
            print(f"Chromium {browser.version}")
    except RuntimeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
