"""language.unknown-word: words that no dictionary, glossary or list of names knows, and that resemble none."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.rules.language.spelled import slips_in
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual

_LEAST_LETTERS = 3


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each such word, where it stands first."""
    told = set[str]()
    for spelled in slips_in(subject):
        word = spelled.word
        if spelled.slip.certainty != "unknown" or word in told or len(word) < _LEAST_LETTERS:
            continue
        told.add(word)
        yield found_in(
            spelled.passage,
            *spelled.span,
            Bilingual(f"ไม่พบคำว่า {word} ในพจนานุกรม", f"no dictionary has {word}"),
            Bilingual(
                "ตรวจตัวสะกด หากเป็นชื่อเฉพาะหรือคำที่ใช้จริงให้เพิ่มใน glossary.yaml",
                "look at the spelling; add a name, or a word that is right, to glossary.yaml",
            ),
        )


RULE = Rule(
    name="language.unknown-word",
    severity="info",
    title=Bilingual("คำที่พจนานุกรมไม่มี", "Words that no dictionary has"),
    find=find,
    topics=("spelling",),
)
