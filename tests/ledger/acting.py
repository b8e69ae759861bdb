"""A ledger with acts, for tests: three versions, the third withdrawn, and two texts of the second redacted."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from policygen.ledger import Redaction, Withdrawal, append, read_ledger, sealed
from policygen.ledger.canonical import canonical, digest_of
from policygen.ledger.reading import version_path
from policygen.ledger.redacting import redacted
from tests.ledger.making import POLICY, next_record, site_with_versions

TITLE = "documents/en/sections/intro/title"
SECRET = "documents/th/sections/intro/blocks/0"
DAY = date(2026, 2, 1)


def withdrawal(site: Path, version: int, day: date = DAY) -> Withdrawal:
    """The withdrawal of a version, as the next record; whether it may be is for others to say."""
    return sealed(Withdrawal(version, day, "ถอนก่อน / taken back", read_ledger(site, POLICY).tip or ""))


def redaction(site: Path, version: int, path: str, day: date = DAY) -> Redaction:
    """The redaction of a text, as the next record."""
    ledger = read_ledger(site, POLICY)
    file = ledger.files[version - 1]
    outcome = redacted(file, path)
    places = tuple("/".join(text.path) for text in outcome.replaced)
    was, now = digest_of(file), digest_of(outcome.file)
    act = Redaction(version, day, "ปกปิด / hidden", path, outcome.texts, places, was, now, ledger.tip or "")
    return sealed(act)


def site_with_acts(folder: Path) -> Path:
    """1, 2, 2-act-1 (redacts 2), 3 (upcoming), 3-act-1 (withdraws 3), 3-act-2 (redacts 2), 4."""
    site = site_with_versions(folder, 2)
    append(site, POLICY, redaction(site, 2, SECRET, date(2026, 1, 2)))
    append(site, POLICY, next_record(site, effective=date(2027, 1, 1)))
    append(site, POLICY, withdrawal(site, 3))
    append(site, POLICY, redaction(site, 2, TITLE))
    append(site, POLICY, next_record(site, recorded=date(2026, 3, 1), effective=date(2026, 4, 1)))
    return site


def reseal(name: str, **members: object) -> Callable[[Path], object]:
    """Change members of a record and make its digest fit again, as a forger would."""

    def change(site: Path) -> None:
        path = version_path(site, POLICY, 1).with_name(name)
        data = {**json.loads(path.read_bytes()), **members}
        del data["digest"]
        data["digest"] = hashlib.sha256(canonical(data)).hexdigest()
        path.write_bytes(canonical(data) + b"\n")

    return change
