"""`verify --against`: the ledgers beside what a file or page elsewhere knows of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from policygen.cli.context import Stop
from policygen.cli.fetching import fetched
from policygen.cli.policies import PolicyName
from policygen.diagnostics import Bilingual, Diagnostic, Place, has_errors
from policygen.ledger import Ledger, read_ledger
from policygen.ledger.against import Elsewhere, NothingKnown, compare, read_elsewhere
from policygen.ledger.reading import record_path


def beside(where: str, ledgers: Mapping[PolicyName, Ledger], *, chosen: bool) -> Mapping[PolicyName, Ledger]:
    """The ledgers, with what they lack, or have otherwise, among their findings.

    Unless they were `chosen` by name, a ledger that is known elsewhere and gone here is one of them. Stops where
    nothing can be compared.
    """
    found = dict(ledgers)
    for name, elsewhere in _paired(where, _known(where), list(ledgers), chosen=chosen):
        ledger = found.get(name) or read_ledger(name.site_folder, name.policy)
        # Of a damaged ledger only the beginning is here: it would look older than it is.
        told = () if has_errors(ledger.diagnostics) else _differences(where, name, ledger, elsewhere)
        found[name] = replace(ledger, diagnostics=(*ledger.diagnostics, *told))
    return found


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
    where: str, known: Sequence[Elsewhere], names: Sequence[PolicyName], *, chosen: bool
) -> Iterator[tuple[PolicyName, Elsewhere]]:
    """What is known elsewhere, each with the ledger that it is about."""
    matched = {name for name in names for one in known if _may_be(name, one)}
    sites = {name.site_folder: name for name in matched or names}
    if len(sites) > 1 or any(not one.policy and len(matched) > 1 for one in known):
        words = f"{where} ไม่ได้บอกว่าเป็นของนโยบายใด", f"{where} does not say which of the policies it is about"
        raise Stop(Bilingual(*words), 2, Bilingual("ระบุ POLICY", "name the POLICY"))
    pairs = [(name, one) for one in known for name in matched if _may_be(name, one)]
    if not chosen and sites:
        (beside,) = sites.values()
        there = {name.policy for name in names if name.site == beside.site}
        gone = (one for one in known if one.site in ("", beside.site) and one.policy and one.policy not in there)
        pairs += [(replace(beside, policy=one.policy), one) for one in gone]
    if not pairs:
        about = ", ".join(f"{one.site}/{one.policy}".strip("/") for one in known) or "–"
        raise Stop(Bilingual(f"{where} เป็นของ {about}", f"{where} is about {about}"), 2)
    yield from pairs


def _may_be(name: PolicyName, one: Elsewhere) -> bool:
    return one.site in ("", name.site) and one.policy in ("", name.policy)


def _differences(where: str, name: PolicyName, ledger: Ledger, elsewhere: Elsewhere) -> Iterator[Diagnostic]:
    hint = Bilingual(f"เทียบกับ {where}", f"compared with {where}")
    for fault in compare(ledger.kept, elsewhere):
        assert fault.position is not None
        place = Place(record_path(name.site_folder, name.policy, fault.position).as_posix())
        yield Diagnostic(fault.rule, "error", place, fault.message, hint, policy=str(name))
