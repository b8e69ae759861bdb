"""What `publish --dry-run` tells the legal team: events, statutes, classes, and the digest that approvals name."""

from collections.abc import Iterator

from policygen.cli.context import Language
from policygen.diagnostics import Bilingual
from policygen.publish.notice_problems import CLASS_IN_THAI
from policygen.publish.weighing import Weighing


def weighing_as_text(weighing: Weighing, lang: Language) -> Iterator[str]:
    """A line for each event and what it asks for, then the classes and the approvals."""
    for line in (*_classes(weighing), *_approvals(weighing)):
        yield line.in_language(lang)
    for reason in weighing.reasons:
        law = f" [{reason.event.reference}]" if reason.event.reference else ""
        yield f"  {reason.notice}: {reason.event.message[lang]} ({reason.event.type}){law}"


def _classes(weighing: Weighing) -> Iterator[Bilingual]:
    before, floor, notice = weighing.before, weighing.floor, weighing.notice
    if before is None or floor is None or notice is None:
        yield Bilingual("ฉบับแรก: ไม่มีฉบับก่อนหน้าให้เทียบ", "a first version: there is none before it to compare with")
        return
    yield Bilingual(
        f"เทียบกับฉบับที่ {before.number}: ระดับการแจ้งขั้นต่ำ {CLASS_IN_THAI[floor]} ที่จะใช้ {CLASS_IN_THAI[notice]}",
        f"compared with version {before.number}: the events ask for {floor}, the notice will be {notice}",
    )


def _approvals(weighing: Weighing) -> Iterator[Bilingual]:
    names = ", ".join(weighing.approvers) or "–"
    yield Bilingual(f"digest ของฉบับร่าง: {weighing.digest}", f"the draft's digest: {weighing.digest}")
    yield Bilingual(
        f"ผู้อนุมัติ {len(weighing.approvers)} จาก {weighing.needed}: {names}",
        f"approved by {len(weighing.approvers)} of {weighing.needed}: {names}",
    )
