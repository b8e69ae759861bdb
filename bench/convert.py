"""Texts of the shared corpus as content of ours: the same words, in sections and ledgers, through our own code."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from policygen.diagnostics import as_text, has_errors
from policygen.ledger import append, read_ledger, sealed, unsealed
from policygen.model.document import Run
from policygen.model.edition import Edition
from policygen.model.facts import LocalText
from policygen.resolve import resolve
from policygen.sources import load_policy

LOCALES = ("th", "en")
POLICY = "privacy"
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)


@dataclass(frozen=True)
class NeutralText:
    """One version in one locale: its front matter, and its sections as (heading, Markdown)."""

    front: dict[str, str]
    sections: tuple[tuple[str, str], ...]


def read_neutral(path: Path) -> NeutralText:
    """A text of the corpus."""
    text = path.read_text(encoding="utf-8")
    match = _FRONT.match(text)
    assert match is not None
    front = dict(line.split(": ", 1) for line in match[1].splitlines())
    parts = re.split(r"^## (.*)\n", text[match.end() :], flags=re.MULTILINE)
    return NeutralText(front, tuple(zip(parts[1::2], parts[2::2], strict=True)))


def convert(neutral: Path, content: Path) -> int:
    """Write every site of the corpus with its ledger; gives how many versions were published."""
    published = 0
    for site in sorted(path.name for path in (neutral / LOCALES[0]).iterdir()):
        for number in version_numbers(neutral / LOCALES[0] / site / POLICY):
            texts = {locale: read_neutral(neutral / locale / site / POLICY / f"v{number}.md") for locale in LOCALES}
            write_sources(content / site, texts)
            publish(content, site, date.fromisoformat(texts["th"].front["date"]))
            published += 1
    return published


def version_numbers(folder: Path) -> list[int]:
    """The numbers of the versions in a folder of the corpus."""
    return sorted(int(path.stem.removeprefix("v")) for path in folder.glob("v*.md"))


def write_sources(site: Path, texts: dict[str, NeutralText]) -> None:
    """Write the sources of one version over those of the one before."""
    sections = site / POLICY / "sections"
    sections.mkdir(parents=True, exist_ok=True)
    company = {locale: text.front["company"] for locale, text in texts.items()}
    named = f"{{th: {company['th']}, en: {company['en']}}}"
    (site / "site.yaml").write_text(
        f"name: {named}\ncontroller:\n  name: {named}\nbase_url: https://policy.example/{site.name}/\n"
        "locales: [th, en]\nauthoritative: th\n",
        encoding="utf-8",
    )
    lines = ["title: {th: นโยบายความเป็นส่วนตัว, en: Privacy policy}", "sections:"]
    for number, ((thai, _), (english, _)) in enumerate(zip(*(texts[x].sections for x in LOCALES), strict=True), 1):
        lines.append(f'  - id: s{number}\n    title: {{th: "{thai}", en: "{english}"}}')
    (site / POLICY / "policy.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for locale, text in texts.items():
        for number, (_, markdown) in enumerate(text.sections, 1):
            (sections / f"s{number}.{locale}.md").write_text(markdown.strip() + "\n", encoding="utf-8")


def publish(content: Path, site: str, day: date, policy: str = POLICY) -> None:
    """Publish the sources as the next version, in force from `day`."""
    ledger = read_ledger(content / site, policy)
    last = ledger.records[-1] if ledger.records else None
    number = last.number + 1 if last else 1
    summary = LocalText((("th", (Run(f"ปรับปรุงครั้งที่ {number}"),)), ("en", (Run(f"Revision {number}"),))))
    record = unsealed(
        edition_of(content, site, policy),
        number=number,
        previous=ledger.tip,
        recorded=day,
        effective=day,
        summary=summary if last else None,
        # Words that nobody wrote have no class that counsel chose; a redline needs one to be told.
        notice={"class": "publish", "reason": None} if last else None,
    )
    append(content / site, policy, sealed(record))


def edition_of(content: Path, site: str, policy: str) -> Edition:
    """The draft that the sources make. That the corpus says other things in each language is no error here."""
    loaded = load_policy(content, site, policy)
    assert loaded.value is not None, as_text(loaded.diagnostics, "en")
    resolved = resolve(loaded.value)
    assert resolved.edition is not None, as_text(resolved.diagnostics, "en")
    errors = [found for found in (*loaded.diagnostics, *resolved.diagnostics) if has_errors((found,))]
    assert not errors, as_text(errors, "en")
    return resolved.edition
