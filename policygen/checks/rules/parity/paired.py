"""The passages of two languages side by side: what the rules of parity share.

Register texts and paragraphs pair in order within their entry or section. Where one language has more of them than the
other (which `parity.text`, `parity.section` and `parity.shape` tell), all of the entry or section stand together.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from policygen.checks.subject import Subject
from policygen.model.policy import Passage


@dataclass(frozen=True, slots=True)
class Paired:
    """The same part in the language that prevails and in another; one passage each, or all of an entry or section.

    `around` has all of the entry or section, in the one language and in the other.
    """

    prevailing: tuple[Passage, ...]
    other: tuple[Passage, ...]
    around: tuple[tuple[Passage, ...], tuple[Passage, ...]]

    @property
    def is_one(self) -> bool:
        """Whether there is one passage on each side."""
        return len(self.prevailing) == len(self.other) == 1


def paired(subject: Subject) -> Iterator[Paired]:
    """The parts of a policy in each language but the one that prevails, beside the same part in that one."""
    by_part: dict[tuple[str, str], dict[str, list[Passage]]] = {}
    for passage in subject.passages:
        if passage.locale is not None:
            part = (passage.anchor, _file(passage))
            by_part.setdefault(part, {}).setdefault(passage.locale, []).append(passage)
    prevails = subject.facts.authoritative
    for texts in by_part.values():
        first = texts.get(prevails, [])
        for locale, second in texts.items():
            if locale != prevails and first:
                yield from _pairs(tuple(first), tuple(second))


def _pairs(first: tuple[Passage, ...], second: tuple[Passage, ...]) -> Iterator[Paired]:
    around = (first, second)
    if len(first) == len(second):
        yield from (Paired((one,), (other,), around) for one, other in zip(first, second, strict=True))
    else:
        yield Paired(first, second, around)


def _file(passage: Passage) -> str:
    """The file that a passage stands in; the prose of one section in any language counts as one."""
    return passage.excerpt.file.path.removesuffix(f".{passage.locale}.md")
