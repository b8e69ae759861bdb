"""One policy as it is shown: its versions, and the last draft that was good.

Each part is read again only when its own files changed.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policygen.diagnostics import Bilingual, Diagnostic, Place, has_errors
from policygen.drafts import Draft, load_draft
from policygen.ledger import Ledger, read_ledger
from policygen.serve.stamps import Stamp, stamp_below
from policygen.site.history import Draft as ShownDraft
from policygen.site.history import PolicyHistory
from policygen.sources import Kept

VERSIONS, HEADS = "versions", "heads.json"


@dataclass(frozen=True, slots=True)
class Stamps:
    """How the files of a policy stand: those of its ledger, and those that its draft is made from."""

    ledger: Stamp
    sources: Stamp


@dataclass(frozen=True, slots=True)
class PolicyState:
    """A policy on a day. `draft` is what its files make now, `shown` the last draft that had no errors.

    `history` has the draft that is shown. `damage` is what is wrong with the ledger; the last sound one is shown then.
    `kept` is what was made of the sources' files.
    """

    stamps: Stamps
    ledger: Ledger
    draft: Draft | None
    shown: Draft | None
    history: PolicyHistory
    damage: tuple[Diagnostic, ...]
    kept: Kept

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """The errors for which something else than the present files is shown, or less than all of them."""
        told = (*self.damage, *(self.draft.diagnostics if self.draft else ()))
        return tuple(one for one in told if one.severity == "error")


def policy_stamps(content: Path, site: str, policy: str, beside: Stamp) -> Stamps:
    """How the policy's files stand, given those in its site's folder itself."""
    folder = str(content / site / policy)
    heads = tuple(one for one in beside if one[0] == HEADS)
    others = tuple(one for one in beside if one[0] != HEADS)
    versions = stamp_below(f"{folder}/{VERSIONS}")
    return Stamps((*heads, *versions), (*others, *stamp_below(folder, lambda name: name != VERSIONS)))


def read_policy(
    content: Path, site: str, policy: str, stamps: Stamps, today: date, *, before: PolicyState | None
) -> PolicyState:
    """The policy as its files are now, given how it was `before`."""
    if before is not None and before.stamps == stamps and before.history.today == today:
        return before
    ledger, damage = _ledger(content / site, policy, stamps.ledger, before)
    kept = before.kept if before else Kept()
    draft = _draft(content, site, policy, stamp=stamps.sources, before=before, kept=kept)
    shown = _shown(draft, before)
    history = _history(ledger, shown, today, before)
    return PolicyState(stamps, ledger, draft, shown, history, damage, kept)


def _ledger(
    folder: Path, policy: str, stamp: Stamp, before: PolicyState | None
) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger, the last sound one where it is damaged, and the damage."""
    if before is not None and before.stamps.ledger == stamp:
        return before.ledger, before.damage
    try:
        ledger = read_ledger(folder, policy)
    except OSError as error:
        ledger = Ledger(folder.name, policy, (), (unreadable(folder / policy, error),), "wrong")
    if has_errors(ledger.diagnostics):
        return (before.ledger if before else ledger), ledger.diagnostics
    return ledger, ()


def _draft(
    content: Path, site: str, policy: str, *, stamp: Stamp, before: PolicyState | None, kept: Kept
) -> Draft | None:
    """The draft, None where there never were sources."""
    if before is not None and before.stamps.sources == stamp:
        return before.draft
    folder = content / site / policy
    known = before is not None and before.shown is not None
    if not known and not (folder / "policy.yaml").exists():
        return None
    try:
        return load_draft(content, site, policy, kept, before.shown if before else None)
    except OSError as error:
        return Draft(None, None, (unreadable(folder, error),))


def _shown(draft: Draft | None, before: PolicyState | None) -> Draft | None:
    """The draft if it is good, else the last good one, else as much as there is."""
    if draft is None or (draft.edition is not None and not has_errors(draft.diagnostics)):
        return draft
    last = before.shown if before else None
    if last is not None and last.edition is not None:
        return last
    return draft


def _history(ledger: Ledger, shown: Draft | None, today: date, before: PolicyState | None) -> PolicyHistory:
    edition = shown.edition if shown else None
    # What a page depends on is told by stamps here; nobody asks for the digest.
    draft = ShownDraft(edition, "") if edition else None
    if before is not None and before.ledger is ledger and before.history.today == today:
        if shown is before.shown:
            return before.history
        return before.history.with_draft(draft)
    return PolicyHistory(ledger.policy, ledger.records, ledger.files, today, draft, ledger.acts)


def unreadable(path: Path, error: OSError) -> Diagnostic:
    """A file or folder that went away, or that may not be read."""
    place = Place(Path(str(error.filename or path)).as_posix())
    reason = error.strerror or type(error).__name__
    message = Bilingual(f"อ่านไม่ได้: {reason}", f"cannot be read: {reason}")
    return Diagnostic("serve.unreadable", "error", place, message)
