"""Comparing two editions of a policy as people ask for it: two versions, two days, or the draft."""

from policygen.cli.context import Context
from policygen.cli.editions import Found, document_in, draft_edition, find_edition
from policygen.cli.policies import PolicyName, sound_ledger
from policygen.diff.documents import compare_documents
from policygen.diff.events import Side, change_events, notice_floor, reasons
from policygen.diff.events.text_judge import terms_of, text_judge
from policygen.exports.comparison import Comparison, Named, leaf_address
from policygen.ledger import counting
from policygen.text.segmentation import ThaiWords


def find_pair(context: Context, name: PolicyName, old: str | None, new: str | None) -> tuple[Found, Found]:
    """The two editions that were asked for; by default the last version that counts, and the draft."""
    if old is None and not counting(sound_ledger(context, name).records):
        draft = draft_edition(context, name)
        return draft, draft
    before = find_edition(context, name, old or _latest(context, name))
    return before, find_edition(context, name, new or "draft")


def compare_editions(name: PolicyName, old: Found, new: Found, locale: str | None) -> Comparison:
    """The comparison in `locale`, by default the authoritative one of the new edition."""
    facts = (old.edition.facts, new.edition.facts)
    chosen = locale or new.edition.facts.authoritative
    documents = (document_in(name, old.edition, chosen), document_in(name, new.edition, chosen))
    redline = compare_documents(*documents, ThaiWords(terms_of(facts)), dict(new.edition.facts.was))
    events = change_events(_side(name, old), _side(name, new), text_judge(*facts))
    return Comparison(
        Named(f"{name} {old.page}", old.digest),
        Named(f"{name} {new.page}", new.digest),
        chosen,
        redline,
        leaf_address,
        events,
        reasons(events, new.edition.facts),
        notice_floor(events, new.edition.facts),
    )


def _latest(context: Context, name: PolicyName) -> str:
    return str(counting(sound_ledger(context, name).records)[-1].number)


def _side(name: PolicyName, found: Found) -> Side:
    pages = {locale: f"/{locale}/{name.policy}/{found.page}/" for locale in found.edition.locales}
    return Side(found.edition, pages, found.stated)
