"""The output folder's mark: what may be taken over, and what is refused."""

from pathlib import Path

import pytest

from policygen.build.folder import STATE, Refused, claim


def test_a_new_folder_an_empty_one_and_the_repositorys_are_taken_over(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (tmp_path / "empty").mkdir()
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped/.gitignore").write_text("*\n", encoding="utf-8")
    for name in ("new/deep", "empty", "shipped"):
        assert claim(tmp_path / name, content) == (tmp_path / name).resolve()
        assert (tmp_path / name / STATE).is_dir()
    assert (tmp_path / "shipped/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_ours_is_ours_again_whatever_is_in_it(tmp_path: Path) -> None:
    claim(tmp_path / "output", tmp_path / "content")
    (tmp_path / "output/file").touch()
    claim(tmp_path / "output", tmp_path / "content")


def test_a_folder_with_files_and_without_our_mark_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(Refused, match="was not made by policygen"):
        claim(tmp_path, tmp_path.parent / "content")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_link_is_no_mark(tmp_path: Path) -> None:
    claim(tmp_path / "ours", tmp_path / "content")
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / STATE).symlink_to(tmp_path / "ours" / STATE)
    with pytest.raises(Refused):
        claim(theirs, tmp_path / "content")


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "output").touch()
    with pytest.raises(Refused, match="is not a folder"):
        claim(tmp_path / "output", tmp_path / "content")


@pytest.mark.parametrize(("output", "content"), [("a", "a"), ("a/b", "a"), ("a", "a/b"), ("link/b", "a")])
def test_output_and_content_may_not_lie_one_in_the_other(tmp_path: Path, output: str, content: str) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    with pytest.raises(Refused, match="one in the other"):
        claim(tmp_path / output, tmp_path / content)
    assert not list(tmp_path.rglob(STATE))
