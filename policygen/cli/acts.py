"""What `publish`, `withdraw` and `redact` share: appending a record, and saying why that cannot be."""

from policygen.cli.context import Stop
from policygen.cli.policies import PolicyName
from policygen.diagnostics import Bilingual
from policygen.ledger import Entry, LedgerBroken, LedgerBusy, LedgerMoved, append
from policygen.ledger.reading import record_path


def append_record(name: PolicyName, entry: Entry) -> str:
    """Append the record and give the path of its file; stops where another command was first."""
    again = Bilingual("ตรวจดูแล้วสั่งอีกครั้ง", "look at it, then try again")
    try:
        return record_path(name.site_folder, name.policy, append(name.site_folder, name.policy, entry)).as_posix()
    except (LedgerMoved, FileExistsError) as error:
        moved = Bilingual(f"มีการเผยแพร่ {name} อีกรายการหนึ่งเสร็จก่อนหน้านี้", f"another publish of {name} came first")
        raise Stop(moved, 1, again) from error
    except LedgerBusy as error:
        busy = Bilingual(
            f"คำสั่งอื่นกำลังเขียนบัญชีฉบับของ {name.site}", f"another command is writing to the ledgers of {name.site}"
        )
        raise Stop(busy, 2, again) from error
    except LedgerBroken as error:
        broken = Bilingual(f"บัญชีฉบับของ {name} เสียหาย", f"the ledger of {name} is damaged")
        raise Stop(broken, 1, Bilingual("ดู policygen verify", "see policygen verify")) from error


def given_reason(reason: str) -> str:
    """The reason without spaces around it; stops where it is empty."""
    if not reason.strip():
        raise Stop(Bilingual("--reason ต้องมีเหตุผล", "--reason needs a reason"), 2)
    return reason.strip()
