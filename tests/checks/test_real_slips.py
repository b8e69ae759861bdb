"""The slips of two real policies, which their drafts mend, are found in their originals, and no false ones."""

from pathlib import Path

import pytest

from bench.check import found_in

SEEDS = Path(__file__).parents[1] / "fixtures" / "seeds"
SLIPS = {
    "clusterkit": {
        ("language.spelling", "บรัษัท"),
        ("language.spelling", "เบราเซอร์"),
        ("language.quotes", '"'),
        ("language.repetition-marks", " ฯ"),
        ("language.space-before", " :"),
    },
    "ztrus": {
        ("language.spelling", "โทรศัทพ์"),
        ("language.spelling", "ปรากฎ"),
        ("language.repetition-marks", "ๆ"),
    },
}


@pytest.mark.parametrize("site", sorted(SLIPS))
def test_the_slips_of_a_real_policy_are_found(site: str) -> None:
    found = found_in({"th": (SEEDS / f"{site}.th.txt").read_text(encoding="utf-8")})
    assert found is not None
    told = [one for one in found if one.rule.startswith("language.")]
    words = {(one.rule, (one.place.source or "")[one.place.column - 1 : one.place.end_column - 1]) for one in told}
    assert words >= SLIPS[site]
    errors = {one.rule for one in told if one.severity == "error"}
    assert errors <= {"language.spelling", "language.quotes"}
    assert len([one for one in told if one.severity == "error"]) == sum(
        rule in {"language.spelling", "language.quotes"} for rule, _ in SLIPS[site]
    )
