"""`policygen withdraw`: an upcoming version never binds."""

import click

from policygen.cli.acts import append_record, given_reason
from policygen.cli.context import Context, Stop, say
from policygen.cli.policies import PolicyName, find_policy, find_version, finish_interrupted, sound_ledger, today_of
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual
from policygen.ledger import Withdrawal
from policygen.publish.acting import Refused, plan_withdrawal


@new_command(
    "ถอนฉบับที่ยังไม่มีผล ฉบับนั้นจะไม่มีวันมีผล แต่ยังอ่านได้ในประวัติ",
    "Withdraw an upcoming version: it never binds, and stays in the history.",
)
@click.argument("policy")
@click.argument("version")
@option("--reason", metavar="TEXT", required=True, th="เหตุผล (จะเผยแพร่)", en="Why; it is published.")
@pass_context
def command(context: Context, policy: str, version: str, reason: str) -> int:
    """Withdraw the version."""
    why = given_reason(reason)
    name = find_policy(context, policy)
    ledger = sound_ledger(context, name)
    finish_interrupted(context, name, ledger)
    record = find_version(context, name, ledger.records, version)
    planned = plan_withdrawal(ledger, record, why, today_of(context, name))
    if isinstance(planned, Refused):
        raise Stop(planned.message, 1)
    say(context, _done(name, planned, append_record(name, planned)))
    return 0


def _done(name: PolicyName, act: Withdrawal, path: str) -> Bilingual:
    return Bilingual(
        f"ถอน {name} ฉบับที่ {act.version} แล้ว ฉบับนี้จะไม่มีผล\n  {path}\n  sha256 {act.digest}",
        f"{name}: version {act.version} is withdrawn and never binds\n  {path}\n  sha256 {act.digest}",
    )
