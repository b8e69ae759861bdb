"""What every command is given, and how commands speak and stop."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal

import click

from policygen.diagnostics import Bilingual, Diagnostic, as_text

Language = Literal["th", "en"]


@dataclass(frozen=True, slots=True)
class Context:
    """The options before the command's name.

    `output` is None where none was given (`build` then chooses), `today` None for the real day.
    """

    content: Path
    output: Path | None
    lang: Language
    today: date | None

    def today_in(self, timezone: str) -> date:
        """The day that decides states: the one given, else the present day in `timezone`."""
        if self.today is not None:
            return self.today
        from zoneinfo import ZoneInfo

        return datetime.now(ZoneInfo(timezone)).date()


class Stop(Exception):
    """A command cannot go on: what to tell the user, and the exit code (1 for errors found, 2 for could not run)."""

    def __init__(self, message: Bilingual, code: Literal[1, 2], hint: Bilingual | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.code = code
        self.hint = hint


def say(context: Context, message: Bilingual) -> None:
    """Write one line to stdout, in the user's language."""
    click.echo(message.in_language(context.lang))


def tell(context: Context, message: Bilingual) -> None:
    """Write one line to stderr, in the user's language."""
    click.echo(message.in_language(context.lang), err=True)


def report(context: Context, diagnostics: Iterable[Diagnostic]) -> None:
    """Write what was found to stderr, in order, in the user's language."""
    click.echo(as_text(list(diagnostics), context.lang), err=True, nl=False)


def counted(count: int, thing: str) -> str:
    """The number of things in English, where a plural is an `s` more: `1 day`, `2 days`."""
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def write_bytes(data: bytes) -> None:
    """Write bytes to stdout as they are."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
