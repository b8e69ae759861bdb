"""`policygen build`: write the sites into output/."""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click

from policygen.build.building import OnBuilt, Outcome, build
from policygen.build.folder import Refused
from policygen.build.job import Built, Request
from policygen.build.manifest import NextChange
from policygen.build.reasons import removed, sentence
from policygen.cli.context import Context, Stop, counted, report, say
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual, has_errors
from policygen.text.dates import date_in_words

# Two processes are worth their start on any machine; a third waits for the disk.
_USUAL_JOBS = 2
# Shorter builds are over before anybody has read that they began.
_PROGRESS_AFTER_SECONDS = 0.5


@new_command(
    "เขียนเว็บไซต์จากบัญชีฉบับลงใน output/ เขียนเฉพาะหน้าที่เปลี่ยน",
    "Write the sites from their ledgers into output/; only pages that changed are written.",
)
@click.argument("sites", nargs=-1, metavar="[SITE]...")
@option("--drafts", is_flag=True, th="รวมฉบับร่าง ลงใน output-drafts/", en="With drafts, into output-drafts/.")
@option(
    "--file-links",
    is_flag=True,
    th="ลงท้ายลิงก์ด้วย index.html สำหรับเปิดอ่านจากดิสก์",
    en="End links in index.html, for reading from disk.",
)
@option(
    "--review",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    th="เขียนโฟลเดอร์สำหรับผู้ตรวจ: สิ่งที่ฉบับร่างเปลี่ยน ทุกภาษา",
    en="Write the reviewers' folder too: what the drafts change, in every language.",
)
@option("--explain", is_flag=True, th="บอกเหตุที่เขียนแต่ละหน้า", en="Say why each page is written.")
@option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    th="จำนวนโพรเซสที่ทำงานพร้อมกัน [2 หรือเท่าที่เครื่องมี]",
    en="How many processes work at once [2, or as many as the machine has].",
)
@pass_context
def command(
    context: Context,
    sites: tuple[str, ...],
    *,
    drafts: bool,
    file_links: bool,
    review: Path | None,
    explain: bool,
    jobs: int | None,
) -> int:
    """Build the sites, say what was done, and tell everything that is wrong."""
    began = time.perf_counter()
    request = Request(
        content=context.content,
        output=context.output or Path("output-drafts" if drafts else "output"),
        today_in=context.today_in,
        sites=sites,
        drafts=drafts,
        file_links=file_links,
        jobs=jobs or min(_USUAL_JOBS, os.cpu_count() or 1),
    )
    if review is not None:
        # Before anything is written.
        from policygen.cli.reviewing import refuse_others

        refuse_others(review)
    try:
        outcome = build(request, _progress())
    except Refused as refused:
        raise Stop(refused.message, 2, refused.hint) from refused
    if explain:
        for line in _reasons(request.output, outcome):
            say(context, line)
    report(context, outcome.diagnostics)
    for line in _summary(outcome, time.perf_counter() - began):
        say(context, line)
    if review is not None:
        say(context, _reviewed(context, review, sites))
    return 1 if has_errors(outcome.diagnostics) else 0


def _reviewed(context: Context, folder: Path, sites: tuple[str, ...]) -> Bilingual:
    # Imported here: it reads sources and cuts Thai, which no public build does.
    from policygen.cli.reviewing import write_review

    names = ", ".join(map(str, write_review(context, folder, sites))) or "–"
    index = (folder / "index.html").as_posix()
    return Bilingual(f"ฉบับร่างที่ต่างจากฉบับล่าสุด: {names}\n  {index}", f"drafts to review: {names}\n  {index}")


def _progress() -> OnBuilt:
    """A line on the terminal's stderr that is written over again; nothing where that is no terminal."""
    stream = sys.stderr
    began = time.perf_counter()

    def show(done: int, of: int, built: Built) -> None:
        if not stream.isatty() or time.perf_counter() - began < _PROGRESS_AFTER_SECONDS:
            return
        last = done == of
        line = "" if last else f"{done}/{of} {built.site}"
        click.echo(f"\r\x1b[K{line}", file=stream, nl=False)

    return show


def _reasons(output: Path, outcome: Outcome) -> Iterator[Bilingual]:
    for built in outcome.folders:
        folder = (output / built.site).as_posix()
        yield from (sentence(f"{folder}/{path}", reason) for path, reason in built.written)
        yield from (removed(f"{folder}/{path}") for path in built.removed)


def _summary(outcome: Outcome, seconds: float) -> Iterator[Bilingual]:
    sites, pages = len(outcome.sites), sum(built.pages for built in outcome.folders)
    written = sum(len(built.written) for built in outcome.folders)
    gone = sum(len(built.removed) for built in outcome.folders)
    failed = [built.site for built in outcome.folders if built.failed]
    yield Bilingual(
        f"{sites} เว็บไซต์ {pages} หน้า: เขียน {written} ไฟล์ ลบ {gone} ไฟล์ ใน {seconds:.2f} วินาที",
        f"{counted(sites, 'site')}, {counted(pages, 'page')}: {counted(written, 'file')} written, {gone} removed, "
        f"in {seconds:.2f} s",
    )
    if failed:
        names = ", ".join(failed)
        yield Bilingual(f"มีข้อผิดพลาด: {names}", f"errors in: {names}")
    if outcome.next_change:
        yield _rebuild(outcome.next_change)


def _rebuild(change: NextChange) -> Bilingual:
    """When the pages will be out of date by themselves."""
    thai = date_in_words(change.day, "th")
    return Bilingual(
        f"ต้องสร้างใหม่ในวันที่ {thai} ซึ่งสถานะของฉบับใน {change.policy} จะเปลี่ยน",
        f"build again on {change.day}, when the state of a version of {change.policy} changes",
    )
