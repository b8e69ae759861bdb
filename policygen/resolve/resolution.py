"""`resolve`: from a policy to its edition, with everything that is wrong with its references."""

from dataclasses import dataclass, replace

from policygen.diagnostics import Diagnostic, has_errors
from policygen.model.document import Document, Runs, Section
from policygen.model.edition import Edition
from policygen.model.facts import LocalText
from policygen.model.policy import Policy, PolicySection
from policygen.resolve.entries import Words
from policygen.resolve.parity import check_parity
from policygen.resolve.placing import placed_blocks
from policygen.resolve.quoting import Quoting
from policygen.resolve.references import check_references, places_of


@dataclass(frozen=True, slots=True)
class Resolved:
    """The edition, or None where an error stands in its way, and what was found."""

    edition: Edition | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The same policy as it was resolved before."""

    policy: Policy
    edition: Edition


def resolve(policy: Policy, before: Earlier | None = None) -> Resolved:
    """The policy's edition: a document for each of the site's locales, and its facts.

    Sections that say what they said `before` are the same objects as there.
    """
    diagnostics = check_references(policy)
    if has_errors(diagnostics):
        return Resolved(None, diagnostics)
    facts = Quoting(policy.facts.controller).facts(policy.facts)
    resolved = replace(policy, facts=replace(facts, places=places_of(policy)))
    # What a section says hangs on its own prose and title, and on these.
    if before and (before.edition.facts != resolved.facts or before.policy.wordings != policy.wordings):
        before = None
    documents = tuple(_document(resolved, locale, before) for locale in policy.site.locales)
    edition = Edition(documents, resolved.facts)
    return Resolved(edition, (*diagnostics, *check_parity(policy, edition)))


def _document(policy: Policy, locale: str, before: Earlier | None) -> Document:
    words, known = Words(policy, locale), _known_sections(before, locale)
    return Document(
        locale=locale,
        title=words.text(policy.title),
        sections=tuple(_section(policy, section, words, known.get(section.id)) for section in policy.sections),
        translated=policy.translated.get(locale),
    )


def _known_sections(before: Earlier | None, locale: str) -> dict[str, tuple[PolicySection, Section]]:
    document = before.edition.document(locale) if before else None
    if before is None or document is None:
        return {}
    pairs = zip(before.policy.sections, document.sections, strict=True)
    return {source.id: (source, section) for source, section in pairs}


def _section(
    policy: Policy, section: PolicySection, words: Words, known: tuple[PolicySection, Section] | None
) -> Section:
    if known is not None and _says_the_same(known[0], section, words.locale):
        return known[1]
    quoting = Quoting(policy.facts.controller)
    blocks = placed_blocks(section.prose.get(words.locale, ()), words)
    return Section(
        id=section.id,
        title=_title(section.title, words),
        blocks=quoting.blocks(blocks, words.locale) or (words.untranslated_paragraph(),),
    )


def _says_the_same(one: PolicySection, other: PolicySection, locale: str) -> bool:
    return one.title == other.title and one.prose.get(locale) == other.prose.get(locale)


def _title(title: LocalText | None, words: Words) -> Runs:
    return () if title is None else words.text(title)
