"""Who the controller is and what dates the text gives, where it says so in as many words."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from policygen.importing.recognition.found import Found
from policygen.sources.canonical.writing import Values

_COMPANY_TH = re.compile(
    r"(?:บริษัท|ห้างหุ้นส่วนจำกัด|มูลนิธิ|สมาคม)\s?[^\s,()“”\"]{1,40}(?:\s[^\s,()“”\"]{1,40}){0,6}?\sจำกัด(?:\s?\(มหาชน\))?"
)
_COMPANY_EN = re.compile(
    r"(?:[A-Z][\w&.’'-]*\s){1,6}?(?:Co(?:mpany|\.)?,?\s?(?:Ltd\.?|Limited)|Limited|Ltd\.|Inc\.|LLC|PLC|GmbH)(?![A-Za-z])"
)
_MADE = re.compile(
    r"(?:จัดทำเมื่อ(?:วันที่)?|(?:ปรับปรุง|แก้ไข|อัปเดต|อัพเดท|อัพเดต)(?:ครั้ง)?ล่าสุด(?:เมื่อ)?(?:วันที่)?|last\s+(?:updated|revised|modified)(?:\s+on)?)"
    r"\s*[:：]?\s*(?P<day>.{6,30})$",
    re.IGNORECASE,
)
# fmt: off
_THAI_MONTHS = ("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
                "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม")
_ENGLISH_MONTHS = ("january", "february", "march", "april", "may", "june",
                   "july", "august", "september", "october", "november", "december")
# fmt: on
_THAI_DAY = re.compile(rf"(\d{{1,2}})\s*({'|'.join(_THAI_MONTHS)})\s*(?:พ\.ศ\.|ค\.ศ\.)?\s*(\d{{4}})\.?")
_DAY_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+({'|'.join(_ENGLISH_MONTHS)}),?\s+(\d{{4}})\.?", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"({'|'.join(_ENGLISH_MONTHS)})\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\.?", re.IGNORECASE)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})\.?")
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_BUDDHIST_FROM, _BUDDHIST_ERA = 2400, 543


def controller_name(texts: Iterable[str], locale: str) -> str:
    """The one company that the beginning of the text names, or most often; empty where that is not clear."""
    pattern = _COMPANY_TH if locale == "th" else _COMPANY_EN
    named = Counter(match[0].strip() for text in texts for match in pattern.finditer(text))
    if not named:
        return ""
    (name, count), *others = named.most_common(2)
    return name if not others or count > others[0][1] else ""


def site_values(site: str, locale: str, name: str, entries: Sequence[Found]) -> Mapping[str, Values]:
    """The values of a site.yaml: what the text says, and not-stated for the rest; the folder's name for a name."""
    named: Values = {locale: name} if name else site
    address = _only(entries, "post").removeprefix(name).strip()
    return {
        "name": named,
        "controller": {
            "name": named,
            "address": {locale: address} if address else "not-stated",
            "registration": "not-stated",
            "website": "not-stated",
            "email": _only(entries, "email") or "not-stated",
            "phone": _only(entries, "phone") or "not-stated",
            "representative": "not-stated",
            "dpo": "not-stated",
        },
        "locales": [locale],
        "authoritative": locale,
    }


def _only(entries: Sequence[Found], kind: str) -> str:
    """The value of the only contact of that kind; empty where there are more or none."""
    values = [entry.plain for entry in entries if entry.register == "contacts" and entry.values["kind"] == kind]
    return values[0] if len(values) == 1 else ""


# Dates


def stated_date(texts: Iterable[str]) -> tuple[date, str] | None:
    """The day on which the text says that it was made or last changed, with those words; None where it says two."""
    found = {
        (day, match[0].strip()) for text in texts if (match := _MADE.search(text)) and (day := read_day(match["day"]))
    }
    return found.pop() if len(found) == 1 else None


def read_day(text: str) -> date | None:
    """A day in Thai or English words, in either era; None for anything else."""
    text = text.strip().rstrip("*").translate(_THAI_DIGITS)
    if match := _THAI_DAY.fullmatch(text):
        return _day(match[3], _THAI_MONTHS.index(match[2]) + 1, match[1])
    if match := _DAY_MONTH.fullmatch(text):
        return _day(match[3], _ENGLISH_MONTHS.index(match[2].lower()) + 1, match[1])
    if match := _MONTH_DAY.fullmatch(text):
        return _day(match[3], _ENGLISH_MONTHS.index(match[1].lower()) + 1, match[2])
    if match := _ISO_DAY.fullmatch(text):
        return _day(match[1], int(match[2]), match[3])
    return None


def _day(year: str, month: int, day: str) -> date | None:
    number = int(year) - _BUDDHIST_ERA if int(year) > _BUDDHIST_FROM else int(year)
    try:
        return date(number, month, int(day))
    except ValueError:
        return None
