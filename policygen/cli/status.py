"""`policygen status`: every policy on one screen, and whether the built sites are past their next change of state."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from policygen.cli.context import Context, Language, counted, tell
from policygen.cli.policies import PolicyName, all_policies, today_of
from policygen.cli.words import command as new_command
from policygen.cli.words import pass_context
from policygen.diagnostics import SEVERITIES, Bilingual, Severity, columns, has_errors
from policygen.ledger import Ledger, Record, binding, counting, editions_of, in_force, next_upcoming, read_ledger
from policygen.model.edition import Edition
from policygen.model.policy import Policy
from policygen.text.catalog import catalog
from policygen.text.dates import date_in_words

_HEADS = (
    Bilingual("นโยบาย", "policy"),
    Bilingual("ฉบับ", "version"),
    Bilingual("มีผลครั้งถัดไป", "next effective"),
    Bilingual("ฉบับร่าง", "draft"),
    Bilingual("ผลตรวจ", "findings"),
    Bilingual("คำแปลค้าง", "translations behind"),
)
_OUTPUT = "output"
_NOTHING = Bilingual("–", "–")


@new_command(
    "แสดงทุกนโยบายในหน้าจอเดียว: ฉบับ สถานะ ฉบับร่าง ผลตรวจ คำแปลที่ค้าง",
    "Show every policy on one screen: version, state, draft, findings, translations behind.",
)
@pass_context
def command(context: Context) -> int:
    """Show where everything stands."""
    names = list(all_policies(context))
    rows = [_row(context, name) for name in names]
    click.echo("\n".join(_table(rows, context.lang)))
    due = [(name, day) for name in names if (day := _due(context, name))]
    for name, day in due:
        tell(
            context,
            Bilingual(
                f"{name}: หน้าที่สร้างไว้พ้นวันที่ {date_in_words(day, 'th')} ซึ่งสถานะเปลี่ยนแล้ว สั่ง policygen build",
                f"{name}: the built pages are past {date_in_words(day, 'en')}, when a state changed: policygen build",
            ),
        )
    return 1 if due else 0


def _row(context: Context, name: PolicyName) -> tuple[Bilingual, ...]:
    """The words of one policy's columns."""
    ledger, today = read_ledger(name.site_folder, name.policy), today_of(context, name)
    return (
        Bilingual(str(name), str(name)),
        _version(ledger, today),
        _coming(ledger.records, today),
        *_draft(context, name, ledger, today),
    )


def _version(ledger: Ledger, today: date) -> Bilingual:
    """The version in force, else the next one, else that there is none."""
    if has_errors(ledger.diagnostics):
        return Bilingual("บัญชีฉบับเสียหาย (ดู verify)", "ledger damaged (see verify)")
    binds = in_force(ledger.records, today)
    if binds is not None:
        return _of_version(binds, "in-force")
    coming = next_upcoming(ledger.records, today)
    return Bilingual("ยังไม่เผยแพร่", "none yet") if coming is None else _of_version(coming, "upcoming")


def _of_version(record: Record, state: str) -> Bilingual:
    words = {lang: catalog(lang)["state"][state] for lang in ("th", "en")}
    return Bilingual(f"ฉบับที่ {record.number} {words['th']}", f"{record.number}, {words['en'].lower()}")


def _coming(records: Sequence[Record], today: date) -> Bilingual:
    """The next version that takes effect, and in how many days."""
    coming = next_upcoming(records, today)
    if coming is None:
        return _NOTHING
    days = (binding(coming).day - today).days
    return Bilingual(f"ฉบับที่ {coming.number} ในอีก {days} วัน", f"{coming.number} in {counted(days, 'day')}")


def _draft(context: Context, name: PolicyName, ledger: Ledger, today: date) -> Iterator[Bilingual]:
    """Whether the draft differs and the notice it asks for; what the checks find; translations that are behind."""
    from policygen.checks import check_draft
    from policygen.diff.translation_debt import translation_debt
    from policygen.drafts import load_draft

    if not name.has_sources:
        yield from (Bilingual("ไม่มีต้นฉบับ", "no sources"), _NOTHING, _NOTHING)
        return
    draft = load_draft(context.content, name.site, name.policy)
    found = _found(Counter(one.severity for one in check_draft(draft, ledger.records, today)))
    if draft.policy is None or draft.edition is None:
        yield from (Bilingual("อ่านไม่ได้", "cannot be read"), found, _NOTHING)
        return
    yield _change(draft.policy, draft.edition, ledger)
    yield found
    debts = translation_debt((*editions_of(counting(ledger.records)), draft.edition))
    yield Bilingual(f"{len(debts)} ข้อ", f"{counted(len(debts), 'clause')}") if debts else _NOTHING


def _change(policy: Policy, edition: Edition, ledger: Ledger) -> Bilingual:
    """Whether the draft changes anything, and the notice class that it asks for."""
    from policygen.publish.weighing import weigh

    before = next(reversed(counting(ledger.records)), None)
    weighing = weigh(policy, edition, before, len(ledger.records) + 1)
    if weighing.notice is None:
        return Bilingual("ฉบับแรก", "a first version")
    count = len(weighing.events)
    if not count:
        return _NOTHING
    return Bilingual(f"{weighing.notice} {count} รายการ", f"{weighing.notice}, {counted(count, 'event')}")


def _found(levels: Counter[Severity]) -> Bilingual:
    """How many findings of each level, the gravest first."""
    thai = {"error": "ผิด", "warning": "เตือน", "info": "สังเกต"}
    english = {"error": "error", "warning": "warning", "info": "note"}
    there = [(level, levels[level]) for level in SEVERITIES if levels[level]]
    if not there:
        return _NOTHING
    return Bilingual(
        " ".join(f"{thai[level]} {count}" for level, count in there),
        ", ".join(f"{counted(count, english[level])}" for level, count in there),
    )


def _due(context: Context, name: PolicyName) -> date | None:
    """The day of the state change that the built pages have missed, or None."""
    versions = (context.output or Path(_OUTPUT)) / name.site / name.policy / "versions.json"
    try:
        change = json.loads(versions.read_text("utf-8"))["next_change"]
        day = date.fromisoformat(change) if change else None
    except (OSError, ValueError, KeyError, TypeError):
        # Nothing is built here, or not by us: then no state can be stale.
        return None
    return day if day is not None and day <= today_of(context, name) else None


def _table(rows: Sequence[tuple[Bilingual, ...]], language: Language) -> Iterator[str]:
    """The rows under their heads, each column as wide as its widest cell."""
    lines = [[cell.in_language(language) for cell in row] for row in (_HEADS, *rows)]
    widths = [max(columns(line[column]) for line in lines) for column in range(len(_HEADS))]
    for line in lines:
        padded = (text + " " * (width - columns(text)) for text, width in zip(line, widths, strict=True))
        yield "  ".join(padded).rstrip()
