"""`verify --against`: the ledgers beside what a file or page elsewhere knows of them."""

from collections.abc import Iterator, Mapping, Sequence

from policygen.cli.context import Stop
from policygen.cli.fetching import fetched
from policygen.cli.policies import PolicyName
from policygen.diagnostics import Bilingual, Diagnostic, Place, has_errors
from policygen.ledger import Ledger
from policygen.ledger.against import Elsewhere, NothingKnown, compare, read_elsewhere
from policygen.ledger.reading import record_path


def differences(where: str, ledgers: Mapping[PolicyName, Ledger]) -> Iterator[tuple[PolicyName, Diagnostic]]:
    """What the sound ledgers lack, or have otherwise; stops where nothing can be compared."""
    pairs = list(_paired(where, _known(where), list(ledgers)))
    for name, elsewhere in pairs:
        if not has_errors(ledgers[name].diagnostics):
            yield from ((name, found) for found in _found(where, name, ledgers[name], elsewhere))


def _known(where: str) -> tuple[Elsewhere, ...]:
    try:
        return read_elsewhere(fetched(where))
    except NothingKnown as error:
        raise Stop(
            Bilingual(f"{where} ไม่ได้บอกอะไรเกี่ยวกับบัญชีฉบับ", f"{where} says nothing of a ledger"),
            2,
            Bilingual(
                "ใช้ heads.json หรือ versions.json, current.json, version.json หรือหน้าประวัติของเว็บไซต์",
                "give a heads.json, or a site's versions.json, current.json, version.json or history page",
            ),
        ) from error


def _paired(
    where: str, known: Sequence[Elsewhere], names: Sequence[PolicyName]
) -> Iterator[tuple[PolicyName, Elsewhere]]:
    """Each ledger that is known elsewhere, with what is known of it."""
    if len({name.site for name in names if any(_may_be(name, one) for one in known)}) > 1:
        raise Stop(_several(where), 2, Bilingual("ระบุ POLICY", "name the POLICY"))
    for one in known:
        meant = [name for name in names if _may_be(name, one)]
        if len(meant) > 1:
            raise Stop(_several(where), 2, Bilingual("ระบุ POLICY", "name the POLICY"))
        yield from ((name, one) for name in meant)
    if not any(_may_be(name, one) for name in names for one in known):
        about = ", ".join(f"{one.site}/{one.policy}".strip("/") for one in known) or "–"
        raise Stop(Bilingual(f"{where} เป็นของ {about}", f"{where} is about {about}"), 2)


def _may_be(name: PolicyName, one: Elsewhere) -> bool:
    return one.site in ("", name.site) and one.policy in ("", name.policy)


def _several(where: str) -> Bilingual:
    return Bilingual(f"{where} ไม่ได้บอกว่าเป็นของนโยบายใด", f"{where} does not say which of the policies it is about")


def _found(where: str, name: PolicyName, ledger: Ledger, elsewhere: Elsewhere) -> Iterator[Diagnostic]:
    hint = Bilingual(f"เทียบกับ {where}", f"compared with {where}")
    for fault in compare(ledger.kept, elsewhere):
        assert fault.position is not None
        place = Place(record_path(name.site_folder, name.policy, fault.position).as_posix())
        yield Diagnostic(fault.rule, "error", place, fault.message, hint, policy=str(name))
