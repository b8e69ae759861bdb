"""Ways to reach the controller: lines such as `Email : info@example.com` where the text speaks of contact."""

import re
from dataclasses import dataclass

from policygen.importing.naming import Names
from policygen.importing.prose import as_prose, as_text
from policygen.importing.recognition.found import Found, Part, Placed, Section
from policygen.importing.recognition.texts import item_text, text_of
from policygen.model.document import Item, ItemList, Run, plain
from policygen.sources.canonical.writing import Values
from policygen.sources.urls import refusal

_ABOUT_CONTACT = re.compile(r"ช่องทาง|ติดต่อ|\bcontact\b|\breach us\b", re.IGNORECASE)
_LABELLED = re.compile(r"(?P<label>[^:：\n]{1,40}?)\s*[:：]\s*(?P<value>\S.*)$", re.DOTALL)
# The look-behind keeps the search linear.
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PHONE = re.compile(r"\+?[\d(][\d\s()–-]{2,18}\d")
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("email", r"อีเมล|e-?mail"),
        ("phone", r"โทร|เบอร์|สายด่วน|phone|\btel\b|hotline|call cent|mobile"),
        ("facebook", r"facebook|เฟซบุ๊ก|เฟสบุ๊ค|เฟซบุ๊ค|เฟสบุ๊ก"),
        ("line", r"^line\b|ไลน์"),
        ("web", r"เว็บไซต์|website|^web$|\burl\b"),
        ("post", r"จดหมาย|ไปรษณีย์|ที่อยู่|สถานที่ติดต่อ|\baddress\b|\bpost\b|\bmail\b"),
    )
)
_SIGNS = {"th": " : ", "en": ": "}
_EMAIL_LABELS = {"th": "อีเมล", "en": "Email"}


@dataclass(frozen=True, slots=True)
class _Channel:
    kind: str
    label: str
    value: str
    opens: str


def find_contacts(section: Section, locale: str, names: Names) -> tuple[Section, list[Found]]:
    """The section with its list of contacts placed, and the entries of all that are clear in it."""
    parts: list[Part] = []
    found: list[Found] = []
    about = _ABOUT_CONTACT.search(plain(section.title)) is not None
    for part in section.parts:
        block = part.what
        if isinstance(block, Placed):
            parts.append(part)
            continue
        text = text_of(block)
        if isinstance(block, ItemList) and (about or _announced(parts)):
            placed, entries = _listed(block, part.line, locale, names, section.id)
            parts.append(Part(placed, part.line))
            found += entries
            continue
        parts.append(part)
        if about and (channel := _channel(text, locale) or _lone_email(text, locale, found)):
            found.append(_told(channel, part.line, locale, names, section.id))
    return Section(section.id, section.title, tuple(parts), section.line), found


def _announced(parts: list[Part]) -> bool:
    before = parts[-1].what if parts else None
    text = "" if before is None or isinstance(before, Placed) else text_of(before)
    return _ABOUT_CONTACT.search(text[-120:]) is not None


def _listed(
    listed: ItemList, line: int, locale: str, names: Names, section: str
) -> tuple[ItemList | Placed, list[Found]]:
    """A list of nothing but channels is placed; of any other list those that are clear are told by its section."""
    channels = [None if len(item.blocks) != 1 else _channel(item_text(item), locale) for item in listed.items]
    whole = all(channels) and not any(item.label for item in listed.items)
    found = [
        _shown(channel, item, line, locale, names) if whole else _told(channel, line, locale, names, section)
        for channel, item in zip(channels, listed.items, strict=True)
        if channel is not None
    ]
    if not whole:
        return listed, found
    return Placed("contacts", tuple(entry.id for entry in found), "list", (listed,)), found


def _shown(channel: _Channel, item: Item, line: int, locale: str, names: Names) -> Found:
    values = _values(channel, locale)
    made = f"{channel.label}{_SIGNS.get(locale, ': ')}{channel.value}"
    if made != item_text(item):
        values["wording"] = {locale: as_prose(item.blocks)}
    return Found("contacts", names.free(channel.kind), values, made, line, channel.value)


def _told(channel: _Channel, line: int, locale: str, names: Names, section: str) -> Found:
    values = {**_values(channel, locale), "section": section}
    return Found("contacts", names.free(channel.kind), values, f"{channel.label}: {channel.value}", line, channel.value)


def _values(channel: _Channel, locale: str) -> dict[str, Values]:
    label = as_text((Run(channel.label),))
    value: Values = as_text((Run(channel.value),))
    same_everywhere = channel.kind in ("email", "phone", "web", "line")
    values: dict[str, Values] = {
        "kind": channel.kind,
        "label": {locale: label},
        "value": value if same_everywhere else {locale: value},
    }
    return {**values, "opens": channel.opens} if channel.opens else values


# One line


def _channel(text: str, locale: str) -> _Channel | None:
    """The channel that a line gives, or None."""
    match = _LABELLED.match(text)
    if match is None:
        return None
    label, value = match["label"].strip(), match["value"].strip()
    kind = next((kind for kind, pattern in _KINDS if pattern.search(label)), None)
    value = value if kind == "post" else value.rstrip(".;, ")
    if kind is None or not _fits(kind, value):
        return None
    return _Channel(kind, label, value, _opens(kind, value, locale))


def _fits(kind: str, value: str) -> bool:
    match kind:
        case "email":
            return _EMAIL.fullmatch(value) is not None
        case "phone":
            return all(_PHONE.fullmatch(number.strip()) for number in re.split(r"[,/]| หรือ | or ", value))
        case "web":
            return value.startswith(("https://", "http://", "www.")) and " " not in value
        case "post":
            return len(value) > 20
    return len(value) <= 80 and not _PHONE.fullmatch(value)


def _opens(kind: str, value: str, locale: str) -> str:
    """The address that it opens, where there is only one that it can be."""
    match kind:
        case "email":
            opens = f"mailto:{value}"
        case "phone":
            opens = _dialled(value, locale)
        case "web" | "facebook" | "line" if value.startswith(("https://", "http://")):
            opens = value
        case _:
            opens = ""
    return opens if opens and refusal(opens) is None else ""


def _dialled(value: str, locale: str) -> str:
    """The number with its country, which a number of nine or ten digits in a Thai text has without saying it."""
    digits = re.sub(r"\D", "", value)
    if "," in value or "/" in value:
        return ""
    if value.startswith("+"):
        return f"tel:+{digits}"
    if locale == "th" and digits.startswith("0") and len(digits) in (9, 10):
        return f"tel:+66{digits[1:]}"
    return ""


def _lone_email(text: str, locale: str, found: list[Found]) -> _Channel | None:
    """The one address that a text about contact gives."""
    addresses = set(_EMAIL.findall(text))
    if len(addresses) != 1 or any(entry.values.get("value") in addresses for entry in found):
        return None
    address = addresses.pop()
    return _Channel("email", _EMAIL_LABELS.get(locale, "Email"), address, f"mailto:{address}")
