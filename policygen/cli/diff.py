"""`policygen diff`: what changed between two versions, or the draft; or between two files, one pair or many."""

import json
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from policygen.cli.context import Context, Stop
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual
from policygen.diff.files import compare_texts
from policygen.diff.redline import Redline
from policygen.text.segmentation import ThaiWords

if TYPE_CHECKING:
    from policygen.exports.comparison import Comparison

FORMS = ("text", "json", "markdown", "html")


@dataclass(frozen=True, slots=True)
class _Side:
    """A text to compare: what to call it, and its bytes' digest."""

    label: str
    digest: str
    text: str


@dataclass(frozen=True, slots=True)
class _Look:
    """How a comparison is to look: its form, the language of its words, colours and width as asked for."""

    form: str
    language: str
    colour: bool | None
    width: int | None

    def folded(self, text: str) -> str:
        """The lines as the terminal can show them; whole where they go elsewhere."""
        from policygen.exports.terminal import for_terminal

        terminal = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        return for_terminal(text, self.width or terminal)


@new_command(
    "เปรียบเทียบสองฉบับ (หรือฉบับร่าง) หรือสองไฟล์: สิ่งที่เปลี่ยน คำที่เปลี่ยน และข้อความที่ย้ายที่",
    "Compare two versions, or the draft, or two files: what changed, in words, and what moved.",
)
@click.argument("policy", required=False)
@click.argument("old", required=False)
@click.argument("new", required=False)
@option("--files", nargs=2, metavar="OLD NEW", th="สองไฟล์ที่จะเปรียบเทียบ", en="The two files to compare.")
@option(
    "--batch",
    metavar="LIST",
    th='หลายคู่ในครั้งเดียว: ไฟล์ที่มีบรรทัดละ {"id", "old", "new", "locale"}',
    en='Many pairs at once: a file with {"id", "old", "new", "locale"} on each line.',
)
@option("--locale", metavar="LOCALE", th="ภาษาของข้อความ [ดูจากข้อความ]", en="The locale of the texts [the text decides].")
@option("--format", "form", type=click.Choice(FORMS), default="text", th="รูปแบบ [text]", en="The form [text].")
@option("--color/--no-color", "colour", default=None, th="ใส่สี [เมื่อแสดงบนจอ]", en="Colours [on a terminal].")
@option(
    "--width",
    metavar="N",
    type=click.IntRange(min=20),
    th="ตัดบรรทัดที่กี่คอลัมน์ [ความกว้างของจอ]",
    en="Fold lines at so many columns [the terminal's].",
)
@option("--exit-code", is_flag=True, th="ออกด้วยรหัส 1 หากมีสิ่งที่ต่างกัน", en="Exit with 1 where anything differs.")
@pass_context
def command(
    context: Context,
    *,
    policy: str | None,
    old: str | None,
    new: str | None,
    files: tuple[str, str] | None,
    batch: str | None,
    locale: str | None,
    form: str,
    colour: bool | None,
    width: int | None,
    exit_code: bool,
) -> int:
    """Compare, and print."""
    colour = False if colour is None and os.environ.get("NO_COLOR") else colour
    if policy is not None and not files and batch is None:
        # Imported here: many pairs of files need none of it, and are to start quickly.
        from policygen.cli.comparing import compare_editions, find_pair
        from policygen.cli.policies import find_policy

        name = find_policy(context, policy)
        comparison = compare_editions(name, *find_pair(context, name, old, new), locale)
        click.echo(_written(comparison, _Look(form, context.lang, colour, width)), nl=False, color=colour)
        return 1 if exit_code and comparison.differs else 0
    if batch is not None:
        for line in _batch(Path(batch), ThaiWords()):
            click.echo(line)
        return 0
    if not files:
        raise Stop(Bilingual("บอกนโยบาย หรือ --files OLD NEW", "name a policy, or say --files OLD NEW"), 2)
    before, after = (_read(Path(path)) for path in files)
    redline = compare_texts(before.text, after.text, ThaiWords())
    click.echo(
        _files_written(redline, before, after, locale, _Look(form, context.lang, colour, width)), nl=False, color=colour
    )
    return 1 if exit_code and any(run.op != "equal" for run in redline.runs) else 0


def _files_written(redline: Redline[int], old: _Side, new: _Side, locale: str | None, look: _Look) -> str:
    from policygen.exports.redline_as_json import line_address

    match look.form:
        # Without what only editions need: files are to be compared quickly.
        case "json":
            return json.dumps(_comparison(redline, old, new, locale), ensure_ascii=False) + "\n"
        case "text":
            from policygen.exports.redline_as_text import redline_as_text

            return look.folded(redline_as_text(redline, line_address, look.language, colour=look.colour is not False))
    from policygen.exports.comparison import Comparison, Named

    before, after = (Named(side.label, side.digest) for side in (old, new))
    return _written(Comparison(before, after, locale or _locale_of(new.text), redline, line_address), look)


def _written(comparison: "Comparison", look: _Look) -> str:
    match look.form:
        case "json":
            from policygen.exports.comparison_as_json import comparison_as_json

            return json.dumps(comparison_as_json(comparison), ensure_ascii=False) + "\n"
        case "markdown":
            from policygen.exports.comparison_as_markdown import comparison_as_markdown

            return comparison_as_markdown(comparison, look.language)
        case "html":
            from policygen.exports.comparison_as_html import comparison_as_html

            return comparison_as_html(comparison, look.language)
        case _:
            from policygen.exports.comparison_as_text import comparison_as_text

            return look.folded(comparison_as_text(comparison, look.language, colour=look.colour is not False))


def _comparison(redline: Redline[int], old: _Side, new: _Side, locale: str | None) -> dict[str, Any]:
    from policygen.exports.redline_as_json import comparison_as_json, line_address

    named = [{"label": side.label, "digest": side.digest} for side in (old, new)]
    return comparison_as_json(redline, line_address, named[0], named[1], locale or _locale_of(new.text))


def _batch(path: Path, words: ThaiWords) -> Iterator[str]:
    """A line of JSON for each pair of the list: a pair that fails does not stop the rest."""
    rows = _text_of(path.read_bytes(), path) if path.is_file() else ""
    if not path.is_file():
        raise Stop(_no_file(path), 2)
    for number, row in enumerate(rows.splitlines(), 1):
        if row.strip():
            yield json.dumps(_answer(number, row, words), ensure_ascii=False)


def _answer(number: int, row: str, words: ThaiWords) -> dict[str, Any]:
    name: Any = number
    try:
        pair = json.loads(row)
        name = pair.get("id", number)
        old, new = _read(Path(pair["old"])), _read(Path(pair["new"]))
        start = perf_counter()
        redline = compare_texts(old.text, new.text, words)
        milliseconds = (perf_counter() - start) * 1000
        return {"id": name, "ms": round(milliseconds, 3), **_comparison(redline, old, new, pair.get("locale"))}
    except Stop as stop:
        return {"id": name, "error": stop.message.en}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return {"id": name, "error": f"not a pair with old and new: {error}"}


def _read(path: Path) -> _Side:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Stop(_no_file(path), 2) from error
    return _Side(str(path), sha256(data).hexdigest(), _text_of(data, path))


def _text_of(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Stop(Bilingual(f"{path} ไม่ใช่ข้อความ UTF-8", f"{path} is no UTF-8 text"), 2) from error


def _no_file(path: Path) -> Bilingual:
    return Bilingual(f"อ่าน {path} ไม่ได้", f"{path} cannot be read")


def _locale_of(text: str) -> str:
    """`th` where the text holds Thai, else `en`."""
    return "th" if any("\u0e01" <= letter <= "\u0e5b" for letter in text) else "en"
