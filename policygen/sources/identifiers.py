"""The ids of entries, sections and policies, and the references made of them."""

import re

from policygen.model.document import ANCHOR_PREFIX

MAX_ID = 64
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_PATTERN = f"^{_ID.pattern}$"
REFERENCE_KINDS = (*ANCHOR_PREFIX.values(), "section", "fact")
_LOCALE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")
LOCALE_PATTERN = f"^{_LOCALE.pattern}$"


def is_id(text: str) -> bool:
    """Whether this is lower-case ASCII words with hyphens, at most 64 letters."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None


def is_locale(text: str) -> bool:
    """Whether this has the form of a BCP 47 tag: `th`, `en`, `zh-Hant`, `en-GB`."""
    return _LOCALE.fullmatch(text) is not None


def is_reference(text: str) -> bool:
    """Whether this is a known kind, a colon and an id."""
    kind, _, id = text.partition(":")
    return kind in REFERENCE_KINDS and is_id(id)


def reserved_prefix(id: str) -> str | None:
    """The anchor prefix (`term-`) that an id of prose begins with, or None."""
    return next((f"{prefix}-" for prefix in ANCHOR_PREFIX.values() if id.startswith(f"{prefix}-")), None)
