"""The table of coverage in the preview: what the law asks, and which clauses of each version and the draft meet it."""

from urllib.parse import quote

from policygen.checks import RULES
from policygen.checks.coverage import CoveredEdition, covered_editions
from policygen.checks.reports.coverage_as_html import STYLE, coverage_table
from policygen.serve.around import Around
from policygen.serve.policy_state import PolicyState
from policygen.serve.server import OWN
from policygen.site.addresses import draft_page, permalink

COVERAGE = f"{OWN}coverage/"
COVERAGE_STYLE = {"coverage.css": STYLE.encode()}
"""The style sheet of the table, by its name among the preview's own files."""


def coverage_address(site: str, policy: str) -> str:
    """Where a policy's table is."""
    return f"{COVERAGE}{quote(site)}/{quote(policy)}/"


def coverage_main(state: PolicyState, around: Around) -> str:
    """The table and what changed from version to version, each clause a link to its page."""

    def page_of(edition: CoveredEdition) -> str:
        locale, policy = around.site.authoritative, quote(around.where.policy)
        address = draft_page(locale, policy) if edition.number is None else permalink(locale, policy, edition.number)
        return f"/{quote(around.site.id)}/{address}"

    editions = covered_editions(state.shown, state.history.records, state.history.today, RULES)
    return coverage_table(editions, around.lang, page_of)
