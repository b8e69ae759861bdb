"""A folder brought up to date from made-up files: what is written, what stays, what goes, and why."""

import os
import random
from pathlib import Path

import pytest

from policygen.build.manifest import Made
from policygen.build.reasons import Altered, Changed, Missing, New
from policygen.build.tree import look
from policygen.build.update import Updated, Wanted, update
from policygen.build.writing import TEMPORARY


def wanted(files: dict[str, str]) -> list[Wanted]:
    """Files whose bytes are their one input."""
    return [Wanted(path, (("text", text),), text.encode) for path, text in files.items()]


def bring(root: Path, files: dict[str, str], before: Updated | None = None) -> Updated:
    """Bring `root` to `files`, as a build after `before` does."""
    return update(str(root), look(str(root)), wanted(files), before.files if before else {})


def contents(root: Path) -> dict[str, str]:
    """Every entry below `root`; folders have no text."""
    return {
        path.relative_to(root).as_posix(): "" if path.is_dir() else path.read_text(encoding="utf-8")
        for path in root.rglob("*")
    }


FILES = {"th/privacy/index.html": "<p>ก", "assets/a.css": "p{}", "index.html": "<p>"}


def test_new_files_are_written_and_a_second_time_nothing_is(tmp_path: Path) -> None:
    first = bring(tmp_path, FILES)
    assert [reason for _, reason in first.written] == [New()] * 3
    second = bring(tmp_path, FILES, first)
    assert (second.written, second.removed, second.files) == ((), (), first.files)


def test_only_the_changed_file_is_written_and_says_which_input_changed(tmp_path: Path) -> None:
    first = bring(tmp_path, FILES)
    second = bring(tmp_path, {**FILES, "index.html": "<p>new"}, first)
    assert second.written == (("index.html", Changed(("text",))),)


def test_changed_inputs_with_equal_bytes_write_nothing(tmp_path: Path) -> None:
    first = bring(tmp_path, FILES)
    again = [Wanted(one.path, (("text", "other"),), one.make) for one in wanted(FILES)]
    second = update(str(tmp_path), look(str(tmp_path)), again, first.files)
    assert second.written == ()
    assert second.files["index.html"].inputs == (("text", "other"),)


def test_a_file_is_not_made_where_nothing_changed(tmp_path: Path) -> None:
    def refuse() -> bytes:
        raise AssertionError

    first = bring(tmp_path, FILES)
    again = [Wanted(one.path, one.inputs, refuse) for one in wanted(FILES)]
    assert update(str(tmp_path), look(str(tmp_path)), again, first.files).written == ()


def test_altered_and_missing_files_are_mended(tmp_path: Path) -> None:
    first = bring(tmp_path, FILES)
    (tmp_path / "index.html").write_text("<q>", encoding="utf-8")
    os.utime(tmp_path / "index.html", ns=(0, 0))
    (tmp_path / "assets/a.css").unlink()
    second = bring(tmp_path, FILES, first)
    assert dict(second.written) == {"index.html": Altered(), "assets/a.css": Missing()}
    assert contents(tmp_path)["index.html"] == "<p>"


def test_a_file_that_was_only_touched_stays(tmp_path: Path) -> None:
    first = bring(tmp_path, FILES)
    os.utime(tmp_path / "index.html", ns=(0, 0))
    second = bring(tmp_path, FILES, first)
    assert second.written == ()
    assert second.files["index.html"].standing.mtime_ns == 0


def test_what_nobody_owns_goes_and_a_repository_stays(tmp_path: Path) -> None:
    bring(tmp_path, FILES)
    (tmp_path / "old/deep").mkdir(parents=True)
    (tmp_path / "old/deep/page.html").touch()
    (tmp_path / f"th/{TEMPORARY}").write_text("half", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/HEAD").touch()
    second = bring(tmp_path, FILES)
    assert second.removed == ("old/deep/page.html",)
    assert contents(tmp_path).keys() == {
        *FILES, "th", "th/privacy", "assets", ".git", ".git/HEAD",
    }  # fmt: skip


def test_links_are_replaced_and_never_followed(tmp_path: Path) -> None:
    outside, root = tmp_path / "outside", tmp_path / "root"
    outside.mkdir()
    root.mkdir()
    (outside / "index.html").write_text("theirs", encoding="utf-8")
    (root / "assets").symlink_to(outside)
    (root / "index.html").symlink_to(outside / "index.html")
    (root / "stray").symlink_to(outside)
    bring(root, FILES)
    assert contents(outside) == {"index.html": "theirs"}
    assert not any(path.is_symlink() for path in root.rglob("*"))
    assert (root / "assets/a.css").read_text(encoding="utf-8") == "p{}"


def test_a_file_gives_way_to_a_folder_and_a_folder_to_a_file(tmp_path: Path) -> None:
    first = bring(tmp_path, {"a": "file", "b/c/d": "deep"})
    bring(tmp_path, {"a/x": "now a folder", "b": "now a file"}, first)
    assert contents(tmp_path) == {"a": "", "a/x": "now a folder", "b": "now a file"}


def test_a_file_that_cannot_be_made_leaves_everything_as_it_was(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise LookupError("no such template")

    first = bring(tmp_path, FILES)
    changed = [*wanted({"index.html": "other"}), Wanted("th/privacy/index.html", (), fail)]
    with pytest.raises(LookupError):
        update(str(tmp_path), look(str(tmp_path)), changed, first.files)
    assert contents(tmp_path) == {**FILES, "th": "", "th/privacy": "", "assets": ""}


@pytest.mark.parametrize("seed", range(8))
def test_any_sequence_of_changes_ends_as_a_clean_build_does(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    root, state = tmp_path / "walk", None
    root.mkdir()
    names = ["a", "a/b", "a/b/c", "d/e", "d/f", "g"]
    for step in range(30):
        files = some_files(chance, names, step)
        damage(chance, root)
        damaged = {p: p.read_bytes() for p in root.rglob("*") if p.is_file()}
        state = bring(root, files, state)
        clean = tmp_path / f"clean{step}"
        clean.mkdir()
        bring(clean, files)
        assert contents(root) == contents(clean)
        assert {path for path, _ in state.written} == {
            path for path, text in files.items() if damaged.get(root / path) != text.encode()
        }


def some_files(chance: random.Random, names: list[str], step: int) -> dict[str, str]:
    """Some of the names with texts of one length, so that only time or bytes tell them apart; no file below a file."""
    chosen: dict[str, str] = {}
    for name in chance.sample(names, 4):
        if not any(one.startswith(f"{name}/") or name.startswith(f"{one}/") for one in chosen):
            chosen[name] = f"{chance.randrange(4)}{step // 10}"
    return chosen


def damage(chance: random.Random, root: Path) -> None:
    """What a person may do to the folder between two builds; times go on as a clock's would."""
    files = [path for path in sorted(root.rglob("*")) if path.is_file()]
    for path in chance.sample(files, min(len(files), 2)):
        if chance.random() < 0.5:
            path.unlink()
        else:
            path.write_text("zz", encoding="utf-8")
            os.utime(path, ns=(path.stat().st_mtime_ns + 10**7,) * 2)


def test_the_record_tells_the_bytes_that_stand(tmp_path: Path) -> None:
    made = bring(tmp_path, FILES).files["index.html"]
    assert isinstance(made, Made)
    assert made.standing.size == len(FILES["index.html"])
