"""A site's own rules at work: told like the program's, under the names `house.<id>`."""

import re
from collections.abc import Iterator
from functools import partial
from typing import assert_never

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.model.facts import Period, Purpose
from policygen.model.house_rule import ForbiddenPhrase, HouseRule, RequiredTerm, RetentionBounds
from policygen.model.policy import Policy
from policygen.text.durations import days_of, duration_in_words


def house_rules_of(policy: Policy) -> tuple[Rule, ...]:
    """The rules of the policy's site that are for this policy."""
    return tuple(
        Rule(f"house.{one.id}", one.severity, _title(one), partial(_find, one), topics=())
        for one in policy.house_rules
        if one.policies is None or policy.id in one.policies
    )


def _find(rule: HouseRule, subject: Subject) -> Iterator[Finding]:
    match rule.demand:
        case ForbiddenPhrase():
            yield from _forbidden(rule, rule.demand, subject)
        case RequiredTerm():
            yield from _required(rule, rule.demand, subject)
        case RetentionBounds():
            yield from _out_of_bounds(rule, rule.demand, subject)
        case _:
            assert_never(rule.demand)


def _forbidden(rule: HouseRule, demand: ForbiddenPhrase, subject: Subject) -> Iterator[Finding]:
    for locale in subject.locales:
        phrase = demand.phrase.plain(locale)
        if phrase:
            for passage in subject.passages_in(locale):
                for found in _pattern(phrase).finditer(passage.text):
                    words = Bilingual(f"ห้ามใช้ถ้อยคำ “{phrase}”", f"“{phrase}” must not appear")
                    yield found_in(passage, found.start(), found.end(), _told(rule, words))


def _required(rule: HouseRule, demand: RequiredTerm, subject: Subject) -> Iterator[Finding]:
    for locale in subject.locales:
        term = demand.term.plain(locale)
        if term and not any(_pattern(term).search(passage.text) for passage in subject.passages_in(locale)):
            words = Bilingual(f"ไม่พบถ้อยคำ “{term}” ในภาษา {locale}", f"“{term}” does not appear in {locale}")
            yield Finding(_told(rule, words), locale=locale)


def _out_of_bounds(rule: HouseRule, demand: RetentionBounds, subject: Subject) -> Iterator[Finding]:
    for purpose in subject.facts.purposes:
        if purpose.id == demand.purpose and not _within(purpose, demand):
            yield Finding(_told(rule, _bounds(demand)), anchor=f"purpose-{purpose.id}")


def _within(purpose: Purpose, demand: RetentionBounds) -> bool:
    """Whether the retention is a period inside the bounds; one that is told by a criterion, or not at all, is not."""
    if not isinstance(purpose.retention, Period):
        return False
    days = days_of(purpose.retention.duration)
    long_enough = demand.at_least is None or days >= days_of(demand.at_least)
    return long_enough and (demand.at_most is None or days <= days_of(demand.at_most))


def _bounds(demand: RetentionBounds) -> Bilingual:
    thai, english = [], []
    if demand.at_least:
        thai.append(f"ไม่น้อยกว่า {duration_in_words(demand.at_least, 'th')}")
        english.append(f"at least {duration_in_words(demand.at_least, 'en')}")
    if demand.at_most:
        thai.append(f"ไม่เกิน {duration_in_words(demand.at_most, 'th')}")
        english.append(f"at most {duration_in_words(demand.at_most, 'en')}")
    return Bilingual(
        f"ระยะเวลาเก็บรักษาเพื่อ {demand.purpose} ต้อง{' และ'.join(thai)}",
        f"data for {demand.purpose} must be kept {' and '.join(english)}",
    )


def _pattern(words: str) -> re.Pattern[str]:
    """The words in any case and with any white space between; Latin ones not as a part of a longer word."""
    spaced = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<![A-Za-z0-9]){spaced}(?![A-Za-z0-9])" if words.isascii() else spaced, re.IGNORECASE)


def _told(rule: HouseRule, words: Bilingual) -> Bilingual:
    """The site's own message, each language that it lacks in the program's words."""
    if rule.message is None:
        return words
    return Bilingual(rule.message.plain("th") or words.th, rule.message.plain("en") or words.en)


def _title(rule: HouseRule) -> Bilingual:
    return _told(rule, Bilingual(f"กฎของเว็บไซต์: {rule.id}", f"House rule: {rule.id}"))
