"""`policygen verify`: whether the ledgers are what was published, all of it."""

import json
from collections.abc import Mapping
from typing import Any

import click

from policygen.cli.context import Context, counted, report, say
from policygen.cli.policies import PolicyName, all_policies, find_policy, finish_interrupted
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual, Diagnostic, has_errors, in_order
from policygen.ledger import Ledger, read_ledger


@new_command("ตรวจสายโซ่และค่าแฮชของบัญชีฉบับ", "Check every ledger's chain, digests and heads.")
@click.argument("policies", nargs=-1, metavar="[POLICY]...")
@option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", th="รูปแบบ [text]", en="The form [text]."
)
@option(
    "--against",
    metavar="URL-OR-FILE",
    th="เทียบกับ heads.json ที่เก็บไว้ หรือไฟล์หรือหน้าของเว็บไซต์ที่เผยแพร่แล้ว",
    en="Compare with a saved heads.json, or a file or page of the public site.",
)
@pass_context
def command(context: Context, policies: tuple[str, ...], form: str, against: str | None) -> int:
    """Check the ledgers."""
    names = [find_policy(context, typed) for typed in policies] or list(all_policies(context))
    ledgers: Mapping[PolicyName, Ledger] = {name: _verified(context, name) for name in names}
    if against is not None:
        from policygen.cli.against import beside

        ledgers = beside(against, ledgers, chosen=bool(policies))
    findings = [finding for ledger in ledgers.values() for finding in ledger.diagnostics]
    if form == "json":
        click.echo(json.dumps([_as_json(*pair) for pair in ledgers.items()], ensure_ascii=False, indent=2))
    else:
        report(context, findings)
        for name, ledger in ledgers.items():
            say(context, _line(name, ledger))
    return 1 if has_errors(findings) else 0


def _verified(context: Context, name: PolicyName) -> Ledger:
    ledger = read_ledger(name.site_folder, name.policy, thorough=True)
    finish_interrupted(context, name, ledger)
    return ledger


def _line(name: PolicyName, ledger: Ledger) -> Bilingual:
    count, acts = len(ledger.records), len(ledger.acts)
    if has_errors(ledger.diagnostics):
        return Bilingual(f"{name}: พบข้อผิดพลาด", f"{name}: errors found")
    if not count:
        return Bilingual(f"{name}: ยังไม่มีฉบับเผยแพร่", f"{name}: nothing published yet")
    thai = f"{count} ฉบับ" + (f" และการถอนหรือปกปิด {acts} รายการ" if acts else "")
    english = counted(count, "version") + (f" and {counted(acts, 'act')}" if acts else "")
    return Bilingual(f"{name}: ครบถ้วนถูกต้อง {thai} {ledger.tip}", f"{name}: {english}, sound, {ledger.tip}")


def _as_json(name: PolicyName, ledger: Ledger) -> dict[str, Any]:
    return {
        "policy": str(name),
        "sound": not has_errors(ledger.diagnostics),
        "count": len(ledger.records),
        "acts": len(ledger.acts),
        "digest": ledger.tip,
        "findings": [_finding(one) for one in in_order(ledger.diagnostics)],
    }


def _finding(one: Diagnostic) -> dict[str, Any]:
    message = {"th": one.message.th, "en": one.message.en}
    return {"rule": one.rule, "severity": one.severity, "path": one.place.path, "message": message}
