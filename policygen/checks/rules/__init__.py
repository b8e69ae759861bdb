"""The rules, in the order of the law and then of the page: each a module and a page beside it."""

from policygen.checks.rule import Rule
from policygen.checks.rules.form import blanks, eras, impossible_dates, last_review, stated_dates, version_dates
from policygen.checks.rules.language import (
    vague_words,
)
    house_style,
    quote_style,
    quotes,
    spelling,
    unknown_words,
)
from policygen.checks.rules.law import (
    bundled_consent,
    change_notice,
    conditional_consent,
    contact_persons,
    controller,
    data_collected,
    data_use,
    deemed_consent,
    disclosure_claims,
    lawful_basis,
    minors,
    must_give,
    new_purposes,
    purpose_claims,
    purposes,
    recipients,
    retention,
    retention_claims,
)
from policygen.checks.rules.parity import translation_behind

RULES: tuple[Rule, ...] = (
    purposes.RULE,
    lawful_basis.RULE,
    data_use.RULE,
    must_give.RULE,
    data_collected.RULE,
    retention.RULE,
    recipients.RULE,
    controller.RULE,
    contact_persons.RULE,
    deemed_consent.RULE,
    bundled_consent.RULE,
    conditional_consent.RULE,
    minors.RULE,
    new_purposes.RULE,
    disclosure_claims.RULE,
    retention_claims.RULE,
    purpose_claims.RULE,
    change_notice.RULE,
    vague_words.RULE,
    spelling.RULE,
    unknown_words.RULE,
    house_style.RULE,
    quotes.RULE,
    quote_style.RULE,
    impossible_dates.RULE,
    eras.RULE,
    stated_dates.RULE,
    version_dates.RULE,
    last_review.RULE,
    translation_behind.RULE,
    blanks.RULE,
)
