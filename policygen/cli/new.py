"""`policygen new`: a site or a policy to start from."""

import os

import click

from policygen.cli.context import Context, Stop, report, say
from policygen.cli.words import command as new_command
from policygen.cli.words import pass_context
from policygen.diagnostics import Bilingual
from policygen.starting import Refused, Start, plan_start, write_start
from policygen.starting.schemas import files_of_schemas


@new_command(
    "สร้างเว็บไซต์หรือนโยบายใหม่ที่ครบทั้งสองภาษา พร้อมช่องว่างให้เติม: privacy, cookies, employees, cctv หรือ recruitment",
    "Make a new site or policy, complete in two languages, with blanks to fill in: "
    "privacy, cookies, employees, cctv or recruitment.",
)
@click.argument("name", metavar="SITE[/POLICY]")
@pass_context
def command(context: Context, name: str) -> int:
    """Make the site, or the policy."""
    site, slash, policy = name.partition("/")
    planned = plan_start(context.content, site, policy if slash else None)
    if isinstance(planned, Refused):
        report(context, planned.found)
        raise Stop(planned.message, 2, planned.hint)
    try:
        write_start(context.content, planned, files_of_schemas())
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise Stop(
            Bilingual(
                f"เขียน {context.content}/{planned.folder.as_posix()} ไม่ได้ ({reason})",
                f"{context.content}/{planned.folder.as_posix()} cannot be written ({reason})",
            ),
            2,
        ) from None
    say(context, _told(context, planned))
    return 0


def _told(context: Context, start: Start) -> Bilingual:
    folder = f"{context.content.as_posix()}/{start.folder.as_posix()}/"
    return Bilingual(
        f"สร้าง {folder} แล้ว ({len(start.files)} ไฟล์)\n"
        f"  1. เติมข้อความแทน [วงเล็บเหลี่ยม] ทุกแห่ง: policygen check {start.policy} บอกว่าเหลือที่ใด\n"
        f"  2. ดูหน้าเว็บขณะเขียน: policygen serve --open\n"
        f"  3. เผยแพร่ฉบับที่ 1: policygen publish {start.policy}",
        f"made {folder} ({len(start.files)} files)\n"
        f"  1. fill in every [bracket]: policygen check {start.policy} tells where they are\n"
        f"  2. see the pages while you write: policygen serve --open\n"
        f"  3. publish version 1: policygen publish {start.policy}",
    )
