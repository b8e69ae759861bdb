"""The JSON that a site serves to machines: its versions, the one in force, each record, each document.

The members are the contract's. Addresses in them are absolute, and left out where the site has none.
"""

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from policygen.ledger.listing import version_as_json
from policygen.ledger.record import Record
from policygen.model.codec import named_document
from policygen.site.addresses import act_json, current_json, document_json, permalink, record_json, versions_json
from policygen.site.chrome import Setting
from policygen.site.files import RawFile
from policygen.site.history import PolicyHistory
from policygen.site.version_changes import act_of, class_of
from policygen.site.words import words_of


def machine_files(setting: Setting, history: PolicyHistory) -> Iterator[RawFile]:
    """All JSON of a policy."""
    states = " ".join(history.state_of[record.number] for record in history.records)
    inputs = (("versions", f"{history.stamp} {states}"), ("settings", setting.digest))
    today = ("today", setting.today.isoformat())
    yield RawFile(versions_json(history.policy), (*inputs, today), partial(_versions, setting, history))
    yield RawFile(current_json(history.policy), inputs, partial(_current, setting, history))
    for record, file in zip(history.records, history.files, strict=True):
        yield from _version_files(setting, history, record, file)
    for act in history.acts:
        address = act_json(history.policy, act.position.version, act.position.act)
        yield RawFile(address, (("act", act.entry.digest),), partial(_as_it_is, act.file))


def _version_files(setting: Setting, history: PolicyHistory, record: Record, file: bytes) -> Iterator[RawFile]:
    """The files of one version. They are made of its record alone, so no later version touches them."""
    inputs = (("version", record.stamp),)
    yield RawFile(record_json(history.policy, record.number), inputs, partial(_as_it_is, file))
    for locale in setting.site.locales:
        if locale in record.documents:
            address = document_json(locale, history.policy, record.number)
            yield RawFile(address, inputs, partial(_document, setting, history, record, locale))


def _as_it_is(file: bytes) -> bytes:
    return file


def _versions(setting: Setting, history: PolicyHistory) -> bytes:
    return _json(
        {
            "site": setting.site.id,
            "policy": history.policy,
            "built_for": setting.today.isoformat(),
            "next_change": history.next_change and history.next_change.isoformat(),
            "versions": [_version(setting, history, record) for record in history.records],
        }
    )


def _version(setting: Setting, history: PolicyHistory, record: Record) -> dict[str, Any]:
    state = history.state_of[record.number]
    urls = _urls(setting, history.policy, record)
    return {**version_as_json(record, state), "notice": _notice(setting, record), "urls": urls}


def _notice(setting: Setting, record: Record) -> dict[str, Any] | None:
    """The class as approved, and what the controller does about it in each language."""
    notice = class_of(record)
    if notice is None:
        return None
    return {"class": notice, "act": {locale: act_of(record, words_of(locale)) for locale in setting.site.locales}}


def _current(setting: Setting, history: PolicyHistory) -> bytes:
    """The version in force; before the first one binds, every member is null or empty."""
    record = history.in_force
    effective = record.effective if record else None
    return _json(
        {
            "number": record.number if record else None,
            "digest": record.digest if record else None,
            "effective": effective.isoformat() if effective else None,
            "permalinks": _urls(setting, history.policy, record) if record else {},
            "consent_since": _consent_since(history),
        }
    )


def _consent_since(history: PolicyHistory) -> int | None:
    """The last version up to the one in force whose notice asked for consent; older consents do not cover it."""
    binding = history.in_force
    if binding is None:
        return None
    asked = (record.number for record in history.records if class_of(record) == "consent" and not record.withdrawal)
    return max((number for number in asked if number <= binding.number), default=None)


def _urls(setting: Setting, policy: str, record: Record) -> dict[str, str]:
    """The permalink in each language."""
    if setting.base_url is None:
        return {}
    return {
        locale: setting.base_url + permalink(locale, policy, record.number)
        for locale in setting.site.locales
        if locale in record.documents
    }


def _document(setting: Setting, history: PolicyHistory, record: Record, locale: str) -> bytes:
    """The record has the document as JSON: it needs not be read and written again."""
    named = named_document(setting.site.id, history.policy, record.number, record.digest, locale)
    whole = {**named, **record.documents[locale]}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode() + b"\n"


def _json(value: object) -> bytes:
    """JSON for people too: indented."""
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"
