"""law.transfer-abroad: each recipient abroad: in which country, and on which ground the data go there."""

import re
from collections.abc import Iterator
from functools import cache

from policygen.checks.evidence.collecting import collects_nothing
from policygen.checks.evidence.foreign_tools import ForeignTool, foreign_tools_named
from policygen.checks.evidence.prose import first_in_each_locale, prose, said, telling, tells, tells_at
from policygen.checks.evidence.reaching import texts_of
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import PDPA_BINDS, Requirement, Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Wording, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import NOT_STATED, Recipient, Tool
from policygen.model.policy import Passage
from policygen.text.countries import ABROAD, countries

HOME = "TH"
# Shorter names of countries stand inside other Thai words.
_SHORTEST = 4
ThirdParty = Tool | Recipient


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each third party abroad of which country or ground is told nowhere."""
    if collects_nothing(subject):
        return
    country_told, ground_told = _country_told(subject), tells(subject, ground())
    abroad = third_parties_abroad(subject)
    for one in abroad:
        country = not names_country(one) and not country_told
        no_ground = (
            one.transfer in (NOT_STATED, ()) and not ground_told and not tells_at(subject, anchor_of(one), ground())
        )
        if country or no_ground:
            yield _incomplete(one, country=country, no_ground=no_ground)
    if not (country_told and ground_told):
        missing = _missing(country=not country_told, no_ground=not ground_told)
        yield from _tools_in_prose(subject, missing)
        yield from () if abroad else _in_prose(subject, missing)


def third_parties_abroad(subject: Subject) -> list[ThirdParty]:
    """The tools and recipients that are abroad, or that are well-known foreign services and say nothing of it."""
    facts = subject.facts
    third_parties: tuple[ThirdParty, ...] = (*facts.tools, *facts.recipients)
    return [one for one in third_parties if _is_abroad(one)]


def _is_abroad(one: ThirdParty) -> bool:
    if one.countries is NOT_STATED or not one.countries:
        return known(one) is not None
    return any(country != HOME for country in one.countries)


def known(one: ThirdParty) -> ForeignTool | None:
    """The well-known foreign service that it is, by its name."""
    return next((tool for name in texts_of(one.name) for tool in foreign_tools_named(name)), None)


def names_country(one: ThirdParty) -> bool:
    """Whether its country is stated: "abroad" is none."""
    return one.countries is not NOT_STATED and bool(one.countries) and ABROAD not in one.countries


def anchor_of(one: ThirdParty) -> str:
    """The address of its entry."""
    return f"tool-{one.id}" if isinstance(one, Tool) else f"recipient-{one.id}"


def _incomplete(one: ThirdParty, *, country: bool, no_ground: bool) -> Finding:
    missing = _missing(country=country, no_ground=no_ground)
    tool = known(one)
    where = (
        Bilingual(f" (ผู้ให้บริการคือ {tool.provider})", f" (its provider is {tool.provider})")
        if tool
        else Bilingual("", "")
    )
    return Finding(
        Bilingual(
            f"{one.id} อยู่ต่างประเทศ{where.th} แต่ไม่บอก{missing.th}",
            f"{one.id} is abroad{where.en}; missing: the {missing.en}",
        ),
        _hint(tool if country else None),
        anchor=anchor_of(one),
    )


def _missing(*, country: bool, no_ground: bool) -> Bilingual:
    """What is missing, in words."""
    parts = [part for part, lacks in ((_COUNTRY, country), (_GROUND, no_ground)) if lacks]
    return Bilingual("และ".join(part.th for part in parts), " and the ".join(part.en for part in parts))


def _hint(tool: ForeignTool | None) -> Bilingual:
    country = tool.country if tool else "SG"
    return Bilingual(
        f"เติม country: เช่น {country} (หรือ TH หากเก็บในประเทศไทย) และ transfer: เช่น safeguards, adequacy, consent",
        f"add country:, such as {country} (or TH where the data stay in Thailand), and transfer:, such as safeguards, "
        "adequacy, consent or contract",
    )


def _tools_in_prose(subject: Subject, missing: Bilingual) -> Iterator[Finding]:
    """Well-known foreign services that prose names and no register has: one finding for each."""
    facts = subject.facts
    third_parties: tuple[ThirdParty, ...] = (*facts.tools, *facts.recipients)
    listed = {tool.provider for one in third_parties if (tool := known(one))}
    for passage in prose(subject):
        for tool in foreign_tools_named(passage.text):
            if not tool.common and tool.provider not in listed:
                listed.add(tool.provider)
                yield _named_in_prose(tool, passage, missing)


def _named_in_prose(tool: ForeignTool, passage: Passage, missing: Bilingual) -> Finding:
    match = next(tool.names.finditer(passage.text))
    return found_in(
        passage,
        match.start(),
        match.end(),
        Bilingual(
            f"{match[0]} อยู่ต่างประเทศ (ผู้ให้บริการคือ {tool.provider}) แต่ไม่บอก{missing.th}",
            f"{match[0]} is abroad (its provider is {tool.provider}); missing: the {missing.en}",
        ),
        Bilingual(
            f"เพิ่มใน tools.yaml พร้อม country: {tool.country} และ transfer:",
            f"add it to tools.yaml, with country: {tool.country} and transfer:",
        ),
    )


def _in_prose(subject: Subject, missing: Bilingual) -> Iterator[Finding]:
    for passage, match in first_in_each_locale(said(subject, sent_abroad())):
        yield found_in(
            passage,
            match.start(),
            match.end(),
            Bilingual(
                f"ส่งหรือเก็บข้อมูลในต่างประเทศ แต่ไม่บอก{missing.th}",
                f"data go abroad; missing: the {missing.en}",
            ),
            _PROSE_HINT,
        )


def _country_told(subject: Subject) -> bool:
    """Whether a section that speaks of data abroad names a country."""
    return any(_names_a_country(subject, section) for section in telling(subject, sent_abroad()))


def _names_a_country(subject: Subject, section: str) -> bool:
    texts = [one for one in subject.passages if one.anchor == section]
    return any(_countries(one.locale or "en").search(one.text) for one in texts)


@cache
def _countries(locale: str) -> re.Pattern[str]:
    """The names of all countries but Thailand."""
    names = countries("th" if locale == "th" else "en")
    said_names = [name for code, name in names.items() if code != HOME and len(name) >= _SHORTEST]
    others = ["สหรัฐ", "สหภาพยุโรป"] if locale == "th" else ["USA", "European Union", "European Economic Area", "EEA"]
    form = "(?:{})" if locale == "th" else r"\b(?:{})\b"
    return re.compile(form.format("|".join(re.escape(name) for name in (*others, *said_names))))


def sent_abroad() -> Wording:
    """Words that say that data go or stay abroad."""
    return wording("law/transfer_abroad", "abroad")


def ground() -> Wording:
    """Words that name a ground of sections 28 and 29."""
    return wording("law/transfer_abroad", "ground")


def asked(subject: Subject) -> bool:
    """Whether any data go abroad, for all that is told."""
    return bool(third_parties_abroad(subject)) or tells(subject, sent_abroad())


def _clauses(subject: Subject) -> list[str]:
    """The third parties abroad and the sections that tell of transfer, once nothing is missing."""
    if not asked(subject) or any(True for _ in find(subject)):
        return []
    return [*(anchor_of(one) for one in third_parties_abroad(subject)), *telling(subject, sent_abroad())]


_COUNTRY = Bilingual("ประเทศ", "country")
_GROUND = Bilingual("ฐานของการส่งข้อมูล", "ground of transfer")
_PROSE_HINT = Bilingual(
    "บอกประเทศปลายทาง และฐานตามมาตรา 28 หรือ 29 เช่น ข้อสัญญามาตรฐาน ไว้ใน recipients.yaml (country: และ transfer:)",
    "tell the country, and the ground of section 28 or 29, such as standard contractual clauses, in recipients.yaml "
    "(country: and transfer:)",
)

RULE = Rule(
    name="law.transfer-abroad",
    severity="error",
    title=Bilingual("การส่งข้อมูลไปต่างประเทศ", "Transfer abroad"),
    find=find,
    topics=("transfer abroad",),
    reference="PDPA 28, 29",
    regime="pdpa",
    applies_from=PDPA_BINDS,
    requirements=(
        Requirement(
            "transfer-abroad",
            Bilingual(
                "ประเทศปลายทางและฐานของการส่งหรือโอนข้อมูลไปต่างประเทศ",
                "the country to which data are transferred, and the ground",
            ),
            "PDPA 28, 29",
            _clauses,
            asked,
        ),
    ),
)
