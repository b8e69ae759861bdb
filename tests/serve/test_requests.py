"""Hostile and odd requests, over raw sockets: an answer of 4xx for each, and a server that goes on."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.author import Author, previewing, sent, sit_down


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One preview for all that leave nothing behind."""
    with previewing(sit_down(tmp_path_factory.mktemp("author") / "content").content) as url:
        yield url


@pytest.fixture
def fresh(author: Author) -> Iterator[str]:
    """A preview for one test."""
    with previewing(author.content) as url:
        yield url


def host(url: str) -> str:
    return url.removeprefix("http://").rstrip("/")


def get(url: str, path: str, *headers: str, method: str = "GET") -> bytes:
    """The answer to a request with a sound Host and these headers."""
    lines = (f"{method} {path} HTTP/1.1", f"Host: {host(url)}", *headers, "", "")
    return sent(url, "\r\n".join(lines).encode("latin-1"))


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def test_page_comes_with_headers_that_keep_others_out(url: str) -> None:
    answer = get(url, "/shop/en/privacy/draft/")
    head = answer.partition(b"\r\n\r\n")[0].decode()
    assert status(answer) == 200
    assert "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'" in head
    for line in ("X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Cache-Control: no-store"):
        assert line in head
    assert "Cross-Origin-Resource-Policy: same-origin" in head


@pytest.mark.parametrize(
    "name", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.:{port}", "[::1]:{port}", ""]
)
def test_host_that_is_not_ours_is_misdirected(url: str, name: str) -> None:
    port = host(url).partition(":")[2]
    request = f"GET / HTTP/1.1\r\nHost: {name.format(port=port)}\r\n\r\n"
    assert status(sent(url, request.encode())) == 421


def test_host_must_be_told_once(url: str) -> None:
    assert status(sent(url, b"GET / HTTP/1.1\r\n\r\n")) == 421
    twice = f"GET / HTTP/1.1\r\nHost: {host(url)}\r\nHost: {host(url)}\r\n\r\n"
    assert status(sent(url, twice.encode())) == 400
    local = f"GET / HTTP/1.1\r\nHost: LOCALHOST:{host(url).partition(':')[2]}\r\n\r\n"
    assert status(sent(url, local.encode())) == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "https://{host}"])
def test_origin_that_is_not_ours_is_forbidden(url: str, origin: str) -> None:
    assert status(get(url, "/", f"Origin: {origin.format(host=host(url))}")) == 403


def test_own_origin_is_answered_and_pages_elsewhere_get_nothing_into_themselves(url: str) -> None:
    assert status(get(url, "/", f"Origin: http://{host(url)}")) == 200
    assert status(get(url, "/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")) == 403
    assert status(get(url, "/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate")) == 200
    assert status(get(url, "/.policygen/events?at=/", "Origin: https://evil.example")) == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"])
def test_methods_that_change_or_ask_something_else_are_not_allowed(url: str, method: str) -> None:
    answer = get(url, "/", method=method)
    assert status(answer) == 405
    assert b"\r\nAllow: GET, HEAD\r\n" in answer


def test_head_is_the_answer_without_its_body(url: str) -> None:
    answer = get(url, "/shop/en/privacy/draft/", method="HEAD")
    head, _, body = answer.partition(b"\r\n\r\n")
    assert status(answer) == 200
    assert body == b""
    assert b"Content-Length: 0" not in head


ODD = (
    "/%00", "/shop/%00", "/%ff", "/%c0%af", "/%", "/%zz", "/%2", "/..", "/../..", "/../../etc/passwd", "/%2e%2e/",
    "/shop/../shop/", "/shop/%2e%2e/site.yaml", "/shop/..%2fsite.yaml", "/shop\\..\\site.yaml", "/shop%5c..", "/./",
    "//", "//evil.example/", "/shop//en/", "/shop/site.yaml", "/shop/privacy/policy.yaml", "/shop/static/../site.yaml",
    "/shop/static/%2e%2e/site.yaml", "/shop/assets/../../x", "/.policygen/../x", "/.policygen/", "/.policygen/nothing",
    "/.policygen/preview.css/", "/shop/heads.json", "/\x7f", "/\xe0\xb8", "http://evil.example/", "*", "shop/", "/ร",
    "/shop/%E0%B8%A3/", "/" + "a" * 200, "/shop/" + "%41" * 600, "/\x01", "/%0d%0aSet-Cookie:%20a=b", "/%E2%80%AE/",
    "/con", "/shop/en/privacy/v0/", "/shop/en/privacy/v99999999999999999999/", "/.policygen/events?at=",
    "/.policygen/events?at=/%00", "/.policygen/events?at=//", "/.policygen/events?at=" + "/a" * 2000,
)  # fmt: skip


@pytest.mark.parametrize("path", ODD)
def test_odd_addresses_are_answered_with_4xx(url: str, path: str) -> None:
    try:
        path.encode("latin-1")
    except UnicodeEncodeError:
        path = path.encode().decode("latin-1")
    assert 400 <= status(get(url, path)) < 500


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\r\n\r\n", b"GET\r\n\r\n", b"GET /\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/1.1 x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00", b"GET / HTTP/2.0\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n",
        b"GET / HTTP/1.1\r\n: x\r\n\r\n", b"\x00\x00\x00\x00\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)  # fmt: skip
def test_what_is_no_request_is_refused_and_nothing_else_happens(url: str, request_bytes: bytes) -> None:
    answer = sent(url, request_bytes + b"\r\n\r\n")
    assert b" 500 " not in answer[:20]
    assert b" 200 " not in answer[:20]
    assert status(get(url, "/")) == 200


def test_what_is_too_long_is_refused(url: str) -> None:
    assert status(get(url, "/" + "a" * 5000)) == 414
    assert status(get(url, "/" + "a" * 40_000)) == 414
    assert status(get(url, "/", f"X: {'a' * 40_000}")) == 431
    assert status(get(url, "/", *(f"X-{n}: a" for n in range(150)))) == 431
    assert status(get(url, "/", "Content-Length: 5")) == 413
    assert status(get(url, "/", "Transfer-Encoding: chunked")) == 413


def test_link_out_of_the_folder_is_not_served(author: Author, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", encoding="utf-8")
    static = author.site / "static"
    static.mkdir()
    (static / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    with previewing(author.content) as url:
        logo = get(url, "/shop/static/logo.svg")
        assert status(logo) == 200
        assert b"Content-Type: image/svg+xml" in logo
        (static / "logo.svg").unlink()
        (static / "logo.svg").symlink_to(secret)
        (static / "way").symlink_to(tmp_path)
        for path in ("/shop/static/logo.svg", "/shop/static/way/secret.txt", "/shop/static/way"):
            answer = get(url, path)
            assert b"a secret" not in answer
            assert status(answer) == 404
        assert b"static/logo.svg" in get(url, "/shop/en/privacy/draft/")


def test_sites_that_were_not_asked_for_are_not_there(author: Author) -> None:
    other = author.content / "other"
    other.mkdir()
    (other / "site.yaml").write_text((author.site / "site.yaml").read_text("utf-8"), encoding="utf-8")
    with previewing(author.content, "shop") as url:
        assert status(get(url, "/other/")) == 404
        assert b"/other/" not in get(url, "/")
        assert status(get(url, "/shop/")) == 200


def test_slow_and_silent_clients_and_open_streams_keep_nobody_waiting(fresh: str) -> None:
    address = host(fresh).partition(":")
    silent = [socket.create_connection((address[0], int(address[2])), timeout=5) for _ in range(40)]
    for connection in silent[:20]:
        connection.sendall(b"GET / HT")
    streams = [socket.create_connection((address[0], int(address[2])), timeout=5) for _ in range(30)]
    for stream in streams:
        stream.sendall(
            f"GET /.policygen/events?at=/shop/en/privacy/draft/ HTTP/1.1\r\nHost: {host(fresh)}\r\n\r\n".encode()
        )
    first = streams[0].recv(4096)
    assert b"text/event-stream" in first
    began = time.monotonic()
    assert status(get(fresh, "/shop/en/privacy/draft/")) == 200
    assert time.monotonic() - began < 3
    for connection in (*silent, *streams):
        connection.close()


def test_more_streams_than_there_are_places_for_are_refused_and_pages_still_come(fresh: str) -> None:
    address = host(fresh).partition(":")
    request = f"GET /.policygen/events?at=/ HTTP/1.1\r\nHost: {host(fresh)}\r\n\r\n".encode()
    streams = [socket.create_connection((address[0], int(address[2])), timeout=5) for _ in range(60)]
    answers = []
    for stream in streams:
        stream.sendall(request)
        answers.append(status(stream.recv(4096)))
    assert answers.count(200) == 48
    assert answers.count(503) == 12
    assert status(get(fresh, "/")) == 200
    for stream in streams:
        stream.close()
