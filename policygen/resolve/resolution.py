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


def resolve(policy: Policy) -> Resolved:
    """The policy's edition: a document for each of the site's locales, and its facts."""
    diagnostics = check_references(policy)
    if has_errors(diagnostics):
        return Resolved(None, diagnostics)
    facts = Quoting(policy.facts.controller).facts(policy.facts)
    resolved = replace(policy, facts=replace(facts, places=places_of(policy)))
    documents = tuple(_document(resolved, locale) for locale in policy.site.locales)
    edition = Edition(documents, resolved.facts)
    return Resolved(edition, (*diagnostics, *check_parity(policy, edition)))


def _document(policy: Policy, locale: str) -> Document:
    words = Words(policy, locale)
    return Document(
        locale=locale,
        title=words.text(policy.title),
        sections=tuple(_section(policy, section, words) for section in policy.sections),
        translated=policy.translated.get(locale),
    )


def _section(policy: Policy, section: PolicySection, words: Words) -> Section:
    quoting = Quoting(policy.facts.controller)
    blocks = placed_blocks(section.prose.get(words.locale, ()), words)
    return Section(
        id=section.id,
        title=_title(section.title, words),
        blocks=quoting.blocks(blocks, words.locale) or (words.untranslated_paragraph(),),
    )


def _title(title: LocalText | None, words: Words) -> Runs:
    return () if title is None else words.text(title)
