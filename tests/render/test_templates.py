"""Templates see the view and nothing else; what is wrong with one is told at its line, in words."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from policygen.render.templates import TemplateFault
from tests.render.themes_made import problems, renderer_of, write_theme


@dataclass(frozen=True)
class Inner:
    """A value in the view."""

    text: str = "<b>ก</b>"

    def method(self) -> str:
        """What no template may call."""
        return "called"


@dataclass(frozen=True)
class View:
    """A view."""

    inner: Inner = field(default_factory=Inner)
    words: dict[str, str] = field(default_factory=lambda: {"items": "of the mapping"})
    parts: tuple[str, ...] = ("a", "b")
    number: int = 3
    hidden: object = field(default_factory=object)


def render(folder: Path, text: str) -> str:
    write_theme(folder, "mine", {"templates/a.html": text, "templates/b.html": "b"})
    return renderer_of(folder, "mine").render("a.html", View())


def test_template_reads_fields_items_and_filters_and_escapes(tmp_path: Path) -> None:
    text = (
        "{{ view.inner.text }} {{ view.words.items }} {{ view['number'] }} {{ view.parts[1] }}"
        "{% for part in view.parts %}{{ loop.index }}{{ part|upper }}{% endfor %}{% include 'b.html' %}"
        "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}{{ twice(view.number) }}"
    )
    assert render(tmp_path, text) == "&lt;b&gt;ก&lt;/b&gt; of the mapping 3 b1A2Bb33"


@pytest.mark.parametrize(
    "text",
    [
        "{{ view.inner.method() }}",
        "{{ view.__class__ }}",
        "{{ view.inner['__class__'] }}",
        "{{ view['__init__'].__globals__ }}",
        "{{ view.words.keys() }}",
        "{{ view.words.__class__.__mro__ }}",
        "{{ view.parts.__class__ }}",
        "{{ view.parts.index('a') }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ 'x'.format(view) }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{{ view|attr('inner') }}",
        "{{ view|map(attribute='__class__')|list }}",
        "{{ [view]|map(attribute='inner.method')|join }}",
        "{{ view.inner.text|safe }}",
        "{{ view.parts|random }}",
        "{{ range(3) }}",
        "{{ lipsum() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ loop }}",
        "{% for x in view.parts %}{{ loop.cycle('a') }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m.__globals__ }}{{ m._func }}",
        "{% import 'b.html' as b %}{{ b.__class__ }}",
        "{{ view.missing }}",
        "{% do view.parts %}",
        "{% autoescape false %}{{ view.inner.text }}{% endautoescape %}",
        "{% include '../../secret.html' %}",
        "{% include '/etc/hostname' %}",
        "{% extends 'missing.html' %}",
        "{% set name = '../theme.yaml' %}{% include name %}",
        "{{ 1 / 0 }}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        "{{ 1 + }}",
        "{{ 'a' * 10000000000 }}",
        "{{ 10000000000 * [1] }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ 9 ** 999999999 }}",
        "{{ view.number ** 17 }}",
        "{{ view.parts|batch(1000000000, 'x')|list }}",
        "{{ view.parts|slice(1000000000)|list }}",
        "{% nonsense %}",
    ],
)
def test_escapes_and_mistakes_are_told_at_their_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    write_theme(tmp_path, "mine", {"templates/a.html": f"one\n{text}\nthree", "templates/b.html": "b"})
    found = problems(tmp_path, "mine")
    if found:
        assert {one[0] for one in found} == {"theme.template"}
        assert all(one[1:] == ("mine/templates/a.html", 2) for one in found)
        return
    with pytest.raises(TemplateFault) as fault:
        renderer_of(tmp_path, "mine").render("a.html", View())
    diagnostic = fault.value.diagnostic
    assert (diagnostic.place.path, diagnostic.place.line) == (f"{tmp_path.as_posix()}/mine/templates/a.html", 2)
    assert diagnostic.place.source == text
    assert " at 0x" not in diagnostic.message.en


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}",
        "{% if 1 %}" * 500 + "{% endif %}" * 500,
        "{% for part in view.parts %}" * 30 + "{% endfor %}" * 30,
        "{{ " + "not " * 20_000 + "1 }}",
        "{{ " + "[" * 3_000 + "]" * 3_000 + " }}",
    ],
    ids=["brackets", "ifs", "loops", "nots", "lists"],
)
def test_template_that_nests_too_deeply_is_told(tmp_path: Path, text: str) -> None:
    write_theme(tmp_path, "mine", {"templates/a.html": text})
    assert problems(tmp_path, "mine") == [("theme.template", "mine/templates/a.html", 0)]


def test_template_reckons_with_numbers_of_a_page(tmp_path: Path) -> None:
    assert render(tmp_path, "{{ view.number * 2 }} {{ 2 ** view.number }} {{ 7 % view.number }}") == "6 8 1"


def test_view_cannot_be_changed(tmp_path: Path) -> None:
    with pytest.raises(TemplateFault, match="cannot assign"):
        render(tmp_path, "{% set view.number = 4 %}")


def test_template_that_the_theme_lacks_is_a_fault(tmp_path: Path) -> None:
    write_theme(tmp_path, "mine", {})
    with pytest.raises(TemplateFault, match=r"no template policy\.html"):
        renderer_of(tmp_path, "mine").render("policy.html", View())


def test_template_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    theme = write_theme(tmp_path, "mine", {"templates/a.html": ""})
    (theme / "templates" / "a.html").write_bytes("ก".encode("cp874"))
    assert problems(tmp_path, "mine") == [("theme.template", "mine/templates/a.html", 0)]
