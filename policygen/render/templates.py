"""The door to Jinja: a theme's templates, compiled once, in a sandbox that lets them see the view and nothing else.

A template reads the fields of frozen values, items of mappings and tuples, and uses the filters listed here. It has no
functions, no methods, no files but its theme's, and no way to print unescaped text. How long its loops run is not
bounded. Knows nothing of pages: a view is any frozen value to it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, fields, is_dataclass
from traceback import walk_tb
from types import TracebackType
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateError, TemplateNotFound, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.render.themes import ThemeFile

Filters = Mapping[str, Callable[..., Any]]
# What a page needs to say things; none of them takes text for HTML, leads to another object, is random, or makes as
# much of a value as a number says.
_JINJA_FILTERS = (
    "default", "first", "join", "last", "length", "list", "lower", "map", "reject", "rejectattr", "replace", "reverse",
    "select", "selectattr", "sort", "trim", "unique", "upper",
)  # fmt: skip
# More than any count or size on a page.
_LARGEST_NUMBER = 10**9
_LARGEST_POWER = 16
_LOOP_FIELDS = frozenset({"index", "index0", "first", "last", "length", "depth", "previtem", "nextitem"})


class TemplateFault(Exception):
    """A template that cannot be rendered; `diagnostic` says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message.en)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Templates:
    """A theme's templates, compiled."""

    compiled: Mapping[str, Template]
    sources: Mapping[str, ThemeFile]

    def render(self, name: str, view: object) -> str:
        """The page that the template makes of the view; TemplateFault where it cannot."""
        template = self.compiled.get(name)
        if template is None:
            raise TemplateFault(_no_template(name))
        try:
            return template.render(view=view)
        except Exception as error:  # whatever a template does wrong is told at its line
            raise TemplateFault(_fault(error, self.sources)) from error


def compile_templates(
    sources: Mapping[str, ThemeFile], filters: Filters
) -> tuple[Templates | None, tuple[Diagnostic, ...]]:
    """The templates by name, compiled with `filters` beside Jinja's harmless ones; None where errors say why not."""
    loader = _Loader(sources)
    environment = _Environment(loader, filters)
    # A file has two names (`policy.html`, `default:policy.html`); it is compiled under the short one if it has that.
    names = {file.shown: name for name, file in sorted(sources.items(), key=lambda item: ":" not in item[0])}
    compiled = {name: loader.compiled(environment, name) for name in names.values()}
    if loader.found:
        return None, tuple(loader.found)
    return Templates({name: template for name, template in compiled.items() if template}, sources), ()


class _Loader(BaseLoader):
    """Gives the theme's templates and no others, and notes what is wrong with each."""

    def __init__(self, sources: Mapping[str, ThemeFile]) -> None:
        self.sources = sources
        self.found: list[Diagnostic] = []

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """The template of that name, compiled; TemplateNotFound where the theme has none."""
        file = self.sources.get(name)
        if file is None:
            raise TemplateNotFound(name)
        tree = environment.parse(file.content.decode("utf-8"), name, file.shown)
        self.found += _forbidden(tree, file, self.sources)
        code = environment.compile(tree, name, file.shown)
        return Template.from_code(environment, code, {})

    def compiled(self, environment: Environment, name: str) -> Template | None:
        """The template of that name, or None where what is wrong with it is noted."""
        file = self.sources[name]
        try:
            return environment.get_template(name)
        except UnicodeDecodeError:
            self.found.append(Diagnostic("theme.template", "error", Place(file.shown), _NOT_UTF8))
        except TemplateSyntaxError as error:
            self.found.append(_diagnostic(error.filename or file.shown, error.lineno, error.message or "", file))
        except TemplateError as error:
            self.found.append(_diagnostic(file.shown, 0, error.message or str(error), file))
        except (RecursionError, SyntaxError, MemoryError):  # Jinja's parser and Python's, each where it gives up
            self.found.append(Diagnostic("theme.template", "error", Place(file.shown), _TOO_DEEP, _LESS_DEEP))
        return None


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox tighter than Jinja's own: what is not asked for by name below is not there."""

    intercepted_binops = frozenset({"*", "**", "%"})

    def __init__(self, loader: _Loader, filters: Filters) -> None:
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            loader=loader,
            auto_reload=False,
            cache_size=-1,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.globals.clear()
        self.readable: dict[type, frozenset[str]] = {LoopContext: _LOOP_FIELDS}
        self.filters = {name: self.filters[name] for name in _JINJA_FILTERS} | dict(filters)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a frozen value, or an item of a mapping; nothing else has attributes."""
        # Asked some hundred times a page: most kinds are known already.
        readable = self.readable.get(type(obj)) or self._readable(obj)
        if attribute in readable:
            return getattr(obj, attribute)
        return self._item(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """An item of a mapping or a tuple, or a field of a frozen value."""
        if isinstance(argument, str) and argument in self._readable(obj):
            return getattr(obj, argument)
        return self._item(obj, argument)

    def _item(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, Mapping | tuple | list):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                pass
        return self.undefined(obj=obj, name=argument)

    def _readable(self, obj: Any) -> frozenset[str]:
        """The attributes of a value that a template may read."""
        kind = type(obj)
        readable = self.readable.get(kind)
        if readable is None:
            names = (field.name for field in fields(obj)) if is_dataclass(obj) else ()
            readable = self.readable[kind] = frozenset(names)
        return readable

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic of numbers that a page can need; a text or a list is neither repeated nor padded."""
        for value in (left, right):
            if not isinstance(value, int | float):
                raise SecurityError(f"{operator} is for numbers only")
            if abs(value) > _LARGEST_NUMBER:
                raise SecurityError(f"a number is too large for {operator}")
        if operator == "**" and right > _LARGEST_POWER:
            raise SecurityError(f"{right} is too large a power")
        return super().call_binop(context, operator, left, right)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, blocks and recursive loops may be called; nothing of the view may."""
        return isinstance(obj, Macro | BlockReference | LoopContext)


def unescaped(html: str) -> Markup:
    """HTML made by the program itself, for a filter to give back."""
    return Markup(html)


# What can be wrong


def _forbidden(tree: nodes.Template, file: ThemeFile, sources: Mapping[str, ThemeFile]) -> Iterator[Diagnostic]:
    """What compiles and is refused all the same: unescaped text, and templates that the theme does not have."""
    for node in tree.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
        yield _diagnostic(file.shown, node.lineno, "autoescape cannot be turned off", file)
    for kind in (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport):
        for use in tree.find_all(kind):
            wanted: object = getattr(use, "template")  # noqa: B009 (mypy takes the union for its base)
            if isinstance(wanted, nodes.Const) and wanted.value not in sources:
                yield _diagnostic(file.shown, use.lineno, f"the theme has no template {wanted.value!r}", file)


_NOT_UTF8 = Bilingual("เทมเพลตไม่ได้เข้ารหัสแบบ UTF-8", "the template is not UTF-8")
_TOO_DEEP = Bilingual("เทมเพลตซ้อนกันลึกเกินไป", "the template nests too deeply")
_LESS_DEEP = Bilingual(
    "ลดจำนวน if, for, วงเล็บ หรือนิพจน์ที่ซ้อนกัน", "put fewer ifs, loops, brackets or expressions into each other"
)


def _fault(error: Exception, sources: Mapping[str, ThemeFile]) -> Diagnostic:
    """The diagnostic of what went wrong while rendering, at the last line of a template that led to it."""
    by_path = {file.shown: file for file in sources.values()}
    shown, line = _last_template_line(error.__traceback__, by_path)
    file = by_path.get(shown)
    text = error.message if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return _diagnostic(shown, line, text or str(error), file)


def _last_template_line(trace: TracebackType | None, paths: Iterable[str]) -> tuple[str, int]:
    wanted = set(paths)
    lines = [(frame.f_code.co_filename, line) for frame, line in walk_tb(trace)]
    return next((found for found in reversed(lines) if found[0] in wanted), ("templates", 0))


def _diagnostic(shown: str, line: int, text: str, file: ThemeFile | None) -> Diagnostic:
    lines = file.content.decode("utf-8", "replace").split("\n") if file and line else []
    source = lines[line - 1] if 0 < line <= len(lines) else ""
    column = len(source) - len(source.lstrip()) + 1 if source else 0
    # What Jinja says is English, and can hold the address of an object in memory.
    said = re.sub(r" at 0x[0-9a-f]+", "", text)
    message = Bilingual(f"เทมเพลตผิดพลาด: {said}", f"the template fails: {said}")
    place = Place(shown, line, column, column + len(source.strip()) if source else 0, source)
    return Diagnostic("theme.template", "error", place, message)


def _no_template(name: str) -> Diagnostic:
    message = Bilingual(f"ธีมไม่มีเทมเพลต {name}", f"the theme has no template {name}")
    return Diagnostic("theme.template-missing", "error", Place(f"templates/{name}"), message)
