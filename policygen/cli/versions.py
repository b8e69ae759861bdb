"""`policygen versions`: the versions of a policy with their dates, states and digests."""

import json
from collections.abc import Iterator
from datetime import date

import click

from policygen.cli.context import Context, Language
from policygen.cli.policies import PolicyName, find_policy, sound_ledger, today_of
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual
from policygen.ledger import Act, Record, State, Withdrawal, binding, next_change, states
from policygen.ledger.listing import version_as_json
from policygen.text.catalog import catalog
from policygen.text.dates import date_in_words


@new_command("แสดงรายการฉบับ วันที่ สถานะ และค่าแฮช", "List the versions of a policy: dates, states, digests.")
@click.argument("policy")
@option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", th="รูปแบบ [text]", en="The form [text]."
)
@pass_context
def command(context: Context, policy: str, form: str) -> int:
    """List the versions."""
    name = find_policy(context, policy)
    records, today = sound_ledger(context, name).records, today_of(context, name)
    if form == "json":
        click.echo(_as_json(name, records, today))
    else:
        click.echo("\n".join(_as_text(name, records, today, context.lang)))
    return 0


def _as_json(name: PolicyName, records: tuple[Record, ...], today: date) -> str:
    change = next_change(records, today)
    listed = zip(records, states(records, today), strict=True)
    whole = {
        "site": name.site,
        "policy": name.policy,
        "today": today.isoformat(),
        "next_change": change and change.isoformat(),
        "versions": [version_as_json(record, state) for record, state in listed],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _as_text(name: PolicyName, records: tuple[Record, ...], today: date, lang: Language) -> Iterator[str]:
    yield str(name)
    if not records:
        yield {"th": "ยังไม่มีฉบับเผยแพร่", "en": "Nothing is published yet."}[lang]
    for record, state in zip(records, states(records, today), strict=True):
        yield from _version(record, state, lang)
    change = next_change(records, today)
    if change is not None:
        label = {"th": "สถานะจะเปลี่ยนครั้งถัดไปเมื่อวันที่", "en": "The next state change is on"}[lang]
        yield f"{label} {date_in_words(change, lang)}"


def _version(record: Record, state: State, lang: Language) -> Iterator[str]:
    words = catalog(lang)
    kinds = (("effective", record.effective), ("published", record.published), ("recorded", record.recorded))
    dates = [f"{words['version'][kind]} {date_in_words(day, lang)}" for kind, day in kinds if day is not None]
    if binding(record).by != "effective":
        dates.append(words["version"]["undated"])
    yield " · ".join((words["version"]["label"].format(n=record.number), words["state"][state], *dates))
    yield f"  sha256 {record.digest}"
    summary = record.summary and (record.summary.plain(lang) or record.summary.plain(record.facts["authoritative"]))
    if summary:
        yield f"  {summary}"
    for act in record.acts:
        yield f"  {_act(act).in_language(lang)}"


def _act(act: Act) -> Bilingual:
    thai, english = date_in_words(act.recorded, "th"), date_in_words(act.recorded, "en")
    if isinstance(act, Withdrawal):
        return Bilingual(f"ถอนเมื่อ {thai}: {act.reason}", f"withdrawn on {english}: {act.reason}")
    return Bilingual(f"ปกปิด {act.path} เมื่อ {thai}: {act.reason}", f"{act.path} redacted on {english}: {act.reason}")
