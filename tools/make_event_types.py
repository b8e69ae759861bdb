"""Writes docs/reference/events.md: the closed list of event types, with their weights, classes and sentences.

    python tools/make_event_types.py

A test keeps the page in step with the program.
"""

from collections.abc import Iterator
from pathlib import Path

from policygen.diff.events.kinds import KINDS
from policygen.diff.events.notice import classes_of
from policygen.text.catalog import catalog

TARGET = Path(__file__).parent.parent / "docs" / "reference" / "events.md"
INTRO = """# Change events · เหตุการณ์การเปลี่ยนแปลง

The closed list of what can change between two editions. A version's record keeps its events; later programs never
alter them. `policygen diff … --format json` prints them with the statute, which no public page shows.

- **Weight**: material, minor, or a correction of form (editorial).
- **Asks for**: the notice class that an event of the type asks for at least. *advance, consent*: consent where the new
  or wider purpose, the sensitive item or the transfer abroad rests on consent or on nothing that is stated.
- A part is the same part under another id where its author says so with `was:`. That alone is `address-changed`: the
  words are the same, and so are the links and lists that now name it by its new id.
- `…-reworded` is told where the words of an entry changed, be they made from its fields or its own `wording:`. Of
  prose, `section-reworded` means that fewer than half of the words are left; `prose-changed` that something changed
  which no program can judge, or that the section shows other entries of a register; `wording-only` that no number,
  name, negation or modal changed.
- `stated-date-changed` is the date of `stated:` in `policy.yaml`. The same date in other spaces is only mended.
- `right-renamed`: an entry is another right of the statute now; rights have no other names.

| type | weight | asks for | statute | in English | ภาษาไทย |
|---|---|---|---|---|---|
"""


def page() -> str:
    """The whole page."""
    return INTRO + "".join(f"| {' | '.join(row)} |\n" for row in _rows())


def _rows() -> Iterator[tuple[str, ...]]:
    for type, kind in KINDS.items():
        english, thai = (catalog(locale)["event"][type] for locale in ("en", "th"))
        yield f"`{type}`", kind.materiality, ", ".join(classes_of(type)), kind.reference, english, thai


if __name__ == "__main__":
    TARGET.write_text(page(), "utf-8")
