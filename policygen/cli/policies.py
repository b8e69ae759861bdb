"""From what people type to a policy, a day and a version, with what there is where there is no such thing."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policygen.build.asking import asked_sites
from policygen.build.folder import Refused
from policygen.cli.context import Context, Stop, report, tell
from policygen.cli.words import day_of
from policygen.diagnostics import Bilingual, has_errors
from policygen.ledger import Ledger, LedgerBusy, Record, headed_policies, in_force, mend, read_ledger, unfinished
from policygen.sources import list_policies, load_site


@dataclass(frozen=True, slots=True)
class PolicyName:
    """A policy that is there: `site/policy`, under a content folder."""

    content: Path
    site: str
    policy: str

    @property
    def site_folder(self) -> Path:
        """Where the site is."""
        return self.content / self.site

    @property
    def has_sources(self) -> bool:
        """Whether there is anything to make a draft of; versions may stand alone."""
        return (self.site_folder / self.policy / "policy.yaml").exists()

    def __str__(self) -> str:
        return f"{self.site}/{self.policy}"


def find_policy(context: Context, typed: str) -> PolicyName:
    """The policy that `typed` names; stops with exit code 2 where there is none."""
    there = list(all_policies(context))
    found = next((name for name in there if str(name) == typed), None)
    if found is not None:
        return found
    from policygen.text.nearest import nearest

    names = [str(name) for name in there]
    meant = nearest(typed, names) or next((name for name in names if typed in name.split("/")), None)
    listed = ", ".join(names) or "–"
    raise Stop(
        Bilingual(f"ไม่มีนโยบาย {typed} ใน {context.content}/", f"there is no policy {typed} in {context.content}/"),
        2,
        Bilingual(f"หมายถึง {meant} หรือไม่", f"did you mean {meant}?")
        if meant
        else Bilingual(f"ที่มีอยู่: {listed}", f"there are: {listed}"),
    )


def all_policies(context: Context) -> Iterator[PolicyName]:
    """Every policy of every site; stops with exit code 2 where there is no content folder, or no site in it."""
    try:
        sites = asked_sites(context.content, ())
    except Refused as refused:
        raise Stop(refused.message, 2, refused.hint) from refused
    for site in sites:
        # Where heads.json names a policy whose folder is gone, verify must say so.
        for policy in sorted({*list_policies(context.content, site), *headed_policies(context.content / site)}):
            yield PolicyName(context.content, site, policy)


def sound_ledger(context: Context, name: PolicyName) -> Ledger:
    """The policy's ledger; stops with exit code 1 where it is damaged."""
    ledger = read_ledger(name.site_folder, name.policy)
    if has_errors(ledger.diagnostics):
        report(context, ledger.diagnostics)
        message = Bilingual(f"บัญชีฉบับของ {name} เสียหาย", f"the ledger of {name} is damaged")
        raise Stop(message, 1, Bilingual("ดูรายละเอียดด้วย policygen verify", "see policygen verify"))
    return ledger


def finish_interrupted(context: Context, name: PolicyName, ledger: Ledger) -> None:
    """Mend what a killed publish left, where the ledger is sound and its folder can be written to."""
    if has_errors(ledger.diagnostics) or not unfinished(name.site_folder, ledger):
        return
    with suppress(OSError, LedgerBusy):
        mend(name.site_folder, name.policy)
        tell(
            context,
            Bilingual(
                f"{name}: เก็บงานเผยแพร่ที่ค้างไว้ให้เรียบร้อยแล้ว", f"{name}: finished what an interrupted publish had left"
            ),
        )


def today_of(context: Context, name: PolicyName) -> date:
    """The day that decides states: `--today`, else the present day where the site is."""
    if context.today is not None:
        return context.today
    loaded = load_site(context.content, name.site)
    if loaded.value is None:
        report(context, loaded.diagnostics)
        raise Stop(
            Bilingual(f"อ่าน site.yaml ของ {name.site} ไม่ได้", f"site.yaml of {name.site} cannot be read"),
            1,
            Bilingual("หรือระบุวันด้วย --today", "or give the day with --today"),
        )
    return context.today_in(loaded.value.timezone)


def find_version(context: Context, name: PolicyName, records: Sequence[Record], typed: str) -> Record:
    """The record that a VERSION other than `draft` names; stops with exit code 1 where there is none."""
    found = _named(context, name, records, typed)
    if found is not None:
        return found
    numbers = ", ".join(str(record.number) for record in records)
    raise Stop(
        Bilingual(f"{name} ไม่มีฉบับ {typed}", f"{name} has no version {typed}"),
        1,
        Bilingual(
            f"ที่มีอยู่: {numbers or 'ยังไม่มีฉบับเผยแพร่'} (หรือ latest, in-force, draft, วันที่)",
            f"there are: {numbers or 'none published yet'} (or latest, in-force, draft, a date)",
        ),
    )


def _named(context: Context, name: PolicyName, records: Sequence[Record], typed: str) -> Record | None:
    if typed == "latest":
        return records[-1] if records else None
    if typed == "in-force":
        return in_force(records, today_of(context, name))
    day = day_of(typed)
    if day is not None:
        return in_force(records, day)
    return next((record for record in records if str(record.number) == typed), None)
