"""Which files of a policy are not in canonical form, as findings: `check` tells them, `fmt` mends them."""

from collections.abc import Iterator
from pathlib import Path

from policygen.diagnostics import Bilingual, Diagnostic
from policygen.sources.canonical import canonical_text
from policygen.sources.canonical.files import source_files
from policygen.sources.reading import Folder
from policygen.sources.site_loader import read_site

_MESSAGE = Bilingual("ไฟล์ไม่อยู่ในรูปแบบมาตรฐาน", "the file is not in canonical form")
_HINT = Bilingual("policygen fmt จัดรูปแบบให้โดยไม่เปลี่ยนความหมาย", "policygen fmt mends it, and changes no meaning")


def uncanonical(content: Path, site: str, policy: str | None) -> Iterator[Diagnostic]:
    """One finding for each such file of the policy, with `policy` None of the site and all its policies."""
    folder = Folder(content)
    for source in source_files(folder, site, policy, read_site(folder, site).locales):
        file, _ = folder.read(source.path)
        if file is not None and canonical_text(source.kind, file, source.locales) != file.text:
            yield Diagnostic(
                "form.canonical", "info", file.whole(), _MESSAGE, _HINT, policy=policy and f"{site}/{policy}"
            )
