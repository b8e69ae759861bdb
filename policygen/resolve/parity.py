"""Whether the documents of an edition say the same things in the same places."""

from collections.abc import Iterator

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.model.alignment import AlignedSection, align, same_shape
from policygen.model.edition import Edition
from policygen.model.policy import Policy
from policygen.text.catalog import catalog


def check_parity(policy: Policy, edition: Edition) -> Iterator[Diagnostic]:
    """A finding for each section whose translation has other paragraphs, lists or items than the authoritative text."""
    authoritative = edition.document(policy.site.authoritative)
    if authoritative is None:
        return
    places = {section.id: section.place for section in policy.sections}
    translated = {section.id: section.prose for section in policy.sections}
    for document in edition.documents:
        if document is authoritative:
            continue
        for aligned in align(authoritative, document):
            # A section without prose in this locale is told by the loader, as a missing translation.
            if document.locale in translated[aligned.id] and not _alike(aligned):
                yield _other_shape(policy, aligned, places[aligned.id], document.locale)


def _alike(aligned: AlignedSection) -> bool:
    return all(same_shape(first, second) for first, second in aligned.pairs)


def _other_shape(policy: Policy, aligned: AlignedSection, place: Place, locale: str) -> Diagnostic:
    own = policy.site.authoritative
    message = Bilingual(
        f"หัวข้อ {aligned.id} ภาษา{catalog(locale)['language']['name']}มีย่อหน้าหรือรายการไม่ตรงกับฉบับหลัก",
        f"the section {aligned.id} has other paragraphs or items in {locale} than in {own}",
    )
    hint = Bilingual(
        f"เทียบ sections/{aligned.id}.{own}.md กับ sections/{aligned.id}.{locale}.md ให้มีย่อหน้าและรายการเท่ากันตามลำดับเดียวกัน",
        f"compare sections/{aligned.id}.{own}.md with sections/{aligned.id}.{locale}.md: "
        "as many paragraphs, lists and items, in the same order",
    )
    return Diagnostic("parity.shape", "warning", place, message, hint, policy=policy.name, locale=locale)
