from dataclasses import replace

from policygen.diagnostics import Bilingual, Diagnostic, Place, as_text, has_errors


def finding(place: Place, severity: str = "error") -> Diagnostic:
    message = Bilingual("ไม่รู้จักคำนี้", "unknown word")
    return Diagnostic("schema.unknown-key", severity, place, message, Bilingual("ลบออก", "remove it"))  # type: ignore[arg-type]


def test_a_finding_shows_its_line_and_points_at_its_place() -> None:
    place = Place("content/a/site.yaml", 3, 7, 9, "ชื่อ: ผู้ให้")
    # Six code points stand before column 7, of which two are marks that take no room.
    assert as_text([finding(place)], "en") == (
        "content/a/site.yaml:3:7: error: unknown word [schema.unknown-key]\n  | ชื่อ: ผู้ให้\n  |     ^\n  hint: remove it\n"
    )


def test_findings_are_sorted_and_each_is_told_once() -> None:
    late, early = finding(Place("b.yaml", 1, 1)), finding(Place("a.yaml", 9, 1))
    lines = as_text([late, early, late], "th").splitlines()
    assert [line for line in lines if ".yaml" in line] == [
        "a.yaml:9:1: ข้อผิดพลาด: ไม่รู้จักคำนี้ [schema.unknown-key]",
        "b.yaml:1:1: ข้อผิดพลาด: ไม่รู้จักคำนี้ [schema.unknown-key]",
    ]


def test_a_very_long_line_is_shown_around_the_place() -> None:
    text = as_text([finding(Place("a.md", 1, 30_001, 30_003, "ก" * 60_000))], "en")
    assert len(text) < 500


def test_a_file_as_a_whole_has_no_line_number() -> None:
    assert as_text([finding(Place("a.md"))], "en").startswith("a.md: error: ")


def test_control_characters_are_shown_and_not_obeyed() -> None:
    assert "\x1b" not in as_text([finding(Place("a.md", 1, 1, 2, "\x1b[31mred\u202e"))], "en")


def test_only_errors_are_errors() -> None:
    assert has_errors([finding(Place("a"))])
    assert not has_errors([finding(Place("a"), "warning")])


def test_a_finding_of_law_names_the_law() -> None:
    legal = replace(finding(Place("a.md")), reference="PDPA 23(1)")
    assert as_text([legal], "en").endswith("\n  law: PDPA 23(1)\n")
    assert as_text([legal], "th").endswith("\n  กฎหมาย: PDPA 23(1)\n")
