"""form.phone: a telephone number can be dialled."""

import re
from collections.abc import Iterator

from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual, Place
from policygen.model.facts import ContactChannel, Party
from policygen.text.phone_numbers import cannot_be_dialled

_IN_PROSE = re.compile(
    r"(?:โทร(?:ศัพท์|สาร)?\.?|เบอร์(?:โทร)?|\b(?:Tel(?:ephone)?|Phone|Mobile|Fax|Call)\b\.?)[\s:.*]{0,5}"
    r"(?P<number>(?:\+|\(?0)[\d() .–-]{3,24}\d)",
    re.IGNORECASE,
)
_LAST = 8


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each number of the registers and of prose that cannot be dialled, or dials another."""
    for phone in _of_parties(subject):
        if "[" not in phone and cannot_be_dialled(phone):  # a blank is told by its own rule
            yield Finding(_message(phone), _HINT, _place_in_site(subject, phone))
    for channel in subject.facts.contacts:
        yield from _of_channel(subject, channel)
    for passage in subject.passages:
        if passage.anchor.startswith("contact-"):
            continue
        for match in _IN_PROSE.finditer(passage.text):
            if cannot_be_dialled(match["number"]):
                yield found_in(passage, *match.span("number"), _message(match["number"]), _HINT)


def _of_parties(subject: Subject) -> Iterator[str]:
    """The numbers of the controller, of its representative and of its data protection officer, each once."""
    controller = subject.facts.controller
    parties = (one for one in (controller.representative, controller.dpo) if isinstance(one, Party))
    yield from dict.fromkeys(
        phone for phone in (controller.phone, *(party.phone for party in parties)) if isinstance(phone, str)
    )


def _place_in_site(subject: Subject, phone: str) -> Place | None:
    passages = subject.policy.site_passages if subject.policy else ()
    return next((one.place() for one in passages if one.text == phone), None)


def _of_channel(subject: Subject, channel: ContactChannel) -> Iterator[Finding]:
    if channel.kind != "phone":
        return
    anchor = f"contact-{channel.id}"
    for value in dict.fromkeys(channel.value.plain(locale) or "" for locale in subject.locales):
        place = next((one.place() for one in subject.passages if one.anchor == anchor and one.text == value), None)
        if "[" not in value and cannot_be_dialled(value):
            yield Finding(_message(value), _HINT, place, anchor)
        elif isinstance(channel.opens, str) and _dials_another(value, channel.opens):
            yield Finding(
                Bilingual(f"{value} แต่ opens โทรไปที่ {channel.opens}", f"{value}, but opens dials {channel.opens}"),
                Bilingual("แก้ให้เป็นหมายเลขเดียวกัน", "write the same number in both"),
                place,
                anchor,
            )


def _dials_another(value: str, opens: str) -> bool:
    dialled, told = _digits(opens), _digits(value)
    return opens.startswith("tel:") and dialled[-_LAST:] not in told and told[-_LAST:] not in dialled


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _message(number: str) -> Bilingual:
    return Bilingual(f"หมายเลข “{number}” โทรไม่ได้", f"nobody can dial “{number}”")


_HINT = Bilingual(
    "เขียนหมายเลขให้ครบ เช่น 02-123-4567 (9 หลัก) 081-234-5678 (10 หลัก) หรือ +66 2 123 4567",
    "write the whole number, such as 02-123-4567 (9 digits), 081-234-5678 (10 digits) or +66 2 123 4567",
)

RULE = Rule(
    name="form.phone",
    severity="error",
    title=Bilingual("หมายเลขโทรศัพท์ต้องโทรได้", "Telephone numbers can be dialled"),
    find=find,
    topics=("references",),
)
