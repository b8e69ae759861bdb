"""`policygen diff`: what changed between two files, one pair or many in one process."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Any

import click

from policygen.cli.context import Context, Stop
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual
from policygen.diff.files import compare_texts
from policygen.diff.redline import Redline
from policygen.text.segmentation import ThaiWords

FORMS = ("text", "json")


@dataclass(frozen=True, slots=True)
class _Side:
    """A text to compare: what to call it, and its bytes' digest."""

    label: str
    digest: str
    text: str


@new_command("เปรียบเทียบสองไฟล์: คำที่เปลี่ยน และข้อความที่ย้ายที่", "Compare two files: the words that changed, and what moved.")
@option("--files", nargs=2, metavar="OLD NEW", th="สองไฟล์ที่จะเปรียบเทียบ", en="The two files to compare.")
@option(
    "--batch",
    metavar="LIST",
    th='หลายคู่ในครั้งเดียว: ไฟล์ที่มีบรรทัดละ {"id", "old", "new", "locale"}',
    en='Many pairs at once: a file with {"id", "old", "new", "locale"} on each line.',
)
@option("--locale", metavar="LOCALE", th="ภาษาของข้อความ [ดูจากข้อความ]", en="The locale of the texts [the text decides].")
@option("--format", "form", type=click.Choice(FORMS), default="text", th="รูปแบบ [text]", en="The form [text].")
@option("--exit-code", is_flag=True, th="ออกด้วยรหัส 1 หากมีสิ่งที่ต่างกัน", en="Exit with 1 where anything differs.")
@pass_context
def command(
    _context: Context,
    *,
    files: tuple[str, str] | None,
    batch: str | None,
    locale: str | None,
    form: str,
    exit_code: bool,
) -> int:
    """Compare, and print."""
    if batch is not None:
        for line in _batch(Path(batch), ThaiWords()):
            click.echo(line)
        return 0
    if files is None:
        raise Stop(Bilingual("บอกสิ่งที่จะเปรียบเทียบด้วย --files OLD NEW", "say what to compare with --files OLD NEW"), 2)
    old, new = (_read(Path(name)) for name in files)
    redline = compare_texts(old.text, new.text, ThaiWords())
    click.echo(_written(redline, old, new, locale, form), nl=False)
    return 1 if exit_code and any(run.op != "equal" for run in redline.runs) else 0


def _written(redline: Redline[int], old: _Side, new: _Side, locale: str | None, form: str) -> str:
    if form == "json":
        return json.dumps(_comparison(redline, old, new, locale), ensure_ascii=False) + "\n"
    from policygen.exports.redline_as_text import redline_as_text

    return redline_as_text(redline)


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
