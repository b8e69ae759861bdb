"""What can be wrong with a site's own rules."""

from collections.abc import Iterable

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.sources.suggestion import did_you_mean


def one_demand(place: Place, id: str) -> Diagnostic:
    """A rule that demands nothing, or several things."""
    return Diagnostic(
        "house-rule.demand",
        "error",
        place,
        Bilingual(f"กฎ {id} ต้องกำหนดสิ่งเดียว", f"the rule {id} must demand one thing"),
        Bilingual(
            "เขียน forbid: หรือ require: หรือ purpose: กับ retention: อย่างใดอย่างหนึ่ง",
            "write one of forbid:, require:, or purpose: with retention:",
        ),
    )


def bounds(place: Place, id: str) -> Diagnostic:
    """Bounds of a retention without their purpose, or the other way about."""
    return Diagnostic(
        "house-rule.retention",
        "error",
        place,
        Bilingual(f"กฎ {id} ต้องมีทั้งวัตถุประสงค์และระยะเวลา", f"the rule {id} needs both a purpose and bounds"),
        Bilingual(
            "เขียน purpose: และ retention: {at_least: P5Y} หรือ {at_most: P10Y}",
            "write purpose: and retention: {at_least: P5Y} or {at_most: P10Y}",
        ),
    )


def crossed_bounds(place: Place, id: str, at_least: str, at_most: str) -> Diagnostic:
    """A least retention that is longer than the most: no retention is within the two."""
    return Diagnostic(
        "house-rule.bounds",
        "error",
        place,
        Bilingual(
            f"กฎ {id} กำหนด at_least {at_least} ยาวกว่า at_most {at_most} จึงไม่มีระยะเวลาใดที่ถูกต้อง",
            f"the rule {id} asks for at_least {at_least}, which is longer than at_most {at_most}",
        ),
        Bilingual("แก้ค่าหนึ่ง หรือสลับสองค่านี้", "change one of them, or write each in the other's place"),
    )


def unknown_policy(place: Place, policy: str, known: Iterable[str]) -> Diagnostic:
    """A rule for a policy that the site does not have."""
    message = Bilingual(f"เว็บไซต์นี้ไม่มีนโยบาย {policy}", f"the site has no policy {policy}")
    return Diagnostic("house-rule.policy", "warning", place, message, did_you_mean(policy, known))


def unknown_purpose(place: Place, purpose: str, known: Iterable[str]) -> Diagnostic:
    """A rule for a purpose that no policy has of those that the rule is for."""
    message = Bilingual(
        f"นโยบายที่กฎนี้ใช้บังคับไม่มีวัตถุประสงค์ {purpose}", f"no policy that the rule is for has the purpose {purpose}"
    )
    return Diagnostic("house-rule.purpose", "warning", place, message, did_you_mean(purpose, known))
