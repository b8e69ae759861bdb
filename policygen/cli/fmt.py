"""`policygen fmt`: the sources in one canonical form."""

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from policygen.cli.context import Context, counted, report, tell
from policygen.cli.policies import all_policies, find_policy
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.sources import list_sites

if TYPE_CHECKING:
    from policygen.sources.canonical.formatting import Change, Formatting


@new_command(
    "จัดไฟล์เนื้อหาให้อยู่ในรูปแบบเดียว โดยไม่เปลี่ยนความหมายและไม่ทิ้งหมายเหตุ",
    "Bring the sources into one canonical form; neither meaning nor comments change.",
)
@click.argument("policies", nargs=-1, metavar="[POLICY]...")
@option(
    "--check",
    is_flag=True,
    th="บอกชื่อไฟล์ที่จะเปลี่ยนเท่านั้น ไม่เขียน (รหัสออก 1 ถ้ามี)",
    en="Only list the files that would change, and exit with 1 if there are any.",
)
@pass_context
def command(context: Context, policies: tuple[str, ...], check: bool) -> int:
    """Format the files, or tell which would change."""
    done = list(_formatted(context, policies))
    changes = [change for formatting in done for change in formatting.changes]
    found = [one for formatting in done for one in formatting.found]
    if check:
        for change in changes:
            click.echo(change.before.path)
    else:
        found += _written(context, changes)
    report(context, found)
    tell(context, _told(sum(formatting.files for formatting in done), len(changes), check=check))
    return 1 if found or (check and changes) else 0


def _formatted(context: Context, typed: tuple[str, ...]) -> "Iterator[Formatting]":
    from policygen.sources.canonical.formatting import format_site
    from policygen.sources.reading import Folder

    folder = Folder(context.content)
    names = dict.fromkeys(find_policy(context, one) for one in typed)
    if names:
        yield from (format_site(folder, name.site, name.policy) for name in names)
        return
    # Says so where there is no content folder.
    list(all_policies(context))
    yield from (format_site(folder, site, None) for site in list_sites(context.content))


def _written(context: Context, changes: "Iterable[Change]") -> Iterator[Diagnostic]:
    """Write each file, and tell its name; gives those that could not be written."""
    from policygen.sources.canonical.placing import replace_text
    from policygen.sources.reading import Folder

    folder = Folder(context.content)
    for change in changes:
        place = Place(change.before.path)
        # An editor may have saved it meanwhile.
        if folder.read(change.source.path)[0] != change.before:
            yield _changed_meanwhile(place)
            continue
        try:
            replace_text(change.source.path, change.after)
        except OSError as error:
            yield _not_written(place, os.strerror(error.errno or 0))
        else:
            click.echo(change.before.path)


def _changed_meanwhile(place: Place) -> Diagnostic:
    message = Bilingual("ไฟล์นี้ถูกแก้ระหว่างจัดรูปแบบ จึงไม่แตะต้อง", "the file changed meanwhile; it is left as it is")
    return Diagnostic("file.changed", "error", place, message, Bilingual("สั่ง fmt อีกครั้ง", "run fmt again"))


def _not_written(place: Place, reason: str) -> Diagnostic:
    message = Bilingual(f"เขียนไฟล์ไม่ได้ ({reason})", f"the file cannot be written ({reason})")
    return Diagnostic("file.unwritable", "error", place, message)


def _told(files: int, changes: int, *, check: bool) -> Bilingual:
    if not changes:
        return Bilingual(f"ทั้ง {files} ไฟล์อยู่ในรูปแบบมาตรฐาน", f"{counted(files, 'file')} looked at, none to change")
    if check:
        return Bilingual(f"จะเปลี่ยน {changes} ใน {files} ไฟล์", f"{changes} of {counted(files, 'file')} would change")
    return Bilingual(f"เปลี่ยน {changes} ใน {files} ไฟล์", f"{changes} of {counted(files, 'file')} changed")
