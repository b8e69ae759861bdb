"""A text without its Markdown, with the way back from each of its letters to the file."""

from collections.abc import Sequence

from policygen.diagnostics.text_file import Excerpt
from policygen.model.policy import QUOTED_FACT


def without_marks(text: Excerpt, spoken: str, hidden: Sequence[tuple[int, int]]) -> Excerpt:
    """The letters of `spoken`, each at its own place in `text`.

    `spoken` is `text` without its marks, and with `QUOTED_FACT` for each quoted fact, which begins with `<`. `hidden`
    has the stretches with letters that are not spoken; what else is passed over are marks alone.
    """
    if spoken == text.text:
        return text
    unspoken = {at for start, end in hidden for at in range(start, end)}
    ahead = (at for at in range(len(text.text)) if at not in unspoken)
    places = [next((at for at in ahead if _is(text.text[at], letter)), len(text.text)) for letter in spoken]
    return Excerpt(text.file, spoken, tuple(text.offsets[at] for at in (*places, len(text.text))))


def _is(char: str, letter: str) -> bool:
    return char == letter or (letter == QUOTED_FACT and char == "<")
