"""A policy's ledger as it is on disk, with everything that is wrong with it.

Reading is quick (each file is hashed once and parsed once) and never writes. A damaged ledger is a value with
diagnostics, never an exception.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.ledger.chain import HeadState, Kept, examine, read_chain
from policygen.ledger.faults import Fault
from policygen.ledger.heads import HEADS_NAME, Heads, HeadsError, read_heads
from policygen.ledger.position import Position, position_of
from policygen.ledger.record import Record

VERSIONS_NAME = "versions"
# A policy with all its registers is some 100 KB. What is larger by far was not written by publish.
_LARGEST = 32 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Ledger:
    """One policy's records with their files, from the first on: versions, and acts on them.

    Where `diagnostics` has errors, only the records before the first fault are here. `head` says how `heads.json`
    stands to the files; `behind` is what a publish killed at its end leaves, and no error. `undone` is a version from
    whose file a redaction, killed likewise, has still to take a text; `kept` has the file without it.
    """

    site: str
    policy: str
    kept: tuple[Kept, ...]
    diagnostics: tuple[Diagnostic, ...]
    head: HeadState
    undone: Position | None = None

    @property
    def records(self) -> tuple[Record, ...]:
        """The versions."""
        return tuple(one.entry for one in self.kept if isinstance(one.entry, Record))

    @property
    def files(self) -> tuple[bytes, ...]:
        """The files of the versions."""
        return tuple(one.file for one in self.kept if not one.position.act)

    @property
    def acts(self) -> tuple[Kept, ...]:
        """The acts."""
        return tuple(one for one in self.kept if one.position.act)

    @property
    def tip(self) -> str | None:
        """The digest of the last record, None where there is none."""
        return self.kept[-1].entry.digest if self.kept else None


def versions_folder(site_folder: Path, policy: str) -> Path:
    """Where the policy's records are."""
    return site_folder / policy / VERSIONS_NAME


def version_path(site_folder: Path, policy: str, number: int) -> Path:
    """Where the record of a version is."""
    return record_path(site_folder, policy, Position(number))


def record_path(site_folder: Path, policy: str, position: Position) -> Path:
    """Where the record at a position is."""
    return versions_folder(site_folder, policy) / position.name


def read_ledger(site_folder: Path, policy: str, *, thorough: bool = False) -> Ledger:
    """The ledger of a policy, empty where nothing is published; raises OSError where a file cannot be read.

    `thorough` adds the checks of `verify`: canonical bytes, readable editions, the order of dates.
    """
    if away := leads_away(site_folder, policy):
        return Ledger(site_folder.name, policy, (), (away,), "wrong")
    heads = _heads(site_folder)
    strays, files = _read_files(versions_folder(site_folder, policy))
    chain = read_chain(files, None if heads is None else heads.get(policy))
    faults = [fault for fault in chain.faults if fault.position or heads is not None]
    if heads is None:
        faults.append(Fault("ledger.heads", None, _NO_HEADS))
    if thorough:
        faults += examine(chain.kept)
    findings = [
        *((versions_folder(site_folder, policy) / name, "ledger.stray", words) for name, words in strays),
        *((_where(site_folder, policy, fault), fault.rule, fault.message) for fault in faults),
    ]
    diagnostics = tuple(
        Diagnostic(rule, "error", Place(path.as_posix()), words, _HINT, policy=f"{site_folder.name}/{policy}")
        for path, rule, words in findings
    )
    return Ledger(site_folder.name, policy, chain.kept, diagnostics, chain.head, chain.undone)


def leads_away(site_folder: Path, policy: str) -> Diagnostic | None:
    """Why nothing may be read or written here: the ledger's folder, or the policy's, is a link to another place."""
    for folder in (site_folder / policy, versions_folder(site_folder, policy)):
        if folder.is_symlink():
            place = Place(folder.as_posix())
            return Diagnostic("ledger.stray", "error", place, _LINK, _COPY, policy=f"{site_folder.name}/{policy}")
    return None


def headed_policies(site_folder: Path) -> tuple[str, ...]:
    """The policies that `heads.json` names, whether their folders are there or not."""
    return tuple(sorted(_heads(site_folder) or ()))


def _where(site_folder: Path, policy: str, fault: Fault) -> Path:
    if fault.position is None:
        return site_folder / HEADS_NAME
    return record_path(site_folder, policy, fault.position)


def _heads(site_folder: Path) -> Heads | None:
    try:
        return read_heads(site_folder)
    except HeadsError:
        return None


def _read_files(folder: Path) -> tuple[list[tuple[str, Bilingual]], dict[Position, bytes]]:
    """The names that no record may have, and the bytes of the records by position."""
    strays: list[tuple[str, Bilingual]] = []
    files: dict[Position, bytes] = {}
    for entry in _entries(folder):
        position = position_of(entry.name)
        if position is None:
            strays.append((entry.name, _STRAY))
        elif not entry.is_file(follow_symlinks=False) or entry.stat().st_size > _LARGEST:
            strays.append((entry.name, _NO_PLAIN_FILE))
        else:
            files[position] = Path(entry.path).read_bytes()
    return strays, files


def _entries(folder: Path) -> Iterable[os.DirEntry[str]]:
    """What may be a record: hidden files and other kinds of file are none of the ledger's business."""
    try:
        with os.scandir(folder) as entries:
            named = [entry for entry in entries if entry.name.endswith(".json")]
    except FileNotFoundError:
        return ()
    return sorted((entry for entry in named if not entry.name.startswith(".")), key=lambda entry: entry.name)


_HINT = Bilingual(
    "กู้ไฟล์คืนจากระบบควบคุมรุ่นหรือสำเนาสำรอง ห้ามแก้ไขไฟล์ในบัญชีฉบับ",
    "bring the file back from version control or a backup; records are never edited",
)
_LINK = Bilingual(
    "เป็น symbolic link บัญชีฉบับต้องอยู่ในโฟลเดอร์จริงของนโยบาย จึงไม่ถูกอ่านและไม่ถูกเขียน",
    "this is a symbolic link; a ledger lies in its policy's own folder, so nothing is read or written there",
)
_COPY = Bilingual("คัดลอกโฟลเดอร์จริงมาไว้ที่นี่", "put a copy of the folder itself here")
_NO_HEADS = Bilingual("ไฟล์นี้ไม่ใช่รูปแบบที่ publish เขียน", "this is not what publish writes")
_STRAY = Bilingual(
    "ชื่อนี้ไม่ใช่ชื่อระเบียนของบัญชีฉบับ (1.json, 2.json, …, 2-act-1.json)",
    "this is no name of a record (1.json, 2.json, …, 2-act-1.json)",
)
_NO_PLAIN_FILE = Bilingual("ไม่ใช่ไฟล์ธรรมดา หรือมีขนาดใหญ่เกินไป", "this is not a plain file, or it is far too large")
