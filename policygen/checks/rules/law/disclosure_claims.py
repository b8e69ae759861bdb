"""law.disclosure-claims: no text says that data are disclosed to nobody while somebody receives them."""

from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import shortened, wording
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each such claim, if anybody receives data."""
    for passage, match in wording("law/disclosure_claims", "claim").found_in(subject.passages):
        receives = _recipient(subject, passage)
        if receives is None:
            return
        said = shortened(match[0])
        yield found_in(
            passage,
            match.start(),
            match.end(),
            Bilingual(
                f"“{said}” ขัดกับที่นโยบายนี้มีผู้รับข้อมูล ได้แก่ {receives.th}",
                f"“{said}” is contradicted by a recipient of this policy: {receives.en}",
            ),
            _HINT,
        )


def _recipient(subject: Subject, claim: Passage) -> Bilingual | None:
    """Somebody who receives data: by the registers, else by the prose in the claim's language."""
    facts = subject.facts
    own = [tool.name for tool in facts.tools if f"tool-{tool.id}" == claim.anchor]
    names = [*own, *(recipient.name for recipient in facts.recipients), *(tool.name for tool in facts.tools)]
    for name in names:
        return Bilingual(name.plain("th") or name.plain("en") or "", name.plain("en") or name.plain("th") or "")
    told = wording("law/disclosure_claims", "others-handle").found_in(subject.passages_in(claim.locale or ""))
    for passage, match in told:
        if passage is not claim:
            return Bilingual(match[0], match[0])
    return None


_HINT = Bilingual(
    "บอกให้ตรงความจริงว่าเปิดเผยแก่ใครบ้าง เช่น “เราเปิดเผยแก่ผู้รับในหัวข้อผู้รับข้อมูลเท่านั้น” ผู้ประมวลผลและเครื่องมือของบุคคลภายนอกเป็นผู้รับด้วย",
    "say to whom data go, such as “we disclose to the recipients named in this policy only”; "
    "processors and third-party tools are recipients too",
)

RULE = Rule(
    name="law.disclosure-claims",
    severity="error",
    title=Bilingual("คำว่าไม่เปิดเผยแก่ผู้ใดต้องเป็นความจริง", "A claim to disclose to nobody is true"),
    find=find,
    topics=("no-disclosure claims",),
    reference="PDPA 27",
    regime="pdpa",
    applies_from=PDPA_BINDS,
)
