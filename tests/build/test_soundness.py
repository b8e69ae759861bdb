"""After any sequence of edits, and whenever it was killed, a build gives what a clean one gives, and writes no more."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from policygen.build.folder import STATE
from policygen.build.writing import TEMPORARY
from tests.build.workplace import Workplace, removed, workplace_in, written

Act = Callable[[random.Random, Workplace], None]


def _publish(chance: random.Random, place: Workplace) -> None:
    site = chance.choice(_sites(place))
    number = len(list((place.content / site / "privacy/versions").glob("*.json"))) + 1
    place.publish(site, date(2026, 3, 1) + timedelta(days=30 * number), f"ฉบับ {number}")


def _publish_terms(chance: random.Random, place: Workplace) -> None:
    if not (place.content / "shop/terms/versions").exists():
        place.publish("shop", place.today + timedelta(days=1), "ข้อตกลง", "terms")


def _edit_settings(chance: random.Random, place: Workplace) -> None:
    path = place.content / chance.choice(_sites(place)) / "site.yaml"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "unofficial" not in line]
    lines += chance.choice([[], ["unofficial: yes"]])
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _edit_theme(chance: random.Random, place: Workplace) -> None:
    name = chance.choice(["nothing", "home", "policy", "layout"])
    path = place.folder / f"themes/plain/templates/{name}.html"
    path.write_text(path.read_text(encoding="utf-8") + f"<!-- {chance.randrange(3)} -->\n", encoding="utf-8")


def _edit_style(chance: random.Random, place: Workplace) -> None:
    place.write("themes/plain/theme.yaml", f"variables: {{ink: '#{chance.randrange(3)}23'}}\n")


def _static(chance: random.Random, place: Workplace) -> None:
    path = f"content/{chance.choice(_sites(place))}/static/{chance.choice(['logo.svg', 'deep/a.txt', 'site.css'])}"
    if chance.random() < 0.3 and (place.folder / path).exists():
        (place.folder / path).unlink()
    else:
        place.write(path, f"/* {chance.randrange(3)} */")


def _edit_draft(chance: random.Random, place: Workplace) -> None:
    place.write("content/shop/terms/sections/intro.th.md", f"ร่าง {chance.randrange(3)}\n")


def _delete_output(chance: random.Random, place: Workplace) -> None:
    files = _output_files(place)
    for path in chance.sample(files, min(3, len(files))):
        path.unlink()


def _alter_output(chance: random.Random, place: Workplace) -> None:
    files = _output_files(place)
    for path in chance.sample(files, min(3, len(files))):
        path.write_bytes(bytes(path.stat().st_size) if chance.random() < 0.5 else b"altered")


def _stray(chance: random.Random, place: Workplace) -> None:
    if place.output.exists():
        place.write(f"output/{chance.choice(['', 'shop/', 'shop/th/privacy/', 'gone/'])}stray.html", "x")


def _lose_manifest(chance: random.Random, place: Workplace) -> None:
    (place.output / STATE / "sites/shop.json").unlink(missing_ok=True)


def _another_day(chance: random.Random, place: Workplace) -> None:
    place.today += timedelta(days=chance.choice([0, 1, 40]))


def _site_comes_or_goes(chance: random.Random, place: Workplace) -> None:
    lab, away = place.content / "lab", place.folder / "away"
    lab.rename(away) if lab.exists() else away.rename(lab)


def _sites(place: Workplace) -> list[str]:
    return sorted(path.name for path in place.content.iterdir())


def _output_files(place: Workplace) -> list[Path]:
    return sorted(path for path in place.output.rglob("*") if path.is_file() and STATE not in path.parts)


ACTS: tuple[Act, ...] = (
    _publish, _publish_terms, _edit_settings, _edit_theme, _edit_style, _static, _edit_draft, _delete_output,
    _alter_output, _stray, _lose_manifest, _another_day, _site_comes_or_goes,
)  # fmt: skip


@pytest.mark.parametrize("drafts", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_any_sequence_of_edits_ends_as_a_clean_build_does(tmp_path: Path, seed: int, drafts: bool) -> None:
    chance, place = random.Random(f"{seed} {drafts}"), workplace_in(tmp_path)
    for _ in range(10):
        for act in chance.sample(ACTS, chance.choice([1, 1, 2, 3])):
            act(chance, place)
        before = place.files() if place.output.exists() else {}
        outcome = place.build(drafts=drafts)
        after = place.files()
        assert after == place.clean_build(drafts=drafts)
        assert written(outcome).keys() == {path for path, data in after.items() if before.get(path) != data}
        assert removed(outcome) == before.keys() - after.keys()
        stood = place.stand()
        assert not written(place.build(drafts=drafts))
        assert place.stand() == stood


# Other processes


def command(place: Workplace, *options: str, output: Path | None = None) -> list[str]:
    """The command line of a build."""
    where = ["--content", str(place.content), "--output", str(output or place.output), "--today", str(place.today)]
    return [sys.executable, "-m", "policygen", *where, "build", *options]


def test_a_build_that_is_killed_at_any_moment_is_finished_by_the_next(place: Workplace) -> None:
    for number in range(4):
        shutil.copytree(place.content / "shop", place.content / f"copy-{number}")
    place.build()
    chance, killed = random.Random(7), 0
    known = {path: {data} for path, data in place.files().items()}
    for turn in range(2):
        place.write("themes/plain/templates/layout.html", f"{turn} {{% block main %}}{{% endblock %}}")
        clean = place.clean_build()
        for path, data in clean.items():
            known.setdefault(path, set()).add(data)
        for jobs in (1, 2, 1, 2):
            killed += _killed_amid(place, command(place, "--jobs", str(jobs)), chance.randrange(1, 12))
            # A reader meets old files or new ones, never half a one.
            assert all(data in known[path] for path, data in place.files().items() if not path.endswith(TEMPORARY))
        subprocess.run(command(place), check=True, capture_output=True)
        assert place.files() == clean
        assert not list(place.output.rglob("*new"))
    assert killed >= 4


def _killed_amid(place: Workplace, arguments: list[str], changes: int) -> bool:
    """Run a command, and kill it when that many files have changed; whether it still ran.

    Comes back when the last process of it is gone.
    """
    stood = place.stand()
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        while process.poll() is None and len(_standing(place.output).items() - stood.items()) < changes:
            time.sleep(0.001)
        process.kill()
        # Its other processes hold the pipe open as long as they live.
        assert process.stdout is not None
        process.stdout.read()
    return process.returncode == -signal.SIGKILL


def _standing(output: Path) -> dict[str, tuple[int, int, int]]:
    """How the files of a folder stand that is being written meanwhile."""
    found: dict[str, tuple[int, int, int]] = {}
    for folder, _, names in os.walk(output):
        for name in names:
            with suppress(FileNotFoundError):
                seen = os.stat(os.path.join(folder, name))
                path = Path(folder, name).relative_to(output).as_posix()
                found[path] = (seen.st_ino, seen.st_size, seen.st_mtime_ns)
    return found


def test_the_same_bytes_whatever_the_processes_folder_zone_language_and_hash_seed(place: Workplace) -> None:
    for number in range(4):
        shutil.copytree(place.content / "shop", place.content / f"copy-{number}")
    plain = {**os.environ, "TZ": "UTC", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    other = {
        **os.environ,
        "TZ": "Pacific/Auckland",
        "LANG": "th_TH.UTF-8",
        "LC_ALL": "th_TH.UTF-8",
        "PYTHONHASHSEED": "2",
    }
    one, two = place.folder / "one", place.folder / "two"
    subprocess.run(command(place, "--jobs", "1", output=one), env=plain, check=True, capture_output=True)
    subprocess.run(
        command(place, "--jobs", "2", output=Path("../two")),
        cwd=place.content,
        env=other,
        check=True,
        capture_output=True,
    )
    assert place.files(one) == place.files(two) == place.clean_build()


def test_a_build_loads_no_library_that_it_does_not_need(place: Workplace) -> None:
    heavy = {"markdown_it", "pythainlp", "pydantic", "yaml", "jinja2", "filelock", "multiprocessing"}
    show = "import sys; from policygen.cli.main import main; main(sys.argv[1:]); print(*sys.modules)"

    def loaded() -> set[str]:
        line = [sys.executable, "-c", show, *command(place)[3:]]
        done = subprocess.run(line, check=True, capture_output=True, encoding="utf-8")
        return heavy.intersection(done.stdout.splitlines()[-1].split())

    assert loaded().isdisjoint({"markdown_it", "pythainlp"})
    assert loaded() == set()
