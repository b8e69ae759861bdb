"""Ways to reach somebody, and which of them work: a number that can be dialled, an address, a URL.

Knows nothing of laws.
"""

import re

from policygen.checks.subject import Subject
from policygen.model.facts import NOT_STATED, ContactChannel, LocalText, NotRequired, Party, Stated

# Thai numbers have 9 or 10 digits, or 4 for a service number; international ones up to 15.
_DIGITS = range(9, 16)
_SERVICE = 4
_EXTENSION = re.compile(r"ต่อ|ext\b|ext\.|#", re.IGNORECASE)
_MAIL = re.compile(r"[^\s@]@[^\s@.]{1,63}\.[^\s@]")
_ADDRESS = re.compile(r"https?://|www\.|[a-z0-9]\.(?:com|net|org|co|th|io|me|app|example)\b|^@\w", re.IGNORECASE)
# A postal address in fewer letters than this is only a label.
_SHORTEST = 12


def is_mail(text: str) -> bool:
    """Whether it holds an e-mail address."""
    return _MAIL.search(text) is not None


def can_be_dialled(text: str) -> bool:
    """Whether it is a telephone number: nine to fifteen digits, or the four of a service number."""
    number = _EXTENSION.split(text)[0]
    digits = sum(char.isdigit() for char in number)
    return digits in _DIGITS or (digits == _SERVICE and len(number.strip()) <= _SERVICE + 2)


def usable_channels(subject: Subject, *, of_officer: bool = False) -> list[ContactChannel]:
    """The contact channels by which somebody can be reached; `of_officer`: those of the data protection officer."""
    channels = subject.facts.contacts
    return [one for one in channels if (one.kind == "dpo" or not of_officer) and is_usable(one)]


def is_usable(channel: ContactChannel) -> bool:
    """Whether the channel has a number, an address or a URL."""
    return channel.opens is not NOT_STATED or any(_reaches(channel, value) for value in texts_of(channel.value))


def _reaches(channel: ContactChannel, value: str) -> bool:
    match channel.kind:
        case "phone":
            return can_be_dialled(value)
        case "email":
            return is_mail(value)
        case "post":
            return len(value) >= _SHORTEST
        case _:
            return is_mail(value) or can_be_dialled(value) or _ADDRESS.search(value) is not None


def can_be_reached(party: Party) -> bool:
    """Whether a party has an e-mail address, a telephone number or a postal address."""
    mail, phone = party.email, party.phone
    return (
        (mail is not NOT_STATED and is_mail(mail))
        or (phone is not NOT_STATED and can_be_dialled(phone))
        or party.address is not NOT_STATED
    )


def words_of(party: Stated[Party | NotRequired]) -> list[str]:
    """The texts by which a party is known: name, address, e-mail address, number."""
    if not isinstance(party, Party):
        return []
    texts = [text for one in (party.name, party.address) if isinstance(one, LocalText) for text in texts_of(one)]
    return texts + [one for one in (party.email, party.phone) if isinstance(one, str)]


def texts_of(text: LocalText) -> list[str]:
    """The text in each of its locales."""
    return [plain for locale, _ in text.texts if (plain := text.plain(locale))]
