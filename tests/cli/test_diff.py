"""The command diff on files, as people and scripts use it."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from policygen.cli.main import main

Output = pytest.CaptureFixture[str]
OLD = "นโยบาย\n\nเราเก็บข้อมูลของลูกค้าไว้เป็นระยะเวลา 5 ปี\n"
NEW = "นโยบาย\n\nเราเก็บข้อมูลของผู้ใช้บริการไว้เป็นระยะเวลา 10 ปี\n"


def written(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_bytes(text.encode())
    return str(path)


def files(folder: Path) -> tuple[str, str]:
    return written(folder, "old.md", OLD), written(folder, "new.md", NEW)


def texts(runs: list[dict[str, Any]]) -> tuple[str, str]:
    """The two texts that the runs tile."""
    sides = ("equal", "delete", "moved_from"), ("equal", "insert", "moved_to")
    old, new = ("".join(run["text"] for run in runs if run["op"] in ops) for ops in sides)
    return old, new


def test_json_tiles_both_files_and_names_them(tmp_path: Path, capsys: Output) -> None:
    old, new = files(tmp_path)
    assert main(["diff", "--files", old, new, "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert list(shown) == ["old", "new", "locale", "runs", "blocks", "events", "notice"]
    assert shown["old"] == {"label": old, "digest": sha256(OLD.encode()).hexdigest()}
    assert (shown["locale"], shown["events"], shown["notice"]) == ("th", [], None)
    assert texts(shown["runs"]) == (OLD, NEW)
    assert [run["text"] for run in shown["runs"] if run["op"] == "delete"] == ["ลูกค้า", "5"]
    assert [(block["op"], block["old"], block["new"]) for block in shown["blocks"]] == [
        ("same", "line/1", "line/1"),
        ("edited", "line/3", "line/3"),
    ]


def test_a_move_is_one_block_and_both_its_runs_have_its_number(tmp_path: Path, capsys: Output) -> None:
    lines = ["- your name and surname", "- your postal address", "- your telephone number"]
    old = written(tmp_path, "old.md", "\n".join(lines))
    new = written(tmp_path, "new.md", "\n".join([lines[2], *lines[:2]]))
    main(["diff", "--files", old, new, "--format", "json", "--locale", "en"])
    shown = json.loads(capsys.readouterr().out)
    moves = [(run["op"], run["move"]) for run in shown["runs"] if "move" in run]
    assert moves == [("moved_to", 1), ("moved_from", 1)]
    (moved,) = [block for block in shown["blocks"] if block["op"] == "moved"]
    assert (moved["old"], moved["new"]) == ("line/3", "line/1")
    assert texts(moved["runs"]) == (lines[2], lines[2])


def test_spacing_is_marked_as_such(tmp_path: Path, capsys: Output) -> None:
    old, new = written(tmp_path, "old.md", "บริษัท ฯ เก็บ"), written(tmp_path, "new.md", "บริษัทฯ เก็บ")
    main(["diff", "--files", old, new, "--format", "json"])
    runs = json.loads(capsys.readouterr().out)["runs"]
    assert runs[1] == {"op": "delete", "text": " ", "spacing": True}


def test_text_shows_lines_that_changed(tmp_path: Path, capsys: Output) -> None:
    main(["--lang", "en", "diff", "--files", *files(tmp_path)])
    assert capsys.readouterr().out == (
        "Edited: line/3 → line/3\nเราเก็บข้อมูลของ[-ลูกค้า-]{+ผู้ใช้บริการ+}ไว้เป็นระยะเวลา [-5-]{+10+} ปี\n\n"
    )


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        ("text", "แก้ไข: line/3 → line/3\nเราเก็บข้อมูลของ[-ลูกค้า-]{+ผู้ใช้บริการ+}ไว้"),
        ("markdown", "`line/3` · แก้ไข\n\n> เราเก็บข้อมูลของ<del>ลูกค้า</del><ins>ผู้ใช้บริการ</ins>ไว้"),
        ("html", "line/3 · แก้ไข</p>\n<p>เราเก็บข้อมูลของ<del>ลูกค้า</del><ins>ผู้ใช้บริการ</ins>ไว้"),
        ("json", '{"op": "delete", "text": "ลูกค้า"}, {"op": "insert", "text": "ผู้ใช้บริการ"}'),
    ],
)
def test_files_are_compared_in_every_form(form: str, shown: str, tmp_path: Path, capsys: Output) -> None:
    assert main(["--lang", "th", "diff", "--files", *files(tmp_path), "--format", form]) == 0
    out = capsys.readouterr().out
    assert shown in out
    assert "ต้องแจ้งอย่างน้อย" not in out


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_files_that_are_the_same_say_so(form: str, tmp_path: Path, capsys: Output) -> None:
    old, _ = files(tmp_path)
    main(["--lang", "en", "diff", "--files", old, old, "--format", form])
    assert "Nothing changed" in capsys.readouterr().out


def test_exit_code_tells_whether_files_differ(tmp_path: Path) -> None:
    old, new = files(tmp_path)
    assert main(["diff", "--files", old, new, "--exit-code"]) == 1
    assert main(["diff", "--files", old, old, "--exit-code"]) == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--files", "none.md", "none.md"], "none.md cannot be read"),
        (["--batch", "none.jsonl"], "none.jsonl cannot be read"),
        ([], "--files OLD NEW"),
    ],
)
def test_what_cannot_run_says_why(arguments: list[str], words: str, capsys: Output) -> None:
    assert main(["--lang", "en", "diff", *arguments]) == 2
    assert words in capsys.readouterr().err


def test_a_batch_goes_on_after_a_pair_that_fails(tmp_path: Path, capsys: Output) -> None:
    old, new = files(tmp_path)
    (tmp_path / "bytes.md").write_bytes(b"\xff\xfe")
    rows = [
        json.dumps({"id": "first", "old": old, "new": new}),
        json.dumps({"id": "gone", "old": old, "new": str(tmp_path / "none.md")}),
        json.dumps({"id": "bytes", "old": str(tmp_path / "bytes.md"), "new": new}),
        json.dumps({"id": "half", "old": old}),
        "not JSON",
        "",
        "[]",
        json.dumps({"id": "last", "old": new, "new": old, "locale": "th-TH"}),
    ]
    assert main(["diff", "--batch", written(tmp_path, "list.jsonl", "\n".join(rows))]) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in answers] == ["first", "gone", "bytes", "half", 5, 7, "last"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, True, True, False]
    assert texts(answers[-1]["runs"]) == (NEW, OLD)
    assert answers[0]["ms"] > 0
    assert answers[-1]["locale"] == "th-TH"
