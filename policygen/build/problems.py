"""What can stand in the way of a build, as diagnostics: the disk, and a language that published versions need."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.model.site import Site
from policygen.site.history import PolicyHistory


def disk_problem(error: OSError, folder: str) -> Diagnostic:
    """A file that cannot be read or written, told where the system names it, else at `folder`."""
    return Diagnostic("output.disk", "error", Place(str(error.filename or folder)), disk_words(error))


def disk_words(error: OSError) -> Bilingual:
    """The same in one sentence; why, in the system's own words."""
    return Bilingual(f"อ่านหรือเขียนไฟล์ไม่ได้: {error.strerror}", f"a file cannot be read or written: {error.strerror}")


def dropped_locales(content: Path, site: Site, policies: Iterable[PolicyHistory]) -> Iterator[Diagnostic]:
    """A finding for each language that the site no longer has and a published version does: its pages are permanent."""
    place = Place((content / site.id / "site.yaml").as_posix())
    for policy in policies:
        published = {locale: None for record in policy.records for locale in record.facts["locales"]}
        for locale in published:
            if locale not in site.locales:
                yield _dropped(place, f"{site.id}/{policy.policy}", locale)


def _dropped(place: Place, policy: str, locale: str) -> Diagnostic:
    message = Bilingual(
        f"ฉบับเผยแพร่ของ {policy} มีภาษา {locale} แต่ site.yaml ไม่มีแล้ว ที่อยู่ถาวรของฉบับเหล่านั้นจะหายไป",
        f"published versions of {policy} are in {locale}, which site.yaml no longer has; their pages are permanent",
    )
    hint = Bilingual(f"ใส่ {locale} กลับใน locales:", f"put {locale} back under locales:")
    return Diagnostic("ledger.locale-dropped", "error", place, message, hint, policy=policy, locale=locale)
