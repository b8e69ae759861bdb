"""An author with a content folder: a shop whose policy has three versions and a draft, long enough to scroll.

The Thai of the clause on sharing changed in version 2 and its English did not; the draft changes the Thai of the
clause on complaints alone.
"""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Thread

from policygen.drafts import load_draft
from policygen.ledger import append, read_ledger, sealed, unsealed
from policygen.model.document import Run
from policygen.model.facts import LocalText
from policygen.serve.running import preview_server

TODAY = date(2026, 11, 24)
SITE = """name: {th: ร้านตัวอย่าง, en: Example Shop}
controller:
  name: {th: บริษัท ร้านตัวอย่าง จำกัด, en: Example Shop Company Limited}
  email: privacy@shop.example
locales: [th, en]
authoritative: th
"""
POLICY = """title: {th: นโยบายความเป็นส่วนตัว, en: Privacy Policy}
sections:
  - id: intro
  - id: purposes
    title: {th: วัตถุประสงค์, en: Purposes}
    kind: purposes
  - id: sharing
    title: {th: การเปิดเผยข้อมูล, en: Sharing}
  - id: complaints
    title: {th: การร้องเรียน, en: Complaints}
"""
PURPOSES = """- id: delivery
  text: {th: ส่งสินค้าให้ลูกค้า, en: Deliver goods to customers}
  basis: contract
"""
THAI = [f"บริษัทดูแลข้อมูลของลูกค้าข้อที่ {n} อย่างระมัดระวัง และแจ้งให้ลูกค้าทราบเสมอเมื่อมีการเปลี่ยนแปลง" for n in range(1, 31)]
ENGLISH = [
    f"The shop takes care of rule {n} for its customers, and always tells them of changes." for n in range(1, 31)
]
SHARING = (
    "บริษัทเปิดเผยข้อมูลให้ผู้ขนส่งสินค้าเท่านั้น",
    "บริษัทเปิดเผยข้อมูลให้ผู้ขนส่งสินค้าและธนาคารเท่านั้น",
)


@dataclass(frozen=True)
class Author:
    """Someone who writes in `content`."""

    content: Path

    @property
    def site(self) -> Path:
        return self.content / "shop"

    def path(self, name: str) -> Path:
        """A file of the policy."""
        return self.site / "privacy" / name

    def write(self, name: str, text: str) -> None:
        """Write a file of the policy."""
        file = self.path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text, which must be there, in a file of the policy."""
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def freeze(self, effective: date) -> None:
        """Record the draft as the next version, whatever any rule has to say of it."""
        ledger = read_ledger(self.site, "privacy")
        draft = load_draft(self.content, "shop", "privacy")
        assert draft.edition is not None, draft.diagnostics
        number = len(ledger.records) + 1
        summary = LocalText((("th", (Run(f"ฉบับที่ {number}"),)), ("en", (Run(f"version {number}"),))))
        record = unsealed(
            draft.edition,
            number=number,
            previous=ledger.tip,
            recorded=date(2026, 1, 1),
            published=None,
            effective=effective,
            stated=None,
            summary=summary,
            notice=None,
            events=(),
        )
        append(self.site, "privacy", sealed(record))


def sit_down(content: Path) -> Author:
    """The author's folder as it is described above."""
    author = Author(content)
    author.site.mkdir(parents=True)
    (author.site / "site.yaml").write_text(SITE, encoding="utf-8")
    author.write("policy.yaml", POLICY)
    author.write("purposes.yaml", PURPOSES)
    author.write("sections/intro.th.md", "\n\n".join(THAI) + "\n")
    author.write("sections/intro.en.md", "\n\n".join(ENGLISH) + "\n")
    author.write("sections/sharing.th.md", SHARING[0] + "\n")
    author.write("sections/sharing.en.md", "The shop shares data with couriers only.\n")
    author.write("sections/complaints.th.md", "ลูกค้าร้องเรียนได้ที่ร้าน\n")
    author.write("sections/complaints.en.md", "Customers can complain in the shop.\n")
    author.freeze(date(2024, 1, 1))
    author.write("sections/sharing.th.md", SHARING[1] + "\n")
    author.freeze(date(2025, 1, 1))
    author.edit("sections/intro.th.md", "ข้อที่ 7 ", "ข้อที่เจ็ด ")
    author.edit("sections/intro.en.md", "rule 7 ", "rule seven ")
    author.freeze(date(2026, 2, 1))
    author.write("sections/complaints.th.md", "ลูกค้าร้องเรียนได้ที่ร้านและทางโทรศัพท์\n")
    return author


@contextmanager
def previewing(content: Path, *sites: str, lang: str = "en") -> Iterator[str]:
    """A preview of the folder on some free port, while it is used; its address ends in a slash."""
    with preview_server(content, lambda _zone: TODAY, sites, port=0, lang=lang) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server.url
        finally:
            server.shutdown()
            thread.join()


def sent(url: str, request: bytes, seconds: float = 5.0) -> bytes:
    """What the server at the address sends back to these bytes, until it closes."""
    host, _, port = url.removeprefix("http://").rstrip("/").partition(":")
    with socket.create_connection((host, int(port)), timeout=seconds) as connection:
        connection.sendall(request)
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
    return b"".join(parts)
