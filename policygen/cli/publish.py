"""`policygen publish`: freeze the draft as the next version."""

from datetime import date
from typing import assert_never

import click

from policygen.cli.acts import append_record
from policygen.cli.context import Context, Stop, report, say
from policygen.cli.policies import PolicyName, find_policy, finish_interrupted
from policygen.cli.weighing import weighing_as_text
from policygen.cli.words import DAY, option, pass_context
from policygen.cli.words import command as new_command
from policygen.diagnostics import Bilingual
from policygen.drafts import load_draft
from policygen.ledger import Record, binding, read_ledger
from policygen.ledger.reading import version_path
from policygen.publish import Blocked, Options, Planned, Unchanged, plan_version
from policygen.text.catalog import catalog
from policygen.text.dates import date_in_words


@new_command(
    "ตรึงฉบับร่างเป็นฉบับถัดไปในบัญชีฉบับ ต้นฉบับไม่ถูกแก้ไข",
    "Freeze the draft as the next version. The sources are not edited.",
)
@click.argument("policy")
@option("--effective", type=DAY, th="วันที่มีผล แทนที่ next:", en="The day it binds; overrides next:.")
@option("--published", type=DAY, th="วันที่เผยแพร่ แทนที่ next:", en="The day it goes online; overrides next:.")
@option(
    "--as-found",
    metavar="REASON",
    th="ตรึงนโยบายที่ใช้อยู่เดิมตามสภาพ (ฉบับแรกเท่านั้น)",
    en="Freeze an existing policy as it stood (a first version only).",
)
@option("--dry-run", is_flag=True, th="บอกว่าจะเกิดอะไร โดยไม่เขียนไฟล์", en="Say what would happen, and write nothing.")
@pass_context
def command(
    context: Context,
    policy: str,
    *,
    effective: date | None,
    published: date | None,
    as_found: str | None,
    dry_run: bool,
) -> int:
    """Publish the draft."""
    if as_found is not None and not as_found.strip():
        raise Stop(Bilingual("--as-found ต้องมีเหตุผล", "--as-found needs a reason"), 2)
    name = find_policy(context, policy)
    draft = load_draft(context.content, name.site, name.policy)
    ledger = read_ledger(name.site_folder, name.policy, thorough=True)
    if not dry_run:
        finish_interrupted(context, name, ledger)
    options = Options(effective, published, as_found)
    # Without a site there is no day either, and the draft's own findings say why.
    today = context.today_in(draft.policy.site.timezone) if draft.policy else date.max
    outcome = plan_version(draft, ledger, options, today)
    if dry_run and not isinstance(outcome, Unchanged) and outcome.weighing:
        click.echo("\n".join(weighing_as_text(outcome.weighing, context.lang)))
    match outcome:
        case Planned(record, diagnostics):
            report(context, diagnostics)
            if not dry_run:
                append_record(name, record)
            say(context, _done(name, record, as_found, dry_run))
            return 0
        case Blocked(diagnostics):
            report(context, diagnostics)
            raise Stop(Bilingual(f"ไม่ได้เผยแพร่ {name}", f"{name} was not published"), 1)
        case Unchanged(last):
            report(context, draft.diagnostics)
            raise Stop(_unchanged(name, last), 1)
        case _:
            assert_never(outcome)


def _done(name: PolicyName, record: Record, as_found: str | None, dry_run: bool) -> Bilingual:
    """What was done, or would be: the version, from when it counts, its digest, its file, and why it was as found."""
    path = version_path(name.site_folder, name.policy, record.number).as_posix()
    day, reason = binding(record), f" ({as_found})" if as_found else ""
    thai, english = catalog("th")["version"][day.by], catalog("en")["version"][day.by].lower()
    return Bilingual(
        f"{'จะ' if dry_run else ''}ตรึง {name} ฉบับที่ {record.number}{'' if dry_run else ' แล้ว'}{reason}: "
        f"{thai} {date_in_words(day.day, 'th')}\n  {path}\n  sha256 {record.digest}",
        f"{name}: version {record.number} {'would be' if dry_run else 'is'} published{reason}, "
        f"{english} {date_in_words(day.day, 'en')}\n  {path}\n  sha256 {record.digest}",
    )


def _unchanged(name: PolicyName, last: Record) -> Bilingual:
    return Bilingual(
        f"ไม่มีอะไรต้องเผยแพร่: ฉบับร่างของ {name} ตรงกับฉบับที่ {last.number}",
        f"nothing to publish: the draft of {name} says what version {last.number} says",
    )
