"""Commands, options and usage errors of click in Thai and in English.

Help is worded when it is shown, because only then is `--lang` known.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import click
from click.exceptions import NoSuchCommand

from policygen.cli.context import Context, Language
from policygen.diagnostics import Bilingual
from policygen.text.dates import BUDDHIST_ERA_OFFSET

_HEADINGS = {"Options": "ตัวเลือก", "Commands": "คำสั่ง", "Usage: ": "วิธีใช้: "}
_HELP = Bilingual("แสดงคำอธิบายนี้", "Show this message.")
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
# A year from 2400 on is one of the Buddhist era, typed by mistake.
_LATER_ERA = re.compile("(?:2[4-9]|[3-9][0-9])[0-9]{2}-")


def asked_language(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of messages: what `--lang` asks for, else Thai if the system's locale is Thai, else English.

    Read before click parses, so that even a wrong command line is answered in it.
    """
    words = [word for one in arguments for word in (one.split("=") if one.startswith("--lang=") else [one])]
    for name, value in pairwise(words):
        if name == "--lang" and value in ("th", "en"):
            return "th" if value == "th" else "en"
    locale = next((environment[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(n)), "")
    return "th" if locale.lower().startswith("th") else "en"


def language_of(click_context: click.Context | None) -> Language:
    """The language of messages in a context of click, whose object is the Context or, before it, the language."""
    found = click_context.find_root().obj if click_context else None
    language: Language = found.lang if isinstance(found, Context) else found or "en"
    return language


class _Formatter(click.HelpFormatter):
    def __init__(self, lang: Language, context: click.Context) -> None:
        super().__init__(width=context.terminal_width, max_width=context.max_content_width)
        self.lang = lang

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS.get(heading, heading) if self.lang == "th" else heading)

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or (_HEADINGS["Usage: "] if self.lang == "th" else None))


class Option(click.Option):
    """An option that is explained in both languages."""

    def __init__(self, *args: Any, words: Bilingual, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.words = words

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Its names, and its words in the user's language."""
        record = super().get_help_record(ctx)
        return record and (record[0], self.words.in_language(language_of(ctx)))


class Command(click.Command):
    """A command that is explained in both languages."""

    def __init__(self, *args: Any, words: Bilingual, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.words = words

    def get_help(self, ctx: click.Context) -> str:
        """The help page in the user's language."""
        formatter = _Formatter(language_of(ctx), ctx)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def get_usage(self, ctx: click.Context) -> str:
        """The usage line in the user's language."""
        formatter = _Formatter(language_of(ctx), ctx)
        self.format_usage(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self.words.in_language(language_of(ctx)))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, in both languages."""
        if self._help_option is None:
            click.help_option("--help", "help_", cls=Option, words=_HELP)(self)
            self._help_option = self.params.pop()  # type: ignore[assignment]
        return self._help_option


def option(*names: str, th: str, en: str, **settings: Any) -> Callable[[Any], Any]:
    """`click.option`, explained in Thai and English."""
    return click.option(*names, cls=Option, words=Bilingual(th, en), **settings)


def command(th: str, en: str) -> Callable[[Callable[..., int]], Command]:
    """Make a function a command, explained in Thai and English; it returns the exit code."""
    return click.command(cls=Command, words=Bilingual(th, en))


pass_context = click.make_pass_decorator(Context)


class _Day(click.ParamType[date, str | date]):
    """A date as `2026-12-31`, and in no other way of ISO 8601."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        day = day_of(value)
        if day is None and _LATER_ERA.match(value):
            words = Bilingual(
                f"{value} เป็นปีพุทธศักราช ให้ใช้ปี ค.ศ. คือ {int(value[:4]) - BUDDHIST_ERA_OFFSET}{value[4:]}",
                f"{value} has a year of the Buddhist era: write {int(value[:4]) - BUDDHIST_ERA_OFFSET}{value[4:]}.",
            )
            self.fail(words.in_language(language_of(ctx)), param, ctx)
        if day is None:
            words = Bilingual(f"{value} ไม่ใช่วันที่ (ปี ค.ศ.) เช่น 2026-12-31", f"{value} is not a date such as 2026-12-31.")
            self.fail(words.in_language(language_of(ctx)), param, ctx)
        return day


DAY = _Day()


def day_of(text: str) -> date | None:
    """The Gregorian date that `text` writes as `2026-12-31`, or None."""
    if _LATER_ERA.match(text):
        return None
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def usage_message(error: click.UsageError) -> Bilingual:
    """What is wrong with the command line."""
    if isinstance(error, click.NoSuchOption) and error.ctx and _is_general(error.option_name, error.ctx):
        example = f"policygen {error.option_name} … {error.ctx.info_name}"
        return Bilingual(
            f"เขียน {error.option_name} ไว้ก่อนชื่อคำสั่ง: {example}",
            f"{error.option_name} stands before the command's name: {example}",
        )
    return Bilingual(_in_thai(error), error.format_message())


def _is_general(name: str, ctx: click.Context) -> bool:
    """Whether an option is one of those before the command's name."""
    return any(name in param.opts for param in ctx.find_root().command.params)


def _in_thai(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"ไม่มีตัวเลือก {error.option_name}{_meant(error.possibilities)}"
        case NoSuchCommand():
            return f"ไม่มีคำสั่ง {error.command_name}{_meant(error.possibilities)}"
        case click.MissingParameter(param=click.Parameter() as param):
            return f"ขาด {param.get_error_hint(error.ctx)}"
        case click.BadParameter(param=click.Parameter() as param):
            return f"ค่าของ {param.get_error_hint(error.ctx)} ใช้ไม่ได้: {error.message}"
    return error.format_message()


def _meant(possibilities: list[str] | None) -> str:
    return f" (หมายถึง {', '.join(possibilities)} หรือไม่)" if possibilities else ""
