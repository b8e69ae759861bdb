"""language.party-name: the controller and the reader are each called by one name, or by names that are defined."""

import re
from collections.abc import Iterator

from policygen.checks.evidence.defined_terms import controller_names, outside_definitions, terms_in
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import Said, shortened, wording
from policygen.diagnostics import Bilingual
from policygen.model.policy import Passage

_WE = frozenset(["เรา", "we", "us", "our"])
_YOU = frozenset(["ท่าน", "คุณ"])


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each party of a locale that goes by two names, at the first of the rarer one."""
    for locale in subject.locales:
        passages = tuple(outside_definitions(subject, locale))
        if any(True for _ in wording("language/party_names", "same").found_in(passages)):
            continue
        names = {name.casefold() for name in controller_names(subject, locale)}
        if not names & _WE:
            yield from _two(_said("we", passages), _called(passages, names))
        terms = {name for term in terms_in(subject, locale) for name in term.names}
        if not terms >= _YOU:
            yield from _two(_said("plain-you", passages), _said("formal-you", passages))


def _called(passages: tuple[Passage, ...], names: set[str]) -> list[Said]:
    """Where the controller is called by a name: "the Company", or one that it goes by here."""
    company = _said("the-company", passages)
    if company or not names:
        return company
    pattern = re.compile("|".join(re.escape(name) for name in sorted(names)), re.IGNORECASE)
    return [(passage, match) for passage in passages for match in pattern.finditer(passage.text)]


def _said(name: str, passages: tuple[Passage, ...]) -> list[Said]:
    return list(wording("language/party_names", name).found_in(passages))


def _two(first: list[Said], second: list[Said]) -> Iterator[Finding]:
    if not first or not second:
        return
    rare, usual = sorted((first, second), key=len)
    passage, match = rare[0]
    one, other = shortened(match[0]), shortened(usual[0][1][0])
    yield found_in(
        passage,
        *match.span(),
        Bilingual(
            f"เรียกฝ่ายเดียวกันทั้ง “{one}” ({len(rare)} แห่ง) และ “{other}” ({len(usual)} แห่ง)",
            f"one party is called “{one}” ({len(rare)} times) and “{other}” ({len(usual)} times)",
        ),
        Bilingual(
            f"ใช้ “{other}” ให้เหมือนกันทั้งฉบับ หรือนิยามว่าทั้งสองคำหมายถึงฝ่ายเดียวกัน",
            f"write “{other}” throughout, or define that both mean the same",
        ),
    )


RULE = Rule(
    name="language.party-name",
    severity="warning",
    title=Bilingual("เรียกแต่ละฝ่ายด้วยชื่อเดียว", "Each party goes by one name"),
    find=find,
    topics=("terms",),
)
