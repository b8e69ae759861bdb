"""The package's layers, its libraries' doors and its module names, read from the imports in the source.

An import counts wherever it stands: in a function, under TYPE_CHECKING, or as a name given to import_module.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "policygen"

# High to low: a row may import lower rows only; names in one row are strangers.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"serve"},
    {"build", "publish", "starting", "importing"},
    {"site", "render", "exports", "checks"},
    {"drafts"},
    {"diff", "ledger", "resolve", "sources"},
    {"model"},
    {"text", "diagnostics"},
    {""},  # the package itself, which holds the version
)
ROW_OF = {name: row for row, names in enumerate(LAYERS) for name in names}
FORBIDDEN_NAMES = {"utils", "util", "core", "common", "helpers", "helper", "base", "misc"}
# Each library has one door: the modules under these prefixes may import it, nobody else.
DOORS: dict[str, tuple[str, ...]] = {
    "click": ("policygen.cli",),
    "filelock": ("policygen",),
    "jinja2": ("policygen.render",),
    "justhtml": ("policygen.importing.html_tree",),
    # Prose of the sources is one dialect, Markdown of other people another.
    "markdown_it": ("policygen.sources.inline", "policygen.importing.markdown"),
    "markupsafe": ("policygen.render",),
    "nlpo3": ("policygen.text.segmentation",),
    "pydantic": ("policygen.sources",),
    "pydantic_core": ("policygen.sources",),
    "pythainlp": ("policygen.text.segmentation",),
    "rapidfuzz": ("policygen.diff.matching",),
    "rfc8785": ("policygen",),
    "spellchecker": ("policygen.text.vocabulary",),
    "watchdog": ("policygen.serve",),
    "yaml": ("policygen.sources",),
}
# Of these, one module only holds the door.
ONE_MODULE = {"filelock", "jinja2", "nlpo3", "pythainlp", "rapidfuzz", "rfc8785", "watchdog", "yaml"}


@dataclass(frozen=True)
class Import:
    """One module importing another, both by dotted name."""

    importer: str
    imported: str
    line: int

    @property
    def library(self) -> str:
        """The first part of the imported name."""
        return self.imported.partition(".")[0]

    def __str__(self) -> str:
        return f"{self.importer}:{self.line} imports {self.imported}"


# Reading the imports


def read_imports(package: Path) -> tuple[Import, ...]:
    """Every import in the package's modules, resolved to the module that is loaded."""
    modules = dict(find_modules(package))
    return tuple(
        Import(name, resolved(imported, modules), line)
        for name, path in modules.items()
        for imported, line in names_imported(name, path)
    )


def find_modules(package: Path) -> Iterator[tuple[str, Path]]:
    """Every module's dotted name and file, in order."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def names_imported(module: str, path: Path) -> Iterator[tuple[str, int]]:
    """The dotted names that a module imports, each with its line; `from a import b` gives a.b."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_bytes(), str(path))):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, node.lineno) for alias in names)
            case ast.ImportFrom(module=source, names=names, level=level):
                above = package.split(".")[: len(package.split(".")) - level + 1] if level else []
                start = ".".join([*above, *([source] if source else [])])
                yield from ((f"{start}.{alias.name}", node.lineno) for alias in names)
            case ast.Call(func=function, args=[ast.Constant(value=str(name)), *_]) if is_importer(function):
                yield name, node.lineno


def is_importer(function: ast.expr) -> bool:
    """Whether this is import_module or __import__."""
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in {"import_module", "__import__"}
    return False


def resolved(name: str, modules: Mapping[str, Path]) -> str:
    """The longest part of a dotted name that is one of the modules; a library's name as it is."""
    while "." in name and name.partition(".")[0] in modules and name not in modules:
        name = name.rpartition(".")[0]
    return name


# The rules: each gives a sentence for each breach


def broken_layers(package: Path) -> list[str]:
    """Imports that go up, or across to a stranger, and packages that have no layer."""
    layers = sorted({layer(name) for name, _ in find_modules(package)})
    breaches = [f"{package.name}.{name} is in no layer" for name in layers if name not in ROW_OF]
    for found in read_imports(package):
        low, high = layer(found.importer), layer(found.imported)
        if found.library != package.name or low == high or not {low, high} <= ROW_OF.keys():
            continue
        if ROW_OF[high] < ROW_OF[low]:
            breaches.append(f"{found}, which is above it")
        elif ROW_OF[high] == ROW_OF[low]:
            breaches.append(f"{found}, which is a stranger in its row")
    return breaches


def layer(module: str) -> str:
    """The part of a dotted name that says the layer; nothing for the package itself."""
    return [*module.split("."), ""][1]


def cycles(package: Path) -> list[str]:
    """The groups of modules that import each other in a circle."""
    names = [name for name, _ in find_modules(package)]
    direct = {name: set[str]() for name in names}
    for found in read_imports(package):
        if found.imported in direct:
            direct[found.importer].add(found.imported)
    reach = {name: reachable(name, direct) for name in names}
    circles = {frozenset(n for n in reach[name] if name in reach[n]) for name in names if name in reach[name]}
    return sorted(f"import cycle: {', '.join(sorted(circle))}" for circle in circles)


def reachable(start: str, direct: Mapping[str, set[str]]) -> set[str]:
    """Every module that one leads to by imports, itself only if it is in a circle."""
    seen: set[str] = set()
    waiting = list(direct[start])
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += direct[name]
    return seen


def broken_doors(package: Path) -> list[str]:
    """Libraries imported elsewhere than at their door, by a second module, or with no door."""
    outside = [
        found
        for found in read_imports(package)
        if found.library != package.name and found.library not in sys.stdlib_module_names
    ]
    wrong = [
        f"{found}, which has its door at {' or '.join(DOORS[found.library])}"
        if found.library in DOORS
        else f"{found}, which has no door in DOORS"
        for found in outside
        if not under(found.importer, DOORS.get(found.library, ()))
    ]
    holders = {name: sorted({f.importer for f in outside if f.library == name}) for name in sorted(ONE_MODULE)}
    doubled = [f"{name} has {len(at)} doors: {', '.join(at)}" for name, at in holders.items() if len(at) > 1]
    return wrong + doubled


def under(module: str, prefixes: tuple[str, ...]) -> bool:
    """Whether a module is one of these or inside one of them."""
    return any(module == prefix or module.startswith(f"{prefix}.") for prefix in prefixes)


def forbidden_names(package: Path) -> list[str]:
    """Modules named for nothing: what helps an idea lives with the idea."""
    return [
        f"{name} has a name that says nothing"
        for name, _ in find_modules(package)
        if name.rpartition(".")[2] in FORBIDDEN_NAMES
    ]


RULES = (broken_layers, cycles, broken_doors, forbidden_names)


# The package itself


def test_package_keeps_every_rule() -> None:
    assert list(chain.from_iterable(rule(PACKAGE) for rule in RULES)) == []


def test_package_is_really_read() -> None:
    assert "policygen" in dict(find_modules(PACKAGE))


# The rules themselves, on small made packages


def made(folder: Path, files: Mapping[str, str]) -> Path:
    """A package called policygen with these modules, given by path and source."""
    package = folder / "policygen"
    for path, source in {"__init__.py": "", **files}.items():
        file = package / path
        file.parent.mkdir(parents=True, exist_ok=True)
        for above in file.relative_to(package).parents:
            (package / above / "__init__.py").touch()
        file.write_text(source, encoding="utf-8")
    return package


def test_good_package_has_no_breach(tmp_path: Path) -> None:
    package = made(
        tmp_path,
        {
            "__main__.py": "from policygen.cli.main import main",
            "cli/main.py": "import click\nfrom policygen import __version__\nimport policygen.build",
            "build/__init__.py": "from .pages import build",
            "build/pages.py": "import json\nfrom policygen.sources import tree\nfrom ..text import words",
            "sources/tree.py": "import yaml\nimport pydantic",
            "sources/schema.py": "from pydantic.fields import Field",
            "text/words.py": "",
        },
    )
    assert list(chain.from_iterable(rule(package) for rule in RULES)) == []


@pytest.mark.parametrize(
    "source",
    [
        "from policygen.build import site",
        "from policygen import build",
        "import policygen.build.site",
        "from ..build import site",
        "def f():\n    from policygen.build.site import x",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from policygen.build import site",
        "from importlib import import_module\nimport_module('policygen.build.site')",
        "import importlib\nimportlib.import_module('policygen.build')",
    ],
)
def test_import_of_a_higher_row_is_found_however_it_is_written(tmp_path: Path, source: str) -> None:
    package = made(tmp_path, {"build/site.py": "", "model/facts.py": source})
    (breach,) = broken_layers(package)
    assert breach.startswith("policygen.model.facts:")
    assert breach.endswith("which is above it")


def test_import_of_a_stranger_is_found(tmp_path: Path) -> None:
    package = made(tmp_path, {"site/pages.py": "import policygen.render.theme", "render/theme.py": ""})
    assert broken_layers(package) == [
        "policygen.site.pages:1 imports policygen.render.theme, which is a stranger in its row"
    ]


def test_single_module_is_a_layer_too(tmp_path: Path) -> None:
    package = made(tmp_path, {"publish.py": "", "ledger.py": "from policygen.publish import publish"})
    assert broken_layers(package) == ["policygen.ledger:1 imports policygen.publish, which is above it"]


def test_package_itself_imports_none_of_its_layers(tmp_path: Path) -> None:
    package = made(tmp_path, {"__init__.py": "from policygen.text import words", "text/words.py": ""})
    assert broken_layers(package) == ["policygen:1 imports policygen.text.words, which is above it"]


def test_package_without_a_layer_is_found(tmp_path: Path) -> None:
    assert broken_layers(made(tmp_path, {"extras/x.py": ""})) == ["policygen.extras is in no layer"]


def test_cycle_is_found_even_through_a_function_and_a_package(tmp_path: Path) -> None:
    package = made(
        tmp_path,
        {
            "model/__init__.py": "from policygen.model.facts import Fact",
            "model/facts.py": "def f():\n    from policygen.model.document import x",
            "model/document.py": "from policygen.model import Fact",
            "model/edition.py": "from policygen.model import Fact",
        },
    )
    assert cycles(package) == ["import cycle: policygen.model, policygen.model.document, policygen.model.facts"]


def test_library_at_a_wrong_door_is_found(tmp_path: Path) -> None:
    package = made(tmp_path, {"render/page.py": "from yaml import load", "model/facts.py": "import pydantic.fields"})
    assert broken_doors(package) == [
        "policygen.model.facts:1 imports pydantic.fields, which has its door at policygen.sources",
        "policygen.render.page:1 imports yaml.load, which has its door at policygen.sources",
    ]


def test_library_with_two_doors_is_found(tmp_path: Path) -> None:
    package = made(tmp_path, {"sources/a.py": "import yaml", "sources/b.py": "def f():\n    import yaml"})
    assert broken_doors(package) == ["yaml has 2 doors: policygen.sources.a, policygen.sources.b"]


def test_library_without_a_door_is_found(tmp_path: Path) -> None:
    package = made(tmp_path, {"text/words.py": "import requests"})
    assert broken_doors(package) == ["policygen.text.words:1 imports requests, which has no door in DOORS"]


@pytest.mark.parametrize("path", ["text/utils.py", "core/words.py", "render/base/page.py"])
def test_name_that_says_nothing_is_found(tmp_path: Path, path: str) -> None:
    (breach,) = forbidden_names(made(tmp_path, {path: ""}))
    assert breach.endswith("has a name that says nothing")
