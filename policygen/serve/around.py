"""Where a part of the author's bar stands, and in which language it speaks."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from html import escape

from policygen.diagnostics import Bilingual
from policygen.model.site import Site
from policygen.serve.where import Where
from policygen.site.addresses import BILINGUAL


@dataclass(frozen=True, slots=True)
class Around:
    """The place of a page of `site`; `placed` are the ids of the marks that it has.

    Not `settled`: what is known is of an earlier state of the policy, and more will come.
    """

    site: Site
    where: Where
    lang: str
    placed: AbstractSet[str] = frozenset()
    settled: bool = True

    @property
    def tongue(self) -> str:
        """The page's tongue, else that of the text that prevails."""
        return self.where.tongue or self.site.authoritative

    @property
    def locales(self) -> tuple[str, ...]:
        """The languages that the page shows."""
        return self.site.locales if self.where.tongue == BILINGUAL else (self.tongue,)

    def say(self, message: Bilingual, **slots: object) -> str:
        """The message in the author's language, as HTML."""
        return said(message, self.lang, **slots)


def said(message: Bilingual, lang: str, **slots: object) -> str:
    """The message in a language with its {slots} filled in, as HTML."""
    text = message.in_language(lang)
    return escape(text.format(**slots) if slots else text)
