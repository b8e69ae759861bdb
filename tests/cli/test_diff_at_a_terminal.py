"""`policygen diff` at a terminal and through a pager: colours, width, and words that need neither."""

import re
import sys
from pathlib import Path

import pytest

from policygen.cli.main import main
from policygen.exports.terminal import columns_shown

Output = pytest.CaptureFixture[str]
OLD = "เราเก็บข้อมูลส่วนบุคคลของลูกค้าไว้ในที่ปลอดภัยเป็นระยะเวลา 5 ปี นับแต่วันที่สัญญาสิ้นสุดลง และจะลบหลังจากนั้น\n" * 3
NEW = OLD.replace("ลูกค้า", "ผู้ใช้บริการ").replace("5 ปี", "10 ปี")
COLOUR = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Two files in Thai."""
    for name, text in (("old.md", OLD), ("new.md", NEW)):
        (tmp_path / name).write_text(text, "utf-8")
    return str(tmp_path / "old.md"), str(tmp_path / "new.md")


def shown(capsys: Output, pair: tuple[str, str], *options: str) -> str:
    """What the command prints of the pair."""
    assert main(["--lang", "en", "diff", "--files", *pair, *options]) == 0
    return capsys.readouterr().out


def test_colours_only_where_they_are_asked_for(
    pair: tuple[str, str], capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = shown(capsys, pair, "--no-color")
    coloured = shown(capsys, pair, "--color")
    assert "\x1b" not in plain
    assert "\x1b[31m[-ลูกค้า-]\x1b[0m\x1b[32m{+ผู้ใช้บริการ+}\x1b[0m" in coloured
    # The words say all that the colours say.
    assert COLOUR.sub("", coloured) == plain
    # A pipe is no terminal, and who wants no colours says so for all programs.
    assert shown(capsys, pair) == plain
    monkeypatch.setenv("NO_COLOR", "1")
    assert shown(capsys, pair) == plain
    assert shown(capsys, pair, "--color") == coloured


@pytest.mark.parametrize("width", [20, 40, 80])
def test_lines_are_no_wider_than_the_terminal(pair: tuple[str, str], capsys: Output, width: int) -> None:
    folded = shown(capsys, pair, "--color", "--width", str(width))
    whole = shown(capsys, pair, "--color")
    widest = max(columns_shown(word) for word in re.split(r"[\s]", "{+ผู้ใช้บริการ+}ไว้"))
    assert max(map(columns_shown, folded.split("\n"))) <= max(width, widest)
    assert re.sub(r"\s", "", COLOUR.sub("", folded)) == re.sub(r"\s", "", COLOUR.sub("", whole))
    assert len(folded.split("\n")) > len(whole.split("\n"))


def test_the_width_is_that_of_the_terminal(
    pair: tuple[str, str], capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert max(map(columns_shown, shown(capsys, pair).split("\n"))) > 50
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert max(map(columns_shown, shown(capsys, pair).split("\n"))) <= 50


def test_each_line_ends_its_own_colour(pair: tuple[str, str], capsys: Output) -> None:
    for line in shown(capsys, pair, "--color", "--width", "30").split("\n"):
        colours = COLOUR.findall(line)
        assert not colours or colours[-1] == "\x1b[0m"
