"""Whether a draft can become the next version, and the record that it would be. Decides, and writes nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from policygen.diagnostics import Diagnostic, has_errors
from policygen.ledger import Ledger, Record, binding, sealed, unsealed
from policygen.model.codec import encode_edition
from policygen.model.edition import Edition
from policygen.model.policy import Policy, Waiver
from policygen.publish import problems
from policygen.publish.drafts import Draft


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


@dataclass(frozen=True, slots=True)
class Blocked:
    """Nothing can be published; the errors among `diagnostics` say why."""

    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The draft says what the last version says."""

    last: Record


def plan_version(draft: Draft, ledger: Ledger, options: Options, today: date) -> Planned | Blocked | Unchanged:
    """What publishing the draft after the ledger's last version on `today` comes to."""
    if has_errors(ledger.diagnostics):
        return Blocked(ledger.diagnostics)
    last = ledger.records[-1] if ledger.records else None
    policy, edition = draft.policy, draft.edition
    if policy is None or edition is None:
        return Blocked(draft.diagnostics)
    if last is not None and _says_the_same(edition, policy, last):
        return Unchanged(last)
    record = _next_record(policy, edition, last, options, today)
    findings = (
        *_weighed(draft.diagnostics, policy.waivers, options, today),
        *_problems(policy, record, ledger.records, options),
    )
    return Blocked(findings) if has_errors(findings) else Planned(sealed(record), findings)


def _says_the_same(edition: Edition, policy: Policy, last: Record) -> bool:
    said = {"documents": last.documents, "facts": last.facts}
    return encode_edition(edition) == said and policy.stated == last.stated


def _next_record(policy: Policy, edition: Edition, last: Record | None, options: Options, today: date) -> Record:
    return unsealed(
        edition,
        after=last,
        recorded=today,
        published=options.published or policy.next.published,
        effective=options.effective or policy.next.effective,
        stated=policy.stated,
        summary=policy.next.summary,
    )


def _weighed(
    diagnostics: tuple[Diagnostic, ...], waivers: tuple[Waiver, ...], options: Options, today: date
) -> tuple[Diagnostic, ...]:
    """The findings, where a difference between the languages that is not waived counts as an error.

    A policy frozen as found is only reported on. What cannot be read is an error there too: it would be lost.
    """
    if options.as_found is not None:
        return diagnostics
    return tuple(
        replace(one, severity="error")
        if one.rule.startswith("parity.") and not any(_waives(waiver, one, today) for waiver in waivers)
        else one
        for one in diagnostics
    )


def _waives(waiver: Waiver, finding: Diagnostic, today: date) -> bool:
    path = f"/{finding.place.path}"
    in_scope = waiver.path is None or path.endswith(f"/{waiver.path}")
    return waiver.rule == finding.rule and in_scope and today <= waiver.until


def _problems(policy: Policy, record: Record, records: tuple[Record, ...], options: Options) -> Iterator[Diagnostic]:
    """What the rules of versions forbid."""
    if not records:
        return
    last = records[-1]
    if options.as_found is not None:
        yield problems.as_found_too_late(policy, last.number)
    yield from _summary_problems(policy, record, last)
    if record.recorded < last.recorded:
        yield problems.recorded_before(policy, last)
    taken = next((one for one in records if record.effective and one.effective == record.effective), None)
    if taken is not None:
        yield problems.effective_taken(policy, taken)
    elif binding(record).day < binding(last).day:
        yield problems.binds_before(policy, binding(record), last)


def _summary_problems(policy: Policy, record: Record, last: Record) -> Iterator[Diagnostic]:
    for locale in policy.site.locales:
        summary = record.summary.plain(locale) if record.summary else None
        before = last.summary.plain(locale) if last.summary else None
        if not summary or not summary.strip():
            yield problems.no_summary(policy, record.number, locale)
        elif summary == before:
            yield problems.old_summary(policy, last.number, locale)
