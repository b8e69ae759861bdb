"""What stands in the way of a version's approvals: they are for another text, or too few."""

from collections.abc import Iterator

from policygen.diagnostics import Bilingual, Diagnostic
from policygen.model.policy import Policy
from policygen.publish.problems import problem
from policygen.publish.weighing import Weighing


def problems_of_approval(policy: Policy, weighing: Weighing, *, needed: bool) -> Iterator[Diagnostic]:
    """Approvals of another text; and too few of this one, where they are `needed`."""
    for given in policy.next.approved:
        if given.digest != weighing.digest:
            yield problem(policy, "publish.approved", _other_text(given.name, given.digest, weighing.digest), _AGAIN)
    if needed and len(weighing.approvers) < weighing.needed:
        yield problem(policy, "publish.approved", _too_few(weighing), _approve(weighing.digest))


def _other_text(name: str, digest: str, draft: str) -> Bilingual:
    return Bilingual(
        f"{name} อนุมัติข้อความอื่น ({digest}) ฉบับร่างนี้คือ {draft}",
        f"{name} approved another text ({digest}); this draft is {draft}",
    )


def _too_few(weighing: Weighing) -> Bilingual:
    names = ", ".join(weighing.approvers) or "–"
    people = "person" if weighing.needed == 1 else "people"
    return Bilingual(
        f"ต้องมีผู้อนุมัติ {weighing.needed} คน (site.yaml: approvals) มี {len(weighing.approvers)}: {names}",
        f"{weighing.needed} {people} must approve (site.yaml: approvals), {len(weighing.approvers)} did: {names}",
    )


_AGAIN = Bilingual("ให้อ่านและอนุมัติอีกครั้ง แล้วแก้ digest:", "have it read and approved again, then put in the new digest:")


def _approve(digest: str) -> Bilingual:
    line = f"{{name: …, role: …, date: …, digest: {digest}}}"
    return Bilingual(f"เพิ่ม {line} ที่ next: approved:", f"add {line} under next: approved:")
