"""The rules, in the order of the law and then of the page: each a module and a page beside it."""

from policygen.checks.rule import Rule
from policygen.checks.rules.form import blanks
from policygen.checks.rules.language import quotes
from policygen.checks.rules.law import (
    bundled_consent,
    conditional_consent,
    deemed_consent,
    lawful_basis,
    minors,
    new_purposes,
    purposes,
)

RULES: tuple[Rule, ...] = (
    purposes.RULE,
    lawful_basis.RULE,
    deemed_consent.RULE,
    bundled_consent.RULE,
    conditional_consent.RULE,
    minors.RULE,
    new_purposes.RULE,
    quotes.RULE,
    blanks.RULE,
)
