"""language.spelling: words that are misspelt, with the word that was meant."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.rules.language.spelled import Spelled, slips_in
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual, Severity
from policygen.text.spelling.slip import Certainty

_SEVERITY: dict[Certainty, Severity] = {"listed": "error", "repaired": "error", "likely": "warning"}


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each misspelt word."""
    yield from (_misspelt(spelled) for spelled in slips_in(subject) if spelled.slip.certainty in _SEVERITY)


def _misspelt(spelled: Spelled) -> Finding:
    slip = spelled.slip
    first, *others = slip.instead
    other = f" ({', '.join(others)}?)" if others else ""
    return found_in(
        spelled.passage,
        *spelled.span,
        Bilingual(f"คำว่า {spelled.word} สะกดผิด", f"{spelled.word} is misspelt"),
        Bilingual(
            f"แก้เป็น {first}{other} หากเป็นชื่อเฉพาะให้เพิ่มใน glossary.yaml",
            f"write {first}{other}; a name belongs in glossary.yaml",
        ),
        severity=_SEVERITY[slip.certainty],
    )


RULE = Rule(
    name="language.spelling",
    severity="error",
    title=Bilingual("คำต้องสะกดถูก", "Words are spelt right"),
    find=find,
    topics=("spelling",),
)
