"""What is told of a site or a policy that was shown and is not there any more."""

from pathlib import Path

from policygen.diagnostics import Bilingual, Diagnostic, Place

_HINT = Bilingual(
    "นำโฟลเดอร์กลับมาไว้ที่เดิม หน้านี้จะแสดงต่อเอง หรือเลือกจากเว็บไซต์ทั้งหมดในแถบผู้เขียน",
    "put the folder back and this page goes on by itself, or choose among all sites in the author’s bar",
)


def site_gone(content: Path, site: str) -> Diagnostic:
    """The folder of a site was deleted, renamed or moved away."""
    message = Bilingual(
        "ไม่มีโฟลเดอร์ของเว็บไซต์นี้แล้ว: ถูกลบ เปลี่ยนชื่อ หรือย้ายออกไป",
        "the folder of this site is gone: deleted, renamed or moved away",
    )
    return Diagnostic("serve.gone", "error", Place((content / site).as_posix()), message, hint=_HINT)


def policy_gone(content: Path, site: str, policy: str) -> Diagnostic:
    """The folder of a policy was deleted, renamed or moved away, or all that made it one."""
    message = Bilingual(
        "ไม่มีนโยบายนี้แล้ว: โฟลเดอร์ถูกลบ เปลี่ยนชื่อ หรือย้ายออกไป",
        "this policy is gone: its folder was deleted, renamed or moved away",
    )
    return Diagnostic("serve.gone", "error", Place((content / site / policy).as_posix()), message, hint=_HINT)
