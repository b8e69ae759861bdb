"""Whether a site or a policy can have a name, and what to type instead."""

import re

from policygen.diagnostics import Bilingual, Place
from policygen.sources.tree import bad_policy_name, bad_site_name
from policygen.starting.templates import KINDS

_OTHER = re.compile(r"[^a-z0-9]+")
_EXAMPLE_SITE = "acme"
_EXAMPLE_POLICY = "privacy"


def refused_name(site: str, policy: str | None, locales: tuple[str, ...]) -> tuple[Bilingual, Bilingual] | None:
    """Why these names cannot be, and what to type; None where they can."""
    nowhere = Place("")
    if bad_site_name(nowhere, site) is not None:
        return _bad("เว็บไซต์", "site", site), _type_instead(site, policy, locales)
    if policy is None or bad_policy_name(nowhere, policy, locales) is None:
        return None
    if bad_site_name(nowhere, policy) is None:
        return (
            Bilingual(
                f"ชื่อนโยบาย {policy} สงวนไว้สำหรับที่อยู่ของเว็บไซต์", f"the policy name {policy} is reserved for an address"
            ),
            _type_instead(site, policy, locales),
        )
    return _bad("นโยบาย", "policy", policy), _type_instead(site, policy, locales)


def _bad(thai: str, english: str, name: str) -> Bilingual:
    return Bilingual(
        f"ชื่อ{thai} {name!r} ใช้ไม่ได้: ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง ไม่เกิน 64 ตัว",
        f"{name!r} cannot be the name of a {english}: use lower-case English letters, digits and hyphens, at most 64",
    )


def _type_instead(site: str, policy: str | None, locales: tuple[str, ...]) -> Bilingual:
    meant = _nearest_name(site) or _EXAMPLE_SITE
    if policy is not None:
        name = _nearest_name(policy)
        usable = name and bad_policy_name(Place(""), name, locales) is None
        meant = f"{meant}/{name if usable else _EXAMPLE_POLICY}"
    kinds = " ".join(KINDS)
    return Bilingual(
        f"พิมพ์ policygen new {meant} (นโยบายที่มีแบบ: {kinds})",
        f"type: policygen new {meant} (policies with a template: {kinds})",
    )


def _nearest_name(typed: str) -> str:
    """The letters and digits of what was typed, as an id; empty where it has none."""
    return _OTHER.sub("-", typed.lower()).strip("-")[:64].strip("-")
