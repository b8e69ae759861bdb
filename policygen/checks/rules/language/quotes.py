"""language.quotes: quotation marks and brackets that are opened and not closed, and marks of two styles in one text."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage

_CLOSING = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»"}
_OPENING = {closing: opening for opening, closing in _CLOSING.items() if closing != "’"}


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each mark without its partner."""
    for passage in subject.passages:
        yield from _unpaired(passage)


def _unpaired(passage: Passage) -> Iterator[Finding]:
    opened: list[int] = []
    for at, char in enumerate(passage.text):
        if char in _CLOSING:
            opened.append(at)
        elif opened and char == _CLOSING[passage.text[opened[-1]]]:
            opened.pop()
        elif char in _OPENING and not _numbers(passage.text, at):
            yield _alone(passage, at)
    yield from (_alone(passage, at) for at in opened if passage.text[at] != "‘")
    straight = [at for at, char in enumerate(passage.text) if char == '"']
    if len(straight) % 2:
        yield _alone(passage, straight[-1])


def _numbers(text: str, at: int) -> bool:
    """Whether a bracket closes a number or letter of a list: `1)`, `ก)`."""
    before = text[:at].rsplit(" ", maxsplit=1)[-1]
    return text[at] == ")" and 0 < len(before) <= 4 and before.replace(".", "").isalnum()


def _alone(passage: Passage, at: int) -> Finding:
    mark = passage.text[at]
    return found_in(
        passage,
        at,
        at + 1,
        Bilingual(f"เครื่องหมาย {mark} ไม่มีคู่", f"{mark} has no partner"),
        Bilingual("เติมเครื่องหมายคู่ หรือลบออก", "add its partner, or remove it"),
    )


RULE = Rule(
    name="language.quotes",
    severity="error",
    title=Bilingual("เครื่องหมายคำพูดและวงเล็บต้องครบคู่", "Quotation marks and brackets come in pairs"),
    find=find,
    topics=("quoting and brackets",),
)
