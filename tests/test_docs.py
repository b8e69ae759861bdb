"""The pages of documentation lead somewhere, show every picture there is, and name every room."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
PICTURES = ROOT / "docs" / "pictures"
# A newcomer's clone should not wait for pictures.
MOST_BYTES_OF_PICTURES = 1_500_000
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_FENCED = re.compile(r"^ *(`{3,}).*?^ *\1", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    assert [link for link in links(page) if not leads_somewhere(page, link)] == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# A `b`, c\n[1](#a-b-c) [2](#gone) [3](gone.md) `[4](x.md)`\n```\n[5](y.md)\n```\n", encoding="utf-8"
    )
    assert [link for link in links(page) if not leads_somewhere(page, link)] == ["#gone", "gone.md"]


def test_every_picture_is_shown_and_all_are_small() -> None:
    pictures = set(PICTURES.glob("*.png"))
    shown = {(page.parent / link).resolve() for page in PAGES for link in links(page) if link.endswith(".png")}
    assert pictures - shown == set()
    assert 0 < sum(picture.stat().st_size for picture in pictures) < MOST_BYTES_OF_PICTURES


def test_the_architecture_names_every_room() -> None:
    rooms = {path.parent.name for path in ROOT.glob("policygen/*/__init__.py")}
    headings = " ".join(_HEADING.findall((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")))
    assert {room for room in rooms if f"`policygen/{room}`" not in headings} == set()


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    assert {path.name for path in folder.glob("[0-9]*.md")} - set(links(folder / "README.md")) == set()


def links(page: Path) -> Iterator[str]:
    """The links of a page that do not leave the repository; those in code are left out."""
    text = re.sub(r"`[^`\n]*`", "", _FENCED.sub("", page.read_text(encoding="utf-8")))
    yield from (link for link in _LINK.findall(text) if not re.match(r"[a-z]+:", link))


def leads_somewhere(page: Path, link: str) -> bool:
    """Whether the file is there, and the heading in it."""
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    return target.exists() and (not anchor or anchor in anchors(target))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as hosts of repositories make them."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    words = (re.sub(r"[^\w\u0e00-\u0e7f -]", "", heading.lower()).strip() for heading in _HEADING.findall(text))
    return {heading.replace(" ", "-") for heading in words}
