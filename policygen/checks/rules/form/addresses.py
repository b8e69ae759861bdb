"""form.contact-address: a contact channel has an address, a number or a link."""

from collections.abc import Iterator

from policygen.checks.evidence.links import has_address
from policygen.checks.evidence.reaching import is_usable, texts_of
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.checks.wording import shortened, wording
from policygen.diagnostics import Bilingual
from policygen.model.facts import ContactChannel

_ADDRESSED = frozenset(["email", "web", "facebook", "line", "post"])


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each channel that opens nothing, and each that prose only says to be somewhere."""
    for channel in subject.facts.contacts:
        if channel.kind in _ADDRESSED and not (is_usable(channel) or _is_blank(channel)):
            yield Finding(
                Bilingual(f"ช่องทาง {channel.id} ไม่มีที่อยู่", f"the channel {channel.id} has no address"),
                _HINT,
                anchor=f"contact-{channel.id}",
            )
    prose = (one for one in subject.passages if not one.anchor.startswith("contact-"))
    for passage, match in wording("form/addresses", "somewhere").found_in(prose):
        if not has_address(passage):
            said = shortened(match[0])
            yield found_in(
                passage,
                *match.span(),
                Bilingual(f"“{said}” ไม่บอกว่าติดต่อได้ที่ใด", f"“{said}” does not say where"),
                _HINT,
            )


def _is_blank(channel: ContactChannel) -> bool:
    """Whether its value waits to be filled in, which form.blank tells."""
    return any("[" in value for value in texts_of(channel.value))


_HINT = Bilingual(
    "เขียนอีเมล หมายเลข หรือ URL หรือเติม opens: https://… ในช่องทางนั้น หรือลิงก์ถึงหัวข้อช่องทางติดต่อ",
    "write the e-mail address, number or URL, add opens: https://… to the channel, or link to the section that has it",
)

RULE = Rule(
    name="form.contact-address",
    severity="warning",
    title=Bilingual("ช่องทางติดต่อต้องมีที่อยู่", "Contact channels have an address"),
    find=find,
    topics=("references",),
)
