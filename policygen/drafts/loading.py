"""The draft: what the content files of a policy say now, as an edition."""

from dataclasses import dataclass
from pathlib import Path

from policygen.diagnostics import Diagnostic
from policygen.model.edition import Edition
from policygen.model.policy import Policy
from policygen.resolve import Earlier, resolve
from policygen.sources import Kept, load_policy


@dataclass(frozen=True, slots=True)
class Draft:
    """A policy and its edition, each None where it could not be made, and all that was found on the way."""

    policy: Policy | None
    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]


def load_draft(content: Path, site: str, policy: str, kept: Kept | None = None, before: Draft | None = None) -> Draft:
    """The draft of a policy.

    `kept` has what was made when it was loaded before, and gets what is made now; what is as it was in the draft
    `before` is the same object.
    """
    loaded = load_policy(content, site, policy, kept)
    if loaded.value is None:
        return Draft(None, None, loaded.diagnostics)
    earlier = Earlier(before.policy, before.edition) if before and before.policy and before.edition else None
    resolved = resolve(loaded.value, earlier)
    return Draft(loaded.value, resolved.edition, (*loaded.diagnostics, *resolved.diagnostics))
