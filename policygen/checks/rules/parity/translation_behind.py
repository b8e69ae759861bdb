"""parity.translation-behind: a clause whose translation stayed as it was while the text that prevails changed."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.diff.translation_debt import Debt, translation_debt
from policygen.ledger import editions_of


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each clause that is behind, in each language but the one that prevails."""
    if len(subject.locales) < 2 or not subject.before:
        return
    for debt in translation_debt((*editions_of(subject.before), subject.edition)):
        yield _behind(debt, subject)


def _behind(debt: Debt, subject: Subject) -> Finding:
    since = _since(debt, subject)
    prevails = subject.facts.authoritative
    message = Bilingual(
        f"คำแปล {debt.locale} ยังเป็นของเดิม แต่ข้อความ {prevails} เปลี่ยน{since.th}",
        f"the {debt.locale} text is as it was, and the {prevails} text changed {since.en}",
    )
    words = debt.translation.text.strip()
    for passage in subject.passages_in(debt.locale):
        if words and passage.text.strip() == words:
            return found_in(passage, 0, len(passage.text), message, _HINT)
    return Finding(message, _HINT, anchor=debt.anchor, locale=debt.locale)


def _since(debt: Debt, subject: Subject) -> Bilingual:
    """When the text that prevails changed: in the draft, or in a version and so many versions ago."""
    if debt.edition == len(subject.before):
        return Bilingual("ในฉบับร่างนี้", "in this draft")
    number = subject.before[debt.edition].number
    versions = "version" if debt.behind == 1 else "versions"
    return Bilingual(
        f"ตั้งแต่ฉบับที่ {number} (ค้าง {debt.behind} ฉบับ)", f"in version {number} ({debt.behind} {versions} ago)"
    )


_HINT = Bilingual(
    "แปลข้อนี้ใหม่ หากคำแปลยังถูกต้องให้ระบุวันที่ตรวจคำแปลที่ translated: ใน policy.yaml",
    "translate the clause anew; where the translation still holds, write the day of seeing so under translated:",
)

RULE = Rule(
    name="parity.translation-behind",
    severity="warning",
    title=Bilingual("คำแปลต้องไม่ค้างหลังต้นฉบับ", "Translations keep up with their source"),
    find=find,
    topics=("bilingual parity",),
)
