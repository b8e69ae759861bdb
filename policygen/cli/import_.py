"""`policygen import`: an existing policy, as a file, into sources."""

import os
from pathlib import Path

import click

from policygen.cli.context import Context, Stop, report
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual, Place


@new_command(
    "นำนโยบายที่มีอยู่ (ข้อความ Markdown HTML หรือ DOCX) เข้าเป็นต้นฉบับ",
    "Turn an existing policy (text, Markdown, HTML or DOCX) into sources.",
)
@click.argument("file", type=click.Path(path_type=Path))
@option(
    "--as",
    "policy",
    metavar="POLICY",
    required=True,
    th="ชื่อนโยบายที่จะสร้าง: site/policy",
    en="What it becomes: site/policy.",
)
@option(
    "--report",
    "report_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    th="เขียนรายงานลงไฟล์ด้วย",
    en="Write the report to a file too.",
)
@pass_context
def command(context: Context, file: Path, policy: str, report_file: Path | None) -> int:
    """Import the policy."""
    from policygen.importing import import_policy, report_as_text
    from policygen.importing.refusals import Refused

    site, name = _free_name(context, policy)
    if not file.is_file():
        raise Stop(Bilingual(f"ไม่มีไฟล์ {file}", f"there is no file {file}"), 2)
    if report_file is not None and not report_file.parent.is_dir():
        raise Stop(Bilingual(f"ไม่มีโฟลเดอร์ {report_file.parent}", f"there is no folder {report_file.parent}"), 2)
    try:
        imported = import_policy(file, context.content, site, name)
    except Refused as refused:
        report(context, refused.diagnostics)
        raise Stop(Bilingual(f"ไม่ได้นำเข้า {file}", f"{file} was not imported"), 1) from None
    text = report_as_text(imported, policy, context.lang)
    click.echo(text, nl=False)
    if report_file is not None:
        report_file.write_text(text, encoding="utf-8", newline="\n")
    return 0


def _free_name(context: Context, typed: str) -> tuple[str, str]:
    """The site and the policy of `site/policy`; stops with exit code 2 where it is no name, or is in use."""
    from policygen.sources.tree import bad_policy_name, bad_site_name

    site, slash, policy = typed.partition("/")
    if not slash:
        hint = Bilingual("เช่น --as acme/privacy", "such as --as acme/privacy")
        raise Stop(Bilingual("--as ต้องเป็น site/policy", "--as must be site/policy"), 2, hint)
    place = Place(context.content.as_posix())
    refused = bad_site_name(place, site) or bad_policy_name(place, policy, ())
    if refused is not None:
        raise Stop(refused.message, 2, refused.hint)
    if os.path.lexists(context.content / site / policy):
        raise Stop(
            Bilingual(f"มี {typed} อยู่แล้ว", f"{typed} is there already"),
            2,
            Bilingual("ใช้ชื่ออื่น หรือย้ายโฟลเดอร์เดิมออกก่อน", "choose another name, or move the folder away first"),
        )
    return site, policy
