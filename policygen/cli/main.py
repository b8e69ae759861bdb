"""The program `policygen`: its options, the list of its commands, and how it ends.

Imports click and nothing heavy: a command's own module is imported when it is called, so that `--help` is quick.
"""

import gc
import io
import os
import sys
from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import cast

import click
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from policygen import __version__
from policygen.cli.context import Context, Language, Stop, tell
from policygen.cli.words import DAY, Command, Option, asked_language, language_of, usage_message
from policygen.diagnostics import Bilingual

_ABOUT = Bilingual(
    "สร้างเว็บไซต์นโยบายความเป็นส่วนตัวสองภาษาพร้อมประวัติทุกฉบับ จากไฟล์ข้อมูลที่มีโครงสร้าง",
    "Makes bilingual privacy-policy sites with their version history from structured sources.",
)

# In the order of the help page: each command's module (which has it as `command`) and what it does.
COMMANDS: dict[str, tuple[str, Bilingual]] = {
    "build": ("policygen.cli.build", Bilingual("เขียนเว็บไซต์ลงใน output/", "Write the sites into output/.")),
    "check": (
        "policygen.cli.check",
        Bilingual("ตรวจฉบับร่างตามกฎหมายและหลักภาษา", "Check the drafts by law and language."),
    ),
    "explain": ("policygen.cli.explain", Bilingual("อธิบายกฎหนึ่งข้อ", "Say what a rule wants, and why.")),
    "serve": (
        "policygen.cli.serve",
        Bilingual("ดูฉบับร่างในเบราว์เซอร์ขณะเขียน", "Preview the drafts while you write."),
    ),
    "publish": (
        "policygen.cli.publish",
        Bilingual("ตรึงฉบับร่างเป็นฉบับถัดไป", "Freeze the draft as the next version."),
    ),
    "withdraw": (
        "policygen.cli.withdraw",
        Bilingual("ถอนฉบับที่ยังไม่มีผล", "Take back a version that is not yet in force."),
    ),
    "redact": (
        "policygen.cli.redact",
        Bilingual("ปกปิดข้อความของฉบับหนึ่งด้วยค่าแฮช", "Replace a text of a version by its digest."),
    ),
    "versions": (
        "policygen.cli.versions",
        Bilingual("แสดงรายการฉบับ วันที่ และสถานะ", "List the versions, their dates and states."),
    ),
    "show": ("policygen.cli.show", Bilingual("แสดงเอกสารหนึ่งฉบับ", "Show one document.")),
    "diff": ("policygen.cli.diff", Bilingual("เปรียบเทียบสองฉบับหรือสองไฟล์", "Compare two versions, or two files.")),
    "status": (
        "policygen.cli.status",
        Bilingual("แสดงสถานะของทุกนโยบายในหน้าจอเดียว", "Show every policy on one screen."),
    ),
    "verify": (
        "policygen.cli.verify",
        Bilingual("ตรวจสายโซ่และค่าแฮชของบัญชีฉบับ", "Check every ledger's chain, digests and heads."),
    ),
    "import": (
        "policygen.cli.import_",
        Bilingual("นำนโยบายที่มีอยู่เข้าเป็นต้นฉบับ", "Turn an existing policy into sources."),
    ),
    "new": ("policygen.cli.new", Bilingual("สร้างเว็บไซต์หรือนโยบายใหม่", "Make a new site or policy.")),
    "fmt": ("policygen.cli.fmt", Bilingual("จัดไฟล์เนื้อหาให้อยู่ในรูปแบบเดียว", "Bring the sources into one form.")),
}


class _Program(Command, click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            raise NoSuchCommand(cmd_name, possibilities=COMMANDS, ctx=ctx)
        return cast(click.Command, import_module(COMMANDS[cmd_name][0]).command)

    def invoke(self, ctx: click.Context) -> int:
        """Run the command; where it cannot go on, say why."""
        try:
            return int(super().invoke(ctx) or 0)
        except BrokenPipeError:
            return _nobody_reads()
        except Stop as stop:
            tell(ctx.obj, stop.message)
            if stop.hint:
                tell(ctx.obj, Bilingual(f"  คำแนะนำ: {stop.hint.th}", f"  hint: {stop.hint.en}"))
            return stop.code

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = language_of(ctx)
        with formatter.section("Commands"):
            formatter.write_dl([(name, words.in_language(lang)) for name, (_, words) in COMMANDS.items()])


@click.command(cls=_Program, words=_ABOUT, invoke_without_command=False)
@click.option(
    "--content",
    metavar="DIR",
    default="content",
    type=click.Path(path_type=Path),
    cls=Option,
    words=Bilingual("โฟลเดอร์ต้นฉบับ [content]", "Where the sources are [content]."),
)
@click.option(
    "--output",
    metavar="DIR",
    type=click.Path(path_type=Path),
    cls=Option,
    words=Bilingual("โฟลเดอร์ของเว็บไซต์ที่สร้าง [output]", "Where the sites are written [output]."),
)
@click.option(
    "--lang",
    type=click.Choice(["th", "en"]),
    cls=Option,
    words=Bilingual("ภาษาของข้อความ [ตามระบบ]", "The language of messages [the system's]."),
)
@click.option(
    "--today",
    type=DAY,
    cls=Option,
    words=Bilingual("วันที่ใช้ตัดสินสถานะ [วันนี้]", "The day that decides states [the present day]."),
)
@click.version_option(
    __version__,
    message="%(prog)s %(version)s",
    cls=Option,
    words=Bilingual("แสดงรุ่นของโปรแกรม", "Show the program's version."),
)
@click.pass_context
def program(ctx: click.Context, content: Path, output: Path | None, lang: Language | None, today: date | None) -> None:
    """Keep the options before the command's name for the command."""
    ctx.obj = Context(content, output, lang or language_of(ctx), today)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 fine, 1 errors found, 2 could not run."""
    _speak_utf8()
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
        if arguments is None:
            # What is left dies with the process: to look for garbage in it takes 0.2 s after a build.
            gc.freeze()
        return code
    except BrokenPipeError:
        return _nobody_reads()
    except (KeyboardInterrupt, click.Abort):
        return 130
    except OSError as error:
        # A folder that cannot be read or written; anything else is a defect of the program and must be seen.
        if error.filename is None:
            raise
        click.echo(f"{Path(os.fsdecode(error.filename)).as_posix()}: {error.strerror}", err=True)
        return 2


def _run(arguments: list[str]) -> int:
    lang = asked_language(arguments, os.environ)
    try:
        return int(program.main(arguments, prog_name="policygen", standalone_mode=False, obj=lang) or 0)
    except NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
    except click.UsageError as error:
        if error.ctx:
            click.echo(error.ctx.get_usage(), err=True)
        click.echo(usage_message(error).in_language(lang), err=True)
    return 2


def _nobody_reads() -> int:
    """The exit code of a shell's broken pipe: the reader went away (`policygen show … | head`), which is no error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141


def _speak_utf8() -> None:
    """UTF-8 and plain line ends whatever the system's code page; a name that is no Unicode text is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
