"""From what people type to one edition of a policy: a version's, or the draft's."""

from dataclasses import dataclass

from policygen.cli.context import Context, Stop, report
from policygen.cli.policies import PolicyName, find_version, sound_ledger, today_of
from policygen.diagnostics import Bilingual
from policygen.ledger import Record, edition_digest, in_force
from policygen.model.codec import CodecError, decode_edition
from policygen.model.document import Document
from policygen.model.edition import Edition
from policygen.model.policy import StatedDate


@dataclass(frozen=True, slots=True)
class Found:
    """An edition that somebody asked for; the draft has no number, and no record whose digest it could have.

    `stated` is the date that it says of itself, None where it says none.
    """

    edition: Edition
    stated: StatedDate | None
    record: Record | None = None

    @property
    def number(self) -> int | None:
        """The version's number."""
        return self.record.number if self.record else None

    @property
    def page(self) -> str:
        """The part of its pages' address that names it: `v3`, `draft`."""
        return f"v{self.record.number}" if self.record else "draft"

    @property
    def digest(self) -> str:
        """The record's digest, or what the draft's approvals name."""
        return self.record.digest if self.record else edition_digest(self.edition)


def find_edition(context: Context, name: PolicyName, typed: str | None) -> Found:
    """The version that was asked for, or `draft`; by default the one in force, else the latest, else the draft."""
    if typed == "draft":
        return draft_edition(context, name)
    records = sound_ledger(context, name).records
    if typed is not None:
        return _recorded(name, find_version(context, name, records, typed))
    if not records:
        return draft_edition(context, name)
    return _recorded(name, in_force(records, today_of(context, name)) or records[-1])


def draft_edition(context: Context, name: PolicyName) -> Found:
    """The draft's edition; stops with exit code 1 where none can be made."""
    from policygen.drafts import load_draft

    draft = load_draft(context.content, name.site, name.policy)
    report(context, draft.diagnostics)
    if draft.edition is None:
        raise Stop(Bilingual(f"ทำฉบับร่างของ {name} ไม่ได้", f"no draft of {name} can be made"), 1)
    return Found(draft.edition, draft.policy.stated if draft.policy else None)


def document_in(name: PolicyName, edition: Edition, locale: str) -> Document:
    """The edition's document in `locale`; stops with exit code 1 where it has none."""
    document = edition.document(locale)
    if document is None:
        there = ", ".join(edition.locales)
        message = Bilingual(f"{name} ไม่มีเอกสารภาษา {locale}", f"{name} has no document in {locale}")
        raise Stop(message, 1, Bilingual(f"ที่มีอยู่: {there}", f"there are: {there}"))
    return document


def _recorded(name: PolicyName, record: Record) -> Found:
    try:
        edition = decode_edition({"documents": record.documents, "facts": record.facts})
    except CodecError as error:
        number = record.number
        message = Bilingual(f"อ่านฉบับที่ {number} ของ {name} ไม่ได้", f"version {number} of {name} cannot be read")
        raise Stop(message, 1, Bilingual("ดู policygen verify", "see policygen verify")) from error
    return Found(edition, record.stated, record)
