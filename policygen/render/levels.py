"""The levels of headings on a page: each one below the heading it stands under, so that no level is left out.

A text may begin before the first section's title, and an author may begin with `####`: the page shows how headings
stand to each other, not how many marks they were written with.
"""

from collections.abc import Iterable, Iterator

from policygen.model.document import Heading

_DEEPEST_LEVEL = 6


def below(level: int) -> int:
    """The level (2 to 6) of what is headed under a heading of that level."""
    return min(level + 1, _DEEPEST_LEVEL)


def levels(headings: Iterable[Heading | None], level: int) -> Iterator[int]:
    """For each block under a heading of `level`, its own level if it is a heading, else that of the one above it."""
    above: list[int] = []
    base = current = level
    for heading in headings:
        if heading is not None:
            while above and above[-1] >= heading.level:
                above.pop()
            current = below(base + len(above))
            above.append(heading.level)
        yield current
