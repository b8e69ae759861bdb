"""The watch on folders: one word for each save however it is made, a few for a burst, none for reading."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
import watchdog.observers.inotify

from policygen.serve.watching import Watch

FILE = "shop/privacy/sections/intro.en.md"


class Told:
    """Counts what a watch tells, with what stood in a file at that moment."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.texts: list[str | None] = []
        self._event = Event()

    def __call__(self) -> None:
        self.texts.append(self.file.read_text("utf-8") if self.file.exists() else None)
        self._event.set()

    def after(self, change: Callable[[], object], quiet: float = 0.4) -> list[str | None]:
        """What is told from a change on until all is quiet."""
        self.texts.clear()
        self._event.clear()
        change()
        self._event.wait(3)
        time.sleep(quiet)
        return list(self.texts)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "content" / FILE
    path.parent.mkdir(parents=True)
    path.write_text("old", encoding="utf-8")
    return path


@pytest.fixture
def told(file: Path, tmp_path: Path) -> Iterator[Told]:
    told = Told(file)
    watch = Watch((str(tmp_path / "content"),), told)
    watch.start()
    for _ in range(100):
        if watch.quick:
            break
        time.sleep(0.02)
    yield told
    watch.stop()


def in_place(file: Path) -> None:
    file.write_text("new", encoding="utf-8")


def by_renaming(file: Path) -> None:
    temporary = file.with_name("intro.en.md.tmp123")
    temporary.write_text("new", encoding="utf-8")
    os.replace(temporary, file)


def by_deleting_first(file: Path) -> None:
    file.unlink()
    time.sleep(0.03)
    file.write_text("new", encoding="utf-8")


def by_keeping_a_copy(file: Path) -> None:
    """As vim does: a probe, the old file under another name, the new one, and the copy goes."""
    probe = file.with_name("4913")
    probe.touch()
    probe.unlink()
    copy = file.with_name("intro.en.md~")
    os.rename(file, copy)
    file.write_text("new", encoding="utf-8")
    copy.unlink()


def by_cutting_to_nothing(file: Path) -> None:
    with file.open("w", encoding="utf-8") as open_file:
        open_file.flush()
        time.sleep(0.03)
        open_file.write("new")


@pytest.mark.parametrize("save", [in_place, by_renaming, by_deleting_first, by_keeping_a_copy, by_cutting_to_nothing])
def test_save_is_told_once_it_is_whole(told: Told, file: Path, save: Callable[[Path], None]) -> None:
    texts = told.after(lambda: save(file))
    assert 1 <= len(texts) <= 2
    assert set(texts) == {"new"}


def test_burst_of_a_thousand_events_is_told_in_a_few_words(told: Told, file: Path) -> None:
    def burst() -> None:
        for number in range(1000):
            (file.parent / f"part-{number}.en.md").write_text("x", encoding="utf-8")
        file.write_text("last", encoding="utf-8")

    began = time.monotonic()
    texts = told.after(burst)
    # One word each tenth of a second at most, and the last of them after the last event.
    assert 1 <= len(texts) <= 2 + (time.monotonic() - began) / 0.1
    assert texts[-1] == "last"


def test_reading_is_not_told(told: Told, file: Path) -> None:
    def read() -> None:
        for _ in range(20):
            file.read_text("utf-8")
            os.listdir(file.parent)

    assert told.after(read, quiet=0) == []


def test_deleted_file_and_folder_are_told(told: Told, file: Path) -> None:
    assert told.after(file.unlink)[-1] is None
    assert told.after(lambda: shutil.rmtree(file.parent))


def test_new_folder_is_watched_too(told: Told, file: Path) -> None:
    other = file.parents[3] / "other" / "privacy"
    assert told.after(lambda: other.mkdir(parents=True))
    assert told.after(lambda: (other / "policy.yaml").write_text("x", encoding="utf-8"))


def test_folder_that_went_away_and_came_back_is_watched_again(told: Told, file: Path, tmp_path: Path) -> None:
    content = tmp_path / "content"
    told.after(lambda: shutil.move(content, tmp_path / "away"), quiet=1.5)
    told.after(lambda: shutil.move(tmp_path / "away", content), quiet=1.5)
    assert told.after(lambda: in_place(file)) == ["new"]


def test_system_without_watches_is_no_failure(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(watchdog.observers.inotify.InotifyObserver, "schedule", none_left)
    watch = Watch((str(tmp_path / "content"),), Told(file))
    watch.start()
    time.sleep(0.2)
    assert not watch.quick
    watch.stop()
