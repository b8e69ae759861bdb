"""`policygen redact`: a text of a version is replaced by its digest, for good."""

from collections.abc import Iterable, Iterator

import click

from policygen.cli.acts import append_record, given_reason
from policygen.cli.context import Context, Stop, say, tell
from policygen.cli.policies import PolicyName, find_policy, find_version, finish_interrupted, sound_ledger, today_of
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual
from policygen.ledger.texts import Text
from policygen.publish.acting import PlannedRedaction, Refused, plan_redaction

_SHOWN = 60


@new_command(
    "ปกปิดข้อความของฉบับหนึ่ง: ค่าแฮชแทนที่ข้อความทุกแห่งในระเบียนของฉบับนั้น ย้อนกลับไม่ได้",
    "Redact a text of a version: its digest takes its place everywhere in the version's record, for good.",
)
@click.argument("policy")
@click.argument("version")
@click.argument("path")
@option("--reason", metavar="TEXT", required=True, th="เหตุผล (จะเผยแพร่)", en="Why; it is published.")
@option("--dry-run", is_flag=True, th="แสดงข้อความที่จะถูกปกปิด โดยไม่เขียนไฟล์", en="Show what would be redacted.")
@pass_context
def command(context: Context, policy: str, version: str, path: str, *, reason: str, dry_run: bool) -> int:
    """Redact the text."""
    why = given_reason(reason)
    name = find_policy(context, policy)
    ledger = sound_ledger(context, name)
    if not dry_run:
        finish_interrupted(context, name, ledger)
    record = find_version(context, name, ledger.records, version)
    planned = plan_redaction(ledger, record, path, why, today_of(context, name))
    if isinstance(planned, Refused):
        _say_texts(context, planned.near)
        raise Stop(planned.message, 1, _NEAR if planned.near else None)
    if dry_run:
        _say_texts(context, planned.redacted.replaced)
        return 0
    written = append_record(name, planned.act)
    say(context, _done(name, planned, written))
    for line in _left(planned):
        tell(context, line)
    return 0


_NEAR = Bilingual("ข้อความที่มี แสดงไว้ข้างต้น", "the texts that are there are listed above")


def _say_texts(context: Context, texts: Iterable[Text]) -> None:
    """A line for each text: its path and its beginning."""
    for text in texts:
        line = f"{'/'.join(text.path)}  {_beginning(text.plain)}"
        say(context, Bilingual(line, line))


def _beginning(text: str) -> str:
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    return repr(shown)


def _done(name: PolicyName, planned: PlannedRedaction, path: str) -> Bilingual:
    act = planned.act
    places = "".join(f"\n  {place}" for place in act.places)
    texts = "".join(f"\n  sha256 {text}" for text in act.texts)
    return Bilingual(
        f"ปกปิดข้อความใน {name} ฉบับที่ {act.version} แล้ว:{places}\nค่าแฮชของข้อความ:{texts}\nบันทึกไว้ที่ {path}",
        f"{name}: redacted in version {act.version}:{places}\nthe digests of the texts:{texts}\non record in {path}",
    )


def _left(planned: PlannedRedaction) -> Iterator[Bilingual]:
    """Where a text of it still stands."""
    for text in planned.redacted.left:
        path = "/".join(text.path)
        yield Bilingual(
            f"ข้อความที่ปกปิดยังอยู่ในข้อความที่ยาวกว่าที่ {path}", f"one of the texts still stands inside a longer one at {path}"
        )
    if planned.elsewhere:
        numbers = ", ".join(map(str, planned.elsewhere))
        yield Bilingual(f"ข้อความเดียวกันยังอยู่ในฉบับที่ {numbers}", f"the same text still stands in version {numbers}")
    yield Bilingual(
        "ต้นฉบับ ประวัติของระบบควบคุมรุ่น สำเนาสำรอง และเว็บไซต์ที่สร้างไว้แล้ว ยังมีข้อความนี้จนกว่าจะลบหรือสร้างใหม่",
        "sources, version control, backups and sites built before still hold it until you clear or rebuild them",
    )
