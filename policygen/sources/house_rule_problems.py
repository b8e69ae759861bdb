"""What can be wrong with a site's own rules."""

from policygen.diagnostics import Bilingual, Diagnostic, Place


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
