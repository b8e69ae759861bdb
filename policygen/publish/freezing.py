"""Whether a draft can become the next version, and the record that it would be. Decides, and writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from policygen.diagnostics import Diagnostic, has_errors
from policygen.drafts import Draft
from policygen.ledger import Ledger, Record, binding, counting, repeats, sealed, unsealed
from policygen.model.edition import Edition
from policygen.model.policy import Policy
from policygen.publish import approval_problems, notice_problems, problems
from policygen.publish.blocking import findings_that_block
from policygen.publish.weighing import Weighing, weigh


@dataclass(frozen=True, slots=True)
class Options:
    """What the command line adds to the sources; a date overrides the one of `next:`.

    `as_found` is the reason for freezing an existing policy as it stood; only a first version can be.
    """

    effective: date | None = None
    published: date | None = None
    as_found: str | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """The next version as it would be recorded, and findings that do not stand in its way."""

    record: Record
    diagnostics: tuple[Diagnostic, ...]
    weighing: Weighing


@dataclass(frozen=True, slots=True)
class Blocked:
    """Nothing can be published; the errors among `diagnostics` say why. There is a weighing where there is a draft."""

    diagnostics: tuple[Diagnostic, ...]
    weighing: Weighing | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The draft says what the last version that counts says."""

    last: Record


def plan_version(draft: Draft, ledger: Ledger, options: Options, today: date) -> Planned | Blocked | Unchanged:
    """What publishing the draft after the ledger's last record on `today` comes to.

    It is compared with the last version that was not withdrawn: the one that its readers know as the next or present.
    """
    if has_errors(ledger.diagnostics):
        return Blocked(ledger.diagnostics)
    draft = _dated(draft, options)
    policy, edition = draft.policy, draft.edition
    if policy is None or edition is None:
        return Blocked(draft.diagnostics)
    before = next(reversed(counting(ledger.records)), None)
    if before is not None and repeats(before, edition, policy.stated):
        return Unchanged(before)
    weighing = weigh(policy, edition, before, len(ledger.records) + 1)
    record = _next_record(policy, edition, ledger, weighing, today)
    findings = (
        *findings_that_block(draft, ledger, today, as_found=options.as_found is not None),
        *_problems(policy, record, ledger, options),
        *notice_problems.problems_of_notice(policy, weighing, record),
        *approval_problems.problems_of_approval(policy, weighing, needed=options.as_found is None),
        *problems.redacted_again(policy, record, ledger.records),
    )
    return Blocked(findings, weighing) if has_errors(findings) else Planned(sealed(record), findings, weighing)


def _dated(draft: Draft, options: Options) -> Draft:
    """The draft with the dates of the command line before those of its sources."""
    if draft.policy is None:
        return draft
    coming = draft.policy.next
    effective, published = options.effective or coming.effective, options.published or coming.published
    policy = replace(draft.policy, next=replace(coming, effective=effective, published=published))
    return replace(draft, policy=policy)


def _next_record(policy: Policy, edition: Edition, ledger: Ledger, weighing: Weighing, recorded: date) -> Record:
    reason = policy.next.notice_reason if weighing.lowered else None
    return unsealed(
        edition,
        number=len(ledger.records) + 1,
        previous=ledger.tip,
        recorded=recorded,
        published=policy.next.published,
        effective=policy.next.effective,
        stated=policy.stated,
        summary=policy.next.summary,
        notice=weighing.notice and {"class": weighing.notice, "reason": reason},
        events=weighing.events,
    )


def _problems(policy: Policy, record: Record, ledger: Ledger, options: Options) -> Iterator[Diagnostic]:
    """What the rules of versions forbid."""
    if not ledger.kept:
        return
    if options.as_found is not None:
        yield problems.as_found_too_late(policy, ledger.records[-1].number)
    last = ledger.kept[-1]
    if record.recorded < last.entry.recorded:
        yield problems.recorded_before(policy, last)
    counted = counting(ledger.records)
    yield from _summary_problems(policy, record, counted[-1] if counted else None)
    taken = next((one for one in counted if record.effective and one.effective == record.effective), None)
    if taken is not None:
        yield problems.effective_taken(policy, taken)
    elif counted and binding(record).day < binding(counted[-1]).day:
        yield problems.binds_before(policy, binding(record), counted[-1])


def _summary_problems(policy: Policy, record: Record, last: Record | None) -> Iterator[Diagnostic]:
    for locale in policy.site.locales:
        summary = record.summary.plain(locale) if record.summary else None
        before = last.summary.plain(locale) if last and last.summary else None
        if not summary or not summary.strip():
            yield problems.no_summary(policy, record.number, locale)
        elif last and summary == before:
            yield problems.old_summary(policy, last.number, locale)
