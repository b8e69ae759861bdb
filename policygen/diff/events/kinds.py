"""The closed list of event types: how much each one weighs, and the statute that speaks of it.

Sentences stand in the catalogs of words, in the table `event`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from policygen.model.event import Materiality

REGISTER_KINDS = {
    "term": "definition",
    "data": "data-item",
    "purpose": "purpose",
    "tool": "tool",
    "recipient": "recipient",
    "right": "right",
    "contact": "contact-channel",
    "section": "section",
}
"""By the prefix of an entry's reference (`purpose:billing`): the word that its event types begin with."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What all events of one type have in common."""

    materiality: Materiality
    reference: str = ""


def _register_kinds() -> Iterator[tuple[str, Kind]]:
    references = {
        "data-item": "PDPA 23(3)",
        "purpose": "PDPA 21, 23(1)",
        "tool": "PDPA 23(4), 27",
        "recipient": "PDPA 23(4), 27",
        "right": "PDPA 23(6)",
        "contact-channel": "PDPA 23(5)",
    }
    for word in REGISTER_KINDS.values():
        reference = references.get(word, "")
        # A definition, channel or section can come or go without anything else happening to people.
        weight: Materiality = "minor" if word in ("definition", "contact-channel", "section") else "material"
        yield f"{word}-added", Kind(weight, reference)
        yield f"{word}-removed", Kind(weight, reference)
        # A section that is reworded is written anew, and may promise anything else.
        yield f"{word}-reworded", Kind("material" if word in ("purpose", "section") else "minor", reference)
        yield f"{word}-renamed", Kind("minor", reference)
        yield f"{word}-moved", Kind("minor")


KINDS: dict[str, Kind] = {
    **dict(_register_kinds()),
    "lawful-basis-changed": Kind("material", "PDPA 19, 24"),
    "sensitive-basis-changed": Kind("material", "PDPA 26"),
    "retention-lengthened": Kind("material", "PDPA 23(3)"),
    "retention-shortened": Kind("material", "PDPA 23(3)"),
    "retention-made-open-ended": Kind("material", "PDPA 23(3)"),
    "retention-stated": Kind("material", "PDPA 23(3)"),
    "retention-changed": Kind("material", "PDPA 23(3)"),
    "data-item-became-sensitive": Kind("material", "PDPA 26"),
    "data-item-no-longer-sensitive": Kind("material", "PDPA 26"),
    "data-item-became-obligatory": Kind("material", "PDPA 23(2)"),
    "data-item-became-voluntary": Kind("material", "PDPA 23(2)"),
    "data-source-changed": Kind("material", "PDPA 25"),
    "refusal-effect-changed": Kind("material", "PDPA 23(2)"),
    "purpose-uses-more-data": Kind("material", "PDPA 21, 22"),
    "purpose-uses-less-data": Kind("material", "PDPA 22"),
    "direct-marketing-began": Kind("material", "PDPA 32"),
    "direct-marketing-ended": Kind("material", "PDPA 32"),
    "tool-in-new-country": Kind("material", "PDPA 28"),
    "tool-left-country": Kind("material", "PDPA 28"),
    "recipient-in-new-country": Kind("material", "PDPA 28"),
    "recipient-left-country": Kind("material", "PDPA 28"),
    "transfer-ground-changed": Kind("material", "PDPA 28, 29"),
    "provider-changed": Kind("material", "PDPA 27"),
    "uses-changed": Kind("material", "PDPA 27"),
    "technologies-changed": Kind("material"),
    "opt-out-added": Kind("material", "PDPA 32"),
    "opt-out-changed": Kind("minor", "PDPA 32"),
    "opt-out-removed": Kind("material", "PDPA 32"),
    "policy-url-added": Kind("minor"),
    "policy-url-changed": Kind("minor"),
    "policy-url-removed": Kind("minor"),
    "right-way-changed": Kind("material", "PDPA 23(6)"),
    "time-limit-longer": Kind("material", "PDPA 30"),
    "time-limit-shorter": Kind("material", "PDPA 30"),
    "time-limit-stated": Kind("material", "PDPA 30"),
    "time-limit-removed": Kind("material", "PDPA 30"),
    "contact-address-changed": Kind("minor", "PDPA 23(5)"),
    "controller-changed": Kind("material", "PDPA 23(5)"),
    "dpo-changed": Kind("material", "PDPA 23(5), 41"),
    "representative-changed": Kind("material", "PDPA 23(5), 37(5)"),
    "authoritative-locale-changed": Kind("material"),
    "regimes-changed": Kind("material"),
    "stated-date-changed": Kind("minor"),
    "prose-changed": Kind("material"),
    "wording-only": Kind("minor"),
    "spelling-only": Kind("editorial"),
    "spacing-only": Kind("editorial"),
    "links-only": Kind("editorial"),
    "translation-only": Kind("minor"),
    # Another id is another address of the same words: old addresses lead to the old versions as before.
    "address-changed": Kind("editorial"),
}
