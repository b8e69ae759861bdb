"""The narrow waist: an edition is one state of a policy, a document per locale and one set of facts."""

from dataclasses import dataclass

from policygen.model.document import Document
from policygen.model.facts import Facts


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of a policy: documents in the order of the site's locales, and the facts."""

    documents: tuple[Document, ...]
    facts: Facts

    def document(self, locale: str) -> Document | None:
        """The edition in `locale`, or None where it has no such document."""
        return next((document for document in self.documents if document.locale == locale), None)

    @property
    def locales(self) -> tuple[str, ...]:
        """The locales of its documents, in order."""
        return tuple(document.locale for document in self.documents)
