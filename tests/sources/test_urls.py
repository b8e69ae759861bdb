"""Which URLs may be published."""

import pytest

from policygen.sources.urls import has_dot_segments, refusal


@pytest.mark.parametrize(
    "url",
    [
        "https://shop.example",
        "http://shop.example:8080/a?b=c#d",
        "https://shop.example:65535",
        "HTTPS://SHOP.EXAMPLE/",
        "https://shop.example/%E0%B8%81?x=%3Cscript%3E",
        "https://ร้านค้า.ไทย/นโยบาย",
        "mailto:info@shop.example?subject=%20",
        "tel:+6628813800",
        "line:@shop",
    ],
)
def test_addresses_of_people_may_be_published(url: str) -> None:
    assert refusal(url) is None


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/privacy",
        "//evil.example/",
        "#contact",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "&#106;avascript:alert(1)",
        "javascript&colon;alert(1)",
        "%6Aavascript:alert(1)",
        "%256Aavascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://shop.example/",
        "https:/shop.example",
        "https:shop.example",
        "https://",
        "https:///path",
        "https://good.example@evil.example/",
        "https://good.example\\@evil.example/",
        "https://shop.example/a b",
        "https://shop.example:65536/",
        "mailto:",
        "mailto:?subject=x",
        "mailto:%20",
        "tel:",
        "line:",
        'https://shop.example/"onclick="x',
    ],
)
def test_other_addresses_may_not(url: str) -> None:
    assert refusal(url) is not None


@pytest.mark.parametrize("path", ["a/../b", "..", "a/./b", "%2e%2e/b", "%252E%252e/b", "a/.%2e", "a%2f..%2fb"])
def test_dot_segments_are_seen_however_they_are_written(path: str) -> None:
    assert has_dot_segments(f"https://shop.example/{path}")


def test_dots_in_names_are_no_dot_segments() -> None:
    assert not has_dot_segments("https://shop.example/v1..2/a.b/...")
