"""Whether words of a passage are a link in its source. Knows nothing of rules."""

import re

from policygen.model.policy import Passage

# The rest of a link's words, then its address: the words began before.
_REST = re.compile(r"[^\[\]\n]{0,200}\]\(")
# A link to a definition leads nowhere.
_ADDRESS = re.compile(r"https?://|www\.|[\w.+-]@[\w-]|\]\((?!term:)|<fact:", re.IGNORECASE)


def is_linked(passage: Passage, start: int, end: int) -> bool:
    """Whether the characters from `start` to `end` stand inside the words of a link, or hold one."""
    source, offsets = passage.excerpt.file.text, passage.excerpt.offsets
    after = offsets[end - 1] + 1
    return "](" in source[offsets[start] : after] or _REST.match(source, after) is not None


def has_address(passage: Passage) -> bool:
    """Whether a passage names any address, or links anywhere but to a term."""
    source, offsets = passage.excerpt.file.text, passage.excerpt.offsets
    return _ADDRESS.search(source[offsets[0] : offsets[len(passage.text)]]) is not None
