"""Set up and run policygen from a checkout: python3 run.py COMMAND [ARGUMENTS]

Needs Python 3.11 or newer with pip, and git; the rest is installed into .venv, once.

  build [ARGS]      build the sites into output/ with links that work from disk
  policygen ARGS    run the tool, in the folder you are in
  test [ARGS]       lint, format check, types, then the tests (ARGS go to pytest);
                    --no-browser leaves out the tests that need a Chromium
  fmt               mend what the linter can mend, and format the code
  bench NAME [ARGS] run bench/NAME.py
  lock [ARGS]       write requirements.lock again from pyproject.toml; --upgrade takes the newest
  setup             only make .venv
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (an older Python reads this file too)
    sys.exit("policygen needs Python 3.11 or newer; this is %d.%d." % sys.version_info[:2])  # noqa: UP031

import hashlib
import importlib.util
import os
import shutil
import subprocess
import tempfile
import venv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
PROJECT = ROOT / "pyproject.toml"
CODE = ("policygen", "tests", "bench", "run.py")


class Refusal(Exception):
    """What cannot go on, said in one sentence."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; give back its exit code."""
    if not arguments or arguments[0] in {"help", "-h", "--help"}:
        print(__doc__.strip())
        return 0
    name, *rest = arguments
    command = COMMANDS.get(name)
    try:
        if command is None:
            raise Refusal(f"There is no command {name!r}; there are: {', '.join(COMMANDS)}.")
        return command(rest)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


# Commands


def build(arguments: Sequence[str]) -> int:
    """Build the sites for reading from disk, and name the files to open."""
    set_up()
    code = call(tool("policygen"), "build", "--file-links", *arguments)
    folder = ROOT / ("output-drafts" if "--drafts" in arguments else "output")
    if code == 0:
        for start in sorted(folder.glob("*/index.html")):
            print(f"Open {start.relative_to(ROOT)} in a browser.")
    return code


def policygen(arguments: Sequence[str]) -> int:
    """Run the tool in the caller's folder."""
    set_up()
    return call(tool("policygen"), *arguments, folder=Path.cwd())


def test(arguments: Sequence[str]) -> int:
    """Run every check, pytest last; 0 if all of them pass."""
    set_up()
    if "--no-browser" not in arguments:
        need_browser()
    code = code_paths()
    steps: dict[str, list[str]] = {
        "ruff check": [tool("ruff"), "check", *code],
        "ruff format": [tool("ruff"), "format", "--check", *code],
        "mypy": [tool("mypy"), *code],
        "pytest": [tool("python"), "-m", "pytest", "-n", "2", "--dist", "worksteal", *arguments],
    }
    failed = [name for name, command in steps.items() if step(name, command) != 0]
    if failed:
        print(f"Failed: {', '.join(failed)}.", flush=True)
    return 1 if failed else 0


def fmt(arguments: Sequence[str]) -> int:
    """Mend and format the code; 1 if something is left for a person."""
    set_up()
    code = arguments or code_paths()
    left = call(tool("ruff"), "check", "--fix", *code)
    return max(left, call(tool("ruff"), "format", *code))


def bench(arguments: Sequence[str]) -> int:
    """Run one benchmark."""
    name, *rest = arguments or ("",)
    script = ROOT / "bench" / f"{name}.py"
    if not script.is_file():
        there = sorted(p.relative_to(ROOT / "bench").with_suffix("") for p in ROOT.glob("bench/**/*.py"))
        raise Refusal(f"Name a benchmark: {', '.join(p.as_posix() for p in there) or 'there are none yet'}.")
    set_up()
    return call(tool("python"), str(script), *rest)


def lock(arguments: Sequence[str]) -> int:
    """Write the lock again; versions that still fit are kept unless --upgrade is among the arguments."""
    with tempfile.TemporaryDirectory() as temporary:
        maker = Path(temporary)
        venv.EnvBuilder(with_pip=False, symlinks=os.name != "nt").create(maker)
        pip(maker, "install", "uv")
        uv = tool("uv", maker)
        form = ["--quiet", "--universal", "--generate-hashes", "--no-header"]
        what = ["--python-version", "3.11", "--extra", "dev", "--output-file", LOCK.name, PROJECT.name]
        return call(uv, "pip", "compile", *form, *what, *arguments)


def setup(_arguments: Sequence[str]) -> int:
    """Make .venv, or leave it if it is as the lock says."""
    set_up()
    return 0


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "build": build,
    "policygen": policygen,
    "test": test,
    "fmt": fmt,
    "bench": bench,
    "lock": lock,
    "setup": setup,
}


# The environment


def set_up() -> None:
    """Bring .venv to what the lock and pyproject.toml say; no work and no network if it is there.

    Each half has a stamp, taken away before its work and written after it: an interrupted half is done again.
    """
    moved = f"{sys.version_info[:2]} {ROOT}"  # an environment fits one Python and one place
    libraries = Stamp(VENV / "libraries.stamp", digest(moved.encode(), LOCK.read_bytes()))
    project = Stamp(VENV / "project.stamp", digest(PROJECT.read_bytes()))
    if libraries.holds() and project.holds():
        return
    with only_one(ROOT / ".venv.lock"):
        if not libraries.holds():
            print("Setting up .venv (this takes about a minute) …", file=sys.stderr, flush=True)
            libraries.path.unlink(missing_ok=True)
            venv.EnvBuilder(with_pip=False, clear=True, symlinks=os.name != "nt").create(VENV)
            pip(VENV, "install", "--require-hashes", "--requirement", str(LOCK))
            libraries.write()
        if not project.holds():
            project.path.unlink(missing_ok=True)
            pip(VENV, "install", "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))
            project.write()


@dataclass(frozen=True)
class Stamp:
    """A file in .venv that says from what a half of it was made."""

    path: Path
    value: str

    def holds(self) -> bool:
        """Whether that half was finished from the same thing, and its Python still runs."""
        made = self.path.is_file() and self.path.read_text(encoding="ascii") == self.value
        return made and Path(tool("python")).exists()

    def write(self) -> None:
        """Write the file whole or not at all."""
        new = self.path.with_suffix(".new")
        new.write_text(self.value, encoding="ascii")
        new.replace(self.path)


def pip(environment: Path, *arguments: str) -> None:
    """Run the system's pip on an environment that has none of its own."""
    if importlib.util.find_spec("pip") is None:
        raise Refusal(f"{sys.executable} has no pip: install it (Debian: apt-get install python3-pip).")
    manners = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore", "PIP_USER": "0"}
    command = [sys.executable, "-m", "pip", "--python", tool("python", environment), "-qq"]
    if call(*command, *arguments, env={**os.environ, **manners}) != 0:
        raise Refusal("pip could not install what policygen needs; its message is above.")


def tool(name: str, environment: Path = VENV) -> str:
    """The path of a program in an environment."""
    if os.name == "nt":
        return str(environment / "Scripts" / f"{name}.exe")
    return str(environment / "bin" / name)


def digest(*parts: bytes) -> str:
    """One hex digest over all parts."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold a lock that dies with the process, so that two runs do not set up at once."""
    with path.open("w", encoding="ascii") as handle:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


# The browser


def need_browser() -> None:
    """Make sure that the tests can open a Chromium, installing one if none opens."""
    failure = try_browser()
    for way in browser_ways() if failure else []:
        trying = " && ".join(map(" ".join, way))
        print(f"No Chromium opens yet; trying: {trying}", file=sys.stderr, flush=True)
        for command in way:
            call(*command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, quiet=True)
        failure = try_browser()
        if not failure:
            return
    if failure:
        raise Refusal(failure)


def try_browser() -> str:
    """Open a Chromium as the tests do; give back what went wrong, or nothing."""
    command = [tool("python"), "-m", "tests.browser"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stderr.strip()


def browser_ways() -> list[list[list[str]]]:
    """The ways to get a Chromium on this machine, each a list of commands."""
    playwright = [tool("python"), "-m", "playwright", "install", "chromium"]
    if not (hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get")):
        return [[playwright]]
    # libatomic1: playwright's driver needs it, and a minimal Debian does not have it.
    install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium", "libatomic1"]
    return [[["apt-get", "update"], install], [[*playwright, "--with-deps"]]]


# Running things


def code_paths() -> list[str]:
    """The folders and files of code that are there."""
    return [name for name in CODE if (ROOT / name).exists()]


def step(name: str, command: Sequence[str]) -> int:
    """Run one check under its name; give back its exit code."""
    print(f"== {name}", flush=True)
    return call(*command)


def call(*command: str, folder: Path = ROOT, env: dict[str, str] | None = None, quiet: bool = False) -> int:
    """Run a program; give back its exit code, 127 if it is not there."""
    output = subprocess.DEVNULL if quiet else None
    words = [str(word) for word in command]
    try:
        return subprocess.run(words, cwd=folder, env=env, stdout=output, stderr=output, check=False).returncode
    except FileNotFoundError:
        return 127


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
