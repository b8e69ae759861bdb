"""The diagnostics of the families `schema.`, `url.`, `parity.` and `reference.` that YAML files give."""

from collections.abc import Iterable, Sequence

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.sources.suggestion import did_you_mean
from policygen.text.countries import countries
from policygen.text.nearest import nearest

_KINDS = {
    "mapping": Bilingual("ชุดของ ชื่อช่อง: ค่า", "keys and values"),
    "list": Bilingual("รายการ", "a list"),
    "text": Bilingual("ข้อความ", "a text"),
}


def unknown_key(place: Place, key: str, known: Iterable[str]) -> Diagnostic:
    message = Bilingual(f"ไม่รู้จักช่อง {key}", f"{key} is not a key that can stand here")
    return Diagnostic("schema.unknown-key", "error", place, message, did_you_mean(key, known))


def missing(place: Place, key: str, what: str) -> Diagnostic:
    message = Bilingual(f"ขาดช่อง {key}", f"{key} is missing")
    hint = Bilingual(f"เพิ่ม {key}: ที่รายการนี้", f"add {key}: {what}".rstrip())
    return Diagnostic("schema.missing", "error", place, message, hint)


def empty(place: Place, key: str) -> Diagnostic:
    message = Bilingual(f"ช่อง {key} ไม่มีค่า ถือว่าไม่ได้เขียนไว้", f"nothing stands after {key}: it counts as left out")
    hint = Bilingual("เขียนค่า หรือลบช่องนี้ หรือใช้ not-stated", "write a value, take the key out, or write not-stated")
    return Diagnostic("schema.no-value", "warning", place, message, hint)


def wrong_kind(place: Place, given: str, wanted: str) -> Diagnostic:
    message = Bilingual(
        f"ตรงนี้ต้องเป็น{_KINDS[wanted].th} ไม่ใช่{_KINDS[given].th}",
        f"this must be {_KINDS[wanted].en}, not {_KINDS[given].en}",
    )
    hint = None
    if given == "mapping" and wanted == "text":
        hint = Bilingual(
            "ถ้าข้อความมีเครื่องหมาย : ให้ใส่เครื่องหมายคำพูดคร่อม", "if the text has a colon in it, put quotes around all of it"
        )
    elif wanted == "list":
        hint = Bilingual("ขึ้นต้นแต่ละรายการด้วย -", "begin each entry with a -")
    return Diagnostic("schema.kind", "error", place, message, hint)


def no_value(place: Place) -> Diagnostic:
    return Diagnostic("schema.empty", "error", place, Bilingual("ข้อความว่างเปล่า", "the text is empty"))


def not_stated_here(place: Place) -> Diagnostic:
    message = Bilingual(
        "ช่องนี้ใช้ not-stated ไม่ได้ เพราะผู้อ่านจะเห็นคำนี้เป็นข้อความ", "not-stated cannot stand here: readers would read the word"
    )
    hint = Bilingual("เขียนข้อความ หรือลบรายการนี้", "write the text, or take the entry out")
    return Diagnostic("schema.not-stated", "error", place, message, hint)


def empty_list(place: Place) -> Diagnostic:
    message = Bilingual("รายการว่างเปล่า", "the list is empty")
    hint = Bilingual("ลบช่องนี้ หรือเขียน not-stated", "take the key out, or write not-stated")
    return Diagnostic("schema.empty", "error", place, message, hint)


def word(place: Place, given: str, words: Sequence[str]) -> Diagnostic:
    message = Bilingual(f"{given!r} ไม่ใช่ค่าที่ใช้ได้", f"{given!r} is not one of the words that can stand here")
    parts = [part.strip() for part in given.split(",")]
    hint = did_you_mean(given, words)
    if len(parts) > 1 and set(parts) <= set(words):
        listed = f"[{', '.join(parts)}]"
        hint = Bilingual(f"เขียนเป็นรายการ {listed}", f"write a list: {listed}")
    return Diagnostic("schema.word", "error", place, message, hint)


def number(place: Place, given: str, least: int, most: int) -> Diagnostic:
    message = Bilingual(
        f"{given!r} ต้องเป็นจำนวนเต็ม {least} ถึง {most}", f"{given!r} must be a whole number from {least} to {most}"
    )
    return Diagnostic("schema.number", "error", place, message)


def id_form(place: Place, given: str) -> Diagnostic:
    message = Bilingual(f"id {given!r} ใช้ไม่ได้", f"{given!r} cannot be an id")
    hint = Bilingual(
        "ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง ไม่เกิน 64 ตัว เช่น tax-id",
        "use lower-case English letters, digits and hyphens, at most 64, such as tax-id",
    )
    return Diagnostic("schema.id", "error", place, message, hint)


def date(place: Place, given: str) -> Diagnostic:
    message = Bilingual(f"{given!r} ไม่ใช่วันที่", f"{given!r} is not a date")
    hint = Bilingual("เขียนเป็น ปี ค.ศ.-เดือน-วัน เช่น 2019-09-30", "write year-month-day, such as 2019-09-30")
    return Diagnostic("schema.date", "error", place, message, hint)


def buddhist_year(place: Place, given: str, year: int) -> Diagnostic:
    message = Bilingual(f"{given!r} เป็นปีพุทธศักราช", f"{given!r} has a year of the Buddhist era")
    hint = Bilingual(
        f"ใช้ปี ค.ศ. คือ {year} หน้าเว็บจะแสดงเป็น พ.ศ. เอง", f"write the year {year}: pages show พ.ศ. in Thai by themselves"
    )
    return Diagnostic("schema.date", "error", place, message, hint)


def duration(place: Place, given: str) -> Diagnostic:
    message = Bilingual(f"{given!r} ไม่ใช่ระยะเวลา", f"{given!r} is not a duration")
    hint = Bilingual("เขียนเป็น P5Y (5 ปี) P90D (90 วัน) P1Y6M (1 ปี 6 เดือน)", "write P5Y (5 years), P90D (90 days), P1Y6M")
    return Diagnostic("schema.duration", "error", place, message, hint)


def email(place: Place, given: str) -> Diagnostic:
    message = Bilingual(f"{given!r} ไม่ใช่ที่อยู่อีเมล", f"{given!r} is not an e-mail address")
    return Diagnostic("schema.email", "error", place, message)


def country(place: Place, given: str) -> Diagnostic:
    message = Bilingual(f"{given!r} ไม่ใช่รหัสประเทศ", f"{given!r} is not a country code")
    code = _country_of(given)
    hint = (
        Bilingual(f"หมายถึง {code} หรือไม่", f"did you mean {code}?")
        if code
        else Bilingual("ใช้รหัสสองตัวอักษร เช่น TH US SG หรือ abroad", "use two letters, such as TH, US, SG, or abroad")
    )
    return Diagnostic("schema.country", "error", place, message, hint)


def _country_of(given: str) -> str | None:
    """The code of the country that somebody called so."""
    named = given.strip().casefold()
    for locale in ("en", "th"):
        for code, name in countries(locale).items():
            if named in (code.casefold(), name.casefold()):
                return code
    return {"usa": "US", "uk": "GB"}.get(named)


def url(place: Place, given: str, schemes: str) -> Diagnostic:
    message = Bilingual(f"{given!r} ไม่ใช่ที่อยู่ที่ใช้ได้", f"{given!r} is not an address that can be used")
    hint = Bilingual(f"ขึ้นต้นด้วย {schemes} และไม่มีเว้นวรรค", f"begin with {schemes} and leave no spaces in it")
    return Diagnostic("url.refused", "error", place, message, hint)


def locale(place: Place, given: str, locales: Sequence[str]) -> Diagnostic:
    message = Bilingual(f"เว็บไซต์นี้ไม่มีภาษา {given}", f"the site has no locale {given}")
    return Diagnostic("schema.locale", "error", place, message, did_you_mean(given, locales))


def locale_form(place: Place, given: str) -> Diagnostic:
    message = Bilingual(f"{given!r} ไม่ใช่รหัสภาษา", f"{given!r} is not a locale")
    hint = Bilingual("ใช้รหัส BCP 47 เช่น th en", "use a BCP 47 tag such as th, en")
    return Diagnostic("schema.locale", "error", place, message, hint)


def locale_without_words(place: Place, given: str, known: Sequence[str]) -> Diagnostic:
    message = Bilingual(
        f"โปรแกรมยังไม่มีคำของภาษา {given!r} สำหรับหน้าเว็บ", f"the program has no words for pages in {given!r} yet"
    )
    listed = " ".join(known)
    return Diagnostic("schema.locale", "error", place, message, Bilingual(f"ใช้ได้: {listed}", f"there are: {listed}"))


def by_locale(place: Place) -> Diagnostic:
    message = Bilingual("ต้องแยกตามภาษา", "this must be given by locale")
    hint = Bilingual("เขียนเป็น {th: [คำ, คำ], en: [word]}", "write {th: [คำ, คำ], en: [word]}")
    return Diagnostic("schema.kind", "error", place, message, hint)


def time_zone(place: Place, given: str, known: Sequence[str]) -> Diagnostic:
    message = Bilingual(f"ไม่รู้จักเขตเวลา {given!r}", f"there is no time zone {given!r}")
    close = nearest(given, known)
    hint = Bilingual(f"หมายถึง {close} หรือไม่", f"did you mean {close}?") if close else None
    return Diagnostic("schema.time-zone", "error", place, message, hint)


def authoritative(place: Place, given: str, locales: Sequence[str]) -> Diagnostic:
    message = Bilingual(f"ภาษาที่ใช้บังคับ {given} ไม่อยู่ใน locales", f"the authoritative locale {given} is not among locales")
    return Diagnostic("schema.authoritative", "error", place, message, did_you_mean(given, locales))


def told_twice(place: Place, given: str) -> Diagnostic:
    message = Bilingual(f"มี {given} ซ้ำ", f"{given} stands here twice")
    return Diagnostic("schema.repeated", "error", place, message)


def base_url(place: Place) -> Diagnostic:
    message = Bilingual("base_url มี ? หรือ # ไม่ได้", "base_url can have neither ? nor #")
    return Diagnostic("schema.base-url", "error", place, message)


def base_url_dots(place: Place) -> Diagnostic:
    message = Bilingual("base_url มี /./ หรือ /../ ไม่ได้", "base_url can have neither /./ nor /../ in it")
    hint = Bilingual("เขียนที่อยู่ตามที่เบราว์เซอร์แสดง", "write the address as a browser shows it")
    return Diagnostic("schema.base-url", "error", place, message, hint)


def no_entries(place: Place) -> Diagnostic:
    message = Bilingual("ต้องมีอย่างน้อยหนึ่งรายการ", "this needs one entry at least")
    return Diagnostic("schema.empty", "error", place, message)


def unreadable_value(place: Place) -> Diagnostic:
    return Diagnostic("schema.value", "error", place, Bilingual("อ่านค่านี้ไม่ได้", "this value cannot be read"))
