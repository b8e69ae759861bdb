"""Whether a policy collects anything: one that says it collects no personal data need not tell what becomes of them."""

from policygen.checks.evidence.prose import tells
from policygen.checks.subject import Subject
from policygen.checks.wording import wording


def collects_nothing(subject: Subject) -> bool:
    """Whether the prose says that no personal data are collected, and no register says otherwise."""
    facts = subject.facts
    registers = (facts.data, facts.purposes, facts.tools, facts.recipients)
    return not any(registers) and tells(subject, wording("law/nothing_collected", "told"))
