"""Drawing: the edits of a pair as runs that tile both its texts, the white space put back.

Knows words and which of them were kept; not how that was found, nor what makes a part.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from policygen.diff.folding import BLANKS, squeezed
from policygen.diff.matching import Kept
from policygen.diff.redline import TextRun, TextRuns
from policygen.diff.words import Words, never_first

_SPACES = re.compile(r"\s*")
_SOLID = re.compile(r"\S*")


def drawn(old: Words, new: Words, kept: Sequence[Kept]) -> TextRuns:
    """The runs of a pair, given the words that both its texts have."""
    runs: list[TextRun] = []
    old_at = new_at = 0
    for stretch in kept:
        old_to, new_to = _before(old, stretch.old, stretch.size), _before(new, stretch.new, stretch.size)
        runs += edit_runs(old.text[old_at:old_to], new.text[new_at:new_to])
        old_at, new_at = _after(old, stretch.old, stretch.size), _after(new, stretch.new, stretch.size)
        if stretch.size:
            runs += _kept_runs(old, new, stretch, old.text[old_to:old_at], new.text[new_to:new_at])
    runs += edit_runs(old.text[old_at:], new.text[new_at:])
    return joined(runs)


def same_runs(old: Words, new: Words) -> TextRuns:
    """The runs of two texts that are the same when squeezed, though their words may be cut in other places."""
    whole = list(respaced_runs(old.text, new.text))
    if not _rewritten(whole):
        return joined(whole)
    runs: list[TextRun] = []
    old_at = new_at = 0
    for i, j in _meetings(old.keys, new.keys):
        old_to, new_to = (old.ends[i - 1], new.ends[j - 1]) if i and j else (len(old.text), len(new.text))
        runs += edit_runs(old.text[old_at:old_to], new.text[new_at:new_to])
        old_at, new_at = old_to, new_to
    return joined([*runs, *edit_runs(old.text[old_at:], new.text[new_at:])])


def spacing_runs(old: str, new: str) -> Iterator[TextRun]:
    """The runs of two stretches of white space; what they have in common stands last, then first."""
    if old == new:
        yield TextRun("equal", old)
        return
    last = _common_end(old, new)
    first = _common_start(old[: len(old) - last], new[: len(new) - last])
    yield TextRun("equal", old[:first])
    yield TextRun("delete", old[first : len(old) - last], spacing=True)
    yield TextRun("insert", new[first : len(new) - last], spacing=True)
    yield TextRun("equal", old[len(old) - last :])


def edit_runs(old: str, new: str) -> Iterator[TextRun]:
    """The runs of two stretches with no word in common: white space at their borders stays with what is around."""
    if old == new:
        yield TextRun("equal", old)
        return
    old_lead, old_body, old_trail = _borders(old)
    new_lead, new_body, new_trail = _borders(new)
    if not old_body and not new_body:
        yield from spacing_runs(old, new)
    elif not old_body or not new_body:
        yield from _one_sided(old, new)
    elif squeezed(old_body) == squeezed(new_body):
        yield from spacing_runs(old_lead, new_lead)
        yield from respaced_runs(old_body, new_body)
        yield from spacing_runs(old_trail, new_trail)
    else:
        yield from spacing_runs(old_lead, new_lead)
        yield TextRun("delete", old_body)
        yield TextRun("insert", new_body)
        yield from spacing_runs(old_trail, new_trail)


def respaced_runs(old: str, new: str) -> Iterator[TextRun]:
    """The runs of two texts that are the same when squeezed: white space alone is marked where that is all."""
    if old == new:
        yield TextRun("equal", old)
        return
    if "".join(old.split()) == "".join(new.split()):
        runs = list(_woven(old, new))
        if not any(run.text and never_first(run.text[0]) for run in runs[1:]):
            yield from runs
            return
    yield TextRun("delete", old, spacing=True)
    yield TextRun("insert", new, spacing=True)


def joined(runs: Iterable[TextRun]) -> TextRuns:
    """The runs without empty ones, neighbours of one kind made one."""
    found: list[TextRun] = []
    for run in runs:
        if not run.text:
            continue
        if found and (last := found[-1]).op == run.op and last.move == run.move and last.spacing == run.spacing:
            found[-1] = TextRun(run.op, last.text + run.text, run.move, run.spacing)
        else:
            found.append(run)
    return tuple(found)


def _before(words: Words, index: int, size: int) -> int:
    """Where the edit before a stretch ends: a stretch of no words only parts two edits, right after a word."""
    return words.starts[index] if size else words.ends[index - 1]


def _after(words: Words, index: int, size: int) -> int:
    return words.ends[index + size - 1]


def _kept_runs(old: Words, new: Words, stretch: Kept, old_text: str, new_text: str) -> Iterator[TextRun]:
    """The runs of words that are the same: all one, unless white space or the way they are written differs."""
    if old_text == new_text:
        yield TextRun("equal", old_text)
        return
    old_at, new_at = old.starts[stretch.old], new.starts[stretch.new]
    for step in range(stretch.size):
        i, j = stretch.old + step, stretch.new + step
        yield from spacing_runs(old.text[old_at : old.starts[i]], new.text[new_at : new.starts[j]])
        old_at, new_at = old.ends[i], new.ends[j]
        yield from respaced_runs(old.text[old.starts[i] : old_at], new.text[new.starts[j] : new_at])


def _one_sided(old: str, new: str) -> Iterator[TextRun]:
    """The runs of words on one side only, beside white space on the other: that is kept before and after the words."""
    blank, words = (old, new) if len(old.strip(BLANKS)) < len(new.strip(BLANKS)) else (new, old)
    lead, _, trail = _borders(words)
    first = _common_start(blank, lead)
    last = _common_end(blank[first:], trail)
    yield TextRun("equal", blank[:first])
    yield TextRun("delete", old[first : len(old) - last])
    yield TextRun("insert", new[first : len(new) - last])
    yield TextRun("equal", blank[len(blank) - last :])


def _meetings(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where two ways to cut the same letters into words meet: after so many words of each."""
    j = old_letters = new_letters = 0
    for i, key in enumerate(old, 1):
        old_letters += len(key)
        while j < len(new) and new_letters < old_letters:
            new_letters += len(new[j])
            j += 1
        if old_letters == new_letters:
            yield i, j


def _woven(old: str, new: str) -> Iterator[TextRun]:
    """The runs of two texts that have the same letters, white space apart."""
    i = j = 0
    while i < len(old) or j < len(new):
        old_end, new_end = _end(_SPACES, old, i), _end(_SPACES, new, j)
        yield from spacing_runs(old[i:old_end], new[j:new_end])
        size = min(_end(_SOLID, old, old_end) - old_end, _end(_SOLID, new, new_end) - new_end)
        yield TextRun("equal", old[old_end : old_end + size])
        i, j = old_end + size, new_end + size


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _rewritten(runs: Sequence[TextRun]) -> bool:
    """Whether more than white space is marked."""
    return any(run.op != "equal" and not run.text.isspace() and run.text for run in runs)


def _borders(text: str) -> tuple[str, str, str]:
    """The white space before, the words, and the white space after."""
    rest = text.lstrip(BLANKS)
    body = rest.rstrip(BLANKS)
    return text[: len(text) - len(rest)], body, rest[len(body) :]


def _common_start(old: str, new: str) -> int:
    most = min(len(old), len(new))
    size = next((at for at in range(most) if old[at] != new[at]), most)
    return size - 1 if _parts_line_end(old, size) or _parts_line_end(new, size) else size


def _common_end(old: str, new: str) -> int:
    most = min(len(old), len(new))
    size = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    return size - 1 if _parts_line_end(old, len(old) - size) or _parts_line_end(new, len(new) - size) else size


def _parts_line_end(text: str, at: int) -> bool:
    """Whether a cut there would part CR from LF, which are one character to readers."""
    return text[at - 1 : at + 1] == "\r\n" and at > 0
