"""The plan of a site: every file that it has, in order, and what the person who builds it should know.

Nothing is made here: each planned file says what it is made from, and makes itself when asked (decision 020).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.site.changes.notices import notice_pages, notice_texts
from policygen.site.changes.pages import change_pages
from policygen.site.chrome import Setting
from policygen.site.feed import feeds
from policygen.site.files import PlannedFile, PlannedPage
from policygen.site.history import PolicyHistory
from policygen.site.history_page import history_pages
from policygen.site.home_pages import home_pages
from policygen.site.machine_files import machine_files
from policygen.site.policy_pages import policy_pages
from policygen.site.sitemap import sitemap


@dataclass(frozen=True, slots=True)
class SitePlan:
    """A site's files in a fixed order, each path once, and what was found while planning."""

    files: tuple[PlannedFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def plan_site(setting: Setting, histories: Sequence[PolicyHistory]) -> SitePlan:
    """The plan of a site with its policies, in the order in which its home lists them."""
    pages = tuple(_pages(setting, histories))
    spots = [planned.spot for planned in pages]
    raw = [
        file
        for history in histories
        for files in (feeds(setting, history), machine_files(setting, history), notice_texts(setting, history))
        for file in files
    ]
    files: tuple[PlannedFile, ...] = (*(planned.page for planned in pages), *raw, *sitemap(setting, spots))
    return SitePlan(files, () if setting.base_url else (_no_address(setting),))


def _pages(setting: Setting, histories: Sequence[PolicyHistory]) -> Iterator[PlannedPage]:
    yield from home_pages(setting, histories)
    for history in histories:
        yield from policy_pages(setting, history)
        yield from history_pages(setting, history)
        yield from change_pages(setting, history)
        yield from notice_pages(setting, history)


def _no_address(setting: Setting) -> Diagnostic:
    """What is left out of a site that does not know its own address."""
    return Diagnostic(
        "site.no-base-url",
        "info",
        Place(f"{setting.site.id}/site.yaml"),
        Bilingual(
            "เว็บไซต์นี้ไม่ได้ระบุ base_url จึงไม่มีลิงก์ canonical, hreflang, ฟีด Atom, sitemap.xml และที่อยู่เต็มใน JSON",
            "the site has no base_url, so canonical and hreflang links, Atom feeds, sitemap.xml "
            "and full addresses in JSON are left out",
        ),
        Bilingual("เพิ่ม base_url: https://… ในไฟล์ site.yaml", "add base_url: https://… to site.yaml"),
    )
