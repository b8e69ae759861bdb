"""HTTP on this machine alone: sockets, limits, and the stream that tells browsers of changes.

Knows nothing of sites: an `Answering` gives what stands at an address. Each connection has a thread, one request and
a time by which that must be over; there is a most for all of them, and a lower one for streams.
"""

import io
import socket
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from select import select
from socketserver import TCPServer
from threading import BoundedSemaphore
from typing import Any, Final, Protocol

from policygen.serve.changes import Changes
from policygen.serve.requests import HOSTS, LONGEST_TARGET, METHODS, Asked, Refusal, address_of, query_of, refusal

OWN = "/.policygen/"
"""Where the preview's own files are; no site can have that name."""
EVENTS = f"{OWN}events"
_HOST = HOSTS[0]
# A browser sends its request at once, some 700 bytes of it.
_SECONDS_TO_ASK = 10.0
_SECONDS_TO_TAKE = 20.0
_LONGEST_LINE = LONGEST_TARGET + 64
_LONGEST_REQUEST = 32 * 1024
_MOST_CONNECTIONS = 128
_MOST_STREAMS = 48
# How often an open page's files are looked at: seldom where changes are told, else as often as nobody minds.
_LOOK_SECONDS, _LOOK_SECONDS_UNTOLD = 2.0, 0.25
_BEAT_SECONDS = 10.0
_SAFE_HEADERS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Referrer-Policy", "same-origin"),
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
)


@dataclass(frozen=True, slots=True)
class Response:
    """What is sent: a status, a type, the bytes, and where else to look (for a redirect)."""

    status: HTTPStatus
    type: str
    body: bytes
    location: str = ""


class Answering(Protocol):
    """What the server asks for pages."""

    def respond(self, address: str, *, live: bool) -> Response:
        """What stands at an address; `live` asks for what is known at once."""

    def refuse(self, status: HTTPStatus) -> Response:
        """The words for a request that is not answered."""

    def token(self, address: str) -> str:
        """Changes when the page at an address must be shown again."""

    def prepare(self, address: str) -> None:
        """Read what the page at an address needs: it will be asked for in a moment."""


class Server(ThreadingHTTPServer):
    """The preview on 127.0.0.1. `port` 0 is any that is free."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = _MOST_CONNECTIONS
    # On Windows this would let two programs have one port.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, port: int, answering: Answering, changes: Changes, told: Callable[[], bool]) -> None:
        self.answering: Final = answering
        self.changes: Final = changes
        self.told: Final = told
        self.streams = BoundedSemaphore(_MOST_STREAMS)
        self._connections = BoundedSemaphore(_MOST_CONNECTIONS)
        super().__init__((_HOST, port), _Handler)

    def server_bind(self) -> None:
        """Take the port; nobody is asked for the machine's name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _HOST, self.server_address[1]

    @property
    def url(self) -> str:
        """Where the preview is."""
        return f"http://{_HOST}:{self.server_port}/"

    def process_request(self, request: Any, client_address: Any) -> None:
        """Begin a thread for a connection, unless there are too many."""
        if self._connections.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            with suppress(OSError):
                request.settimeout(0.05)
                request.sendall(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """The connection's thread."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._connections.release()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that went away, and one line of what is our own fault."""
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            print(f"policygen serve: {type(error).__name__}: {error}", file=sys.stderr)


class _TooLong(Exception):
    """A request of more bytes than any page needs."""


class _Request(io.RawIOBase):
    """What a client sends, up to a time and a size."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._until = time.monotonic() + _SECONDS_TO_ASK
        self._left = _LONGEST_REQUEST

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Wait for more, but not for ever."""
        if self._left <= 0:
            raise _TooLong
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        count = self._connection.recv_into(memoryview(buffer)[: self._left])
        self._left -= count
        return count


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: Server

    def setup(self) -> None:
        """Read the request within its limits."""
        super().setup()
        self.rfile.close()
        self.rfile = io.BufferedReader(_Request(self.connection))

    def handle(self) -> None:
        """One request."""
        self.close_connection = True
        self.requestline, self.command, self.request_version = "", "", "HTTP/1.1"
        with suppress(TimeoutError, ConnectionError):
            try:
                self.raw_requestline = self.rfile.readline(_LONGEST_LINE + 1)
                if len(self.raw_requestline) > _LONGEST_LINE:
                    self._refuse(HTTPStatus.REQUEST_URI_TOO_LONG)
                elif self.raw_requestline and self.parse_request():
                    self._answer()
            except _TooLong:
                self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses for its form: in our words, as plain as the rest."""
        self._refuse(HTTPStatus(code))

    def _answer(self) -> None:
        if self.request_version not in ("HTTP/1.0", "HTTP/1.1"):
            return self._refuse(HTTPStatus.BAD_REQUEST)
        # As it came: `self.path` has been mended by the library.
        target = self.requestline.split()[1]
        refused = refusal(Asked(self.command, target, self.headers.items()), self.server.server_port)
        address = address_of(target) if refused is None else refused
        if isinstance(address, Refusal):
            return self._refuse(address.status)
        if address == EVENTS:
            return self._stream(query_of(target))
        live = self.headers.get("X-Policygen") == "live"
        return self._send(self.server.answering.respond(address, live=live))

    def _refuse(self, status: HTTPStatus) -> None:
        self.request_version = "HTTP/1.1"
        self._send(self.server.answering.refuse(status))
        # A client that is still sending would lose the answer with the connection.
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(0.2)
            for _ in range(16):
                if not self.connection.recv(65536):
                    break

    def _send(self, response: Response) -> None:
        self.connection.settimeout(_SECONDS_TO_TAKE)
        self.send_response_only(response.status)
        self.send_header("Content-Type", response.type)
        self.send_header("Content-Length", str(len(response.body)))
        if response.location:
            self.send_header("Location", response.location)
        if response.status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", ", ".join(METHODS))
        self._end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def _end_headers(self) -> None:
        for name, value in _SAFE_HEADERS:
            self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()

    # The stream

    def _stream(self, query: str) -> None:
        """Tell the page's token now and whenever it changes, until the client or the server goes."""
        page = address_of(query.removeprefix("at="))
        if isinstance(page, Refusal):
            return self._refuse(page.status)
        if not self.server.streams.acquire(blocking=False):
            return self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
        try:
            self.connection.settimeout(_SECONDS_TO_TAKE)
            self.send_response_only(HTTPStatus.OK)
            self.send_header("Content-Type", "text/event-stream; charset=utf-8")
            self._end_headers()
            if self.command != "HEAD":
                self._tell(page)
        finally:
            self.server.streams.release()
        return None

    def _tell(self, page: str) -> None:
        changes, told, count, spoke = self.server.changes, "", -1, 0.0
        while not changes.ended and not _went_away(self.connection):
            token = self.server.answering.token(page)
            if token != told:
                told = token
                self._say(f"data: {token}\n\n")
                spoke = time.monotonic()
                self.server.answering.prepare(page)
            elif time.monotonic() - spoke > _BEAT_SECONDS:
                self._say(":\n\n")
                spoke = time.monotonic()
            count = changes.wait(count, _LOOK_SECONDS if self.server.told() else _LOOK_SECONDS_UNTOLD)

    def _say(self, text: str) -> None:
        self.wfile.write(text.encode())
        self.wfile.flush()


def _went_away(connection: socket.socket) -> bool:
    """Whether the other end is closed: a stream's client has nothing more to say."""
    readable, _, _ = select([connection], [], [], 0)
    return bool(readable)
