"""`policygen check`: what is wrong with the drafts, in law and in language."""

import sys
from collections import Counter
from collections.abc import Sequence

import click

from policygen.build.collection import without_collection
from policygen.cli.checking import all_findings
from policygen.cli.context import Context, tell
from policygen.cli.policies import find_policy
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual, Diagnostic, Severity, as_text, in_order


@new_command(
    "ตรวจฉบับร่างตามกฎหมายและหลักภาษา ผลการตรวจออกทาง stdout",
    "Check the drafts by the rules of law and language. Findings go to stdout.",
)
@click.argument("policies", nargs=-1, metavar="[POLICY]...")
@option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "github"]),
    default="text",
    th="รูปแบบ [text]",
    en="The form [text].",
)
@option("--strict", is_flag=True, th="ถือว่าคำเตือนเป็นข้อผิดพลาดด้วย", en="Warnings fail the check too.")
@pass_context
def command(context: Context, policies: tuple[str, ...], form: str, *, strict: bool) -> int:
    """Check the drafts."""
    chosen = [find_policy(context, typed) for typed in policies]
    with without_collection():
        found = _each_once(in_order(all_findings(context, chosen)))
    # Not click.echo: on a terminal it would strip what looks like a colour from an author's own line.
    sys.stdout.write(_in_form(found, form, context.lang))
    sys.stdout.flush()
    levels = Counter(one.severity for one in found)
    tell(context, _summary(levels))
    return 1 if levels["error"] or (strict and levels["warning"]) else 0


def _each_once(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Without what several policies tell of a file that they share."""
    return list({(one.rule, one.place, one.message.en): one for one in reversed(found)}.values())[::-1]


def _in_form(found: Sequence[Diagnostic], form: str, language: str) -> str:
    match form:
        case "json":
            from policygen.checks.reports.as_json import as_json

            return as_json(found)
        case "sarif":
            from policygen.checks import RULES
            from policygen.checks.reports.as_sarif import as_sarif

            return as_sarif(found, RULES, language)
        case "github":
            from policygen.checks.reports.as_github import as_github

            return as_github(found, language)
        case _:
            return as_text(found, language)


def _summary(levels: Counter[Severity]) -> Bilingual:
    errors, warnings, infos = levels["error"], levels["warning"], levels["info"]
    return Bilingual(
        f"ข้อผิดพลาด {errors} คำเตือน {warnings} ข้อสังเกต {infos}",
        f"errors: {errors}, warnings: {warnings}, notes: {infos}",
    )
