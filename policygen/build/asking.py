"""Which sites somebody asks for, and what to tell him where they are not there."""

from collections.abc import Sequence
from pathlib import Path

from policygen.build.folder import Refused
from policygen.diagnostics import Bilingual
from policygen.sources import list_sites

_SAY_WHERE = Bilingual("ระบุด้วย --content DIR", "say where it is with --content DIR")


def asked_sites(content: Path, asked: Sequence[str], lost: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """All sites of the content folder, those that are `lost` among them; Refused where one asked for is none."""
    if not content.is_dir():
        raise Refused(_no_content(content), _SAY_WHERE)
    sites = tuple(sorted(lost.union(list_sites(content))))
    if not sites:
        raise Refused(_no_sites(content), _SAY_WHERE)
    for site in asked:
        if site not in sites:
            raise Refused(_no_such_site(content, site), _meant(site, sites))
    return sites


def _no_content(content: Path) -> Bilingual:
    return Bilingual(f"ไม่มีโฟลเดอร์ {content}", f"there is no folder {content}")


def _no_sites(content: Path) -> Bilingual:
    return Bilingual(
        f"ในโฟลเดอร์ {content} ไม่มีเว็บไซต์ใด (โฟลเดอร์ที่มี site.yaml)",
        f"{content} has no site in it (a folder with a site.yaml)",
    )


def _no_such_site(content: Path, site: str) -> Bilingual:
    return Bilingual(f"ไม่มีเว็บไซต์ {site} ใน {content}/", f"there is no site {site} in {content}/")


def _meant(site: str, sites: Sequence[str]) -> Bilingual:
    from policygen.text.nearest import nearest

    meant, there = nearest(site, sites), ", ".join(sites)
    if meant:
        return Bilingual(f"หมายถึง {meant} หรือไม่", f"did you mean {meant}?")
    return Bilingual(f"ที่มีอยู่: {there}", f"there are: {there}")
