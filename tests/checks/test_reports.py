"""Findings in the forms that other programs read."""

import json
from pathlib import Path

import jsonschema

from policygen.checks import RULES
from policygen.checks.reports.as_github import as_github
from policygen.checks.reports.as_json import as_json
from policygen.checks.reports.as_sarif import as_sarif
from policygen.diagnostics import Bilingual, Diagnostic, Place

SCHEMAS = Path(__file__).resolve().parent.parent / "fixtures" / "schemas"
LINE = "- id: delivery  # 100%: a, b"
FINDINGS = (
    Diagnostic(
        "law.lawful-basis",
        "error",
        Place("content/ร้าน ค้า/privacy/purposes.yaml", 3, 7, 15, LINE),
        Bilingual("ไม่มีฐาน", "no basis, 100%"),
        Bilingual("เติม", "add\nit"),
        policy="shop/privacy",
        locale="th",
        reference="PDPA 23(1), 24",
    ),
    Diagnostic("schema.missing", "warning", Place("content/shop/site.yaml"), Bilingual("ขาด", "missing")),
)


def test_json_has_the_members_of_the_contract() -> None:
    whole, first = json.loads(as_json(FINDINGS))
    assert list(first) == [
        "rule", "severity", "path", "line", "column", "end_column", "message", "hint", "policy", "locale", "reference",
    ]  # fmt: skip
    assert (first["line"], first["column"], first["end_column"]) == (3, 7, 15)
    assert (first["message"], first["hint"]) == (
        {"th": "ไม่มีฐาน", "en": "no basis, 100%"},
        {"th": "เติม", "en": "add\nit"},
    )
    assert (whole["line"], whole["hint"], whole["policy"]) == (0, None, None)
    assert as_json(()) == "[]\n"


def test_sarif_is_valid_by_its_schema() -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))
    for language in ("th", "en"):
        for findings in (FINDINGS, ()):
            jsonschema.validate(json.loads(as_sarif(findings, RULES, language)), schema)


def test_sarif_tells_where_what_and_which_rule() -> None:
    (run,) = json.loads(as_sarif(FINDINGS, RULES, "en"))["runs"]
    whole, first = run["results"]
    location = first["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == (
        "content/%E0%B8%A3%E0%B9%89%E0%B8%B2%E0%B8%99%20%E0%B8%84%E0%B9%89%E0%B8%B2/privacy/purposes.yaml"
    )
    assert location["region"] == {"startLine": 3, "startColumn": 7, "endColumn": 15, "snippet": {"text": LINE}}
    assert run["columnKind"] == "unicodeCodePoints"
    assert (first["level"], first["message"]["text"]) == ("error", "no basis, 100%\nadd\nit")
    described = run["tool"]["driver"]["rules"][first["ruleIndex"]]
    assert described["id"] == "law.lawful-basis"
    assert "What it wants" in described["help"]["markdown"]
    assert "region" not in whole["locations"][0]["physicalLocation"]


def test_github_annotations_escape_what_would_end_them() -> None:
    whole, first = as_github(FINDINGS, "en").splitlines()
    assert first == (
        "::error file=content/ร้าน ค้า/privacy/purposes.yaml,line=3,col=7,endColumn=15,title=law.lawful-basis"
        "::no basis, 100%25%0Aadd%0Ait"
    )
    assert whole == "::warning file=content/shop/site.yaml,title=schema.missing::missing"
