"""Runs and texts in several locales as JSON values and back; the smallest pieces of the codec."""

from collections.abc import Sequence
from typing import Any

from policygen.model.document import Run, Runs
from policygen.model.facts import LocalText

# The schemes that sources allow. Ledgers are checked again, because anybody who can write a file can make one up.
URL_STARTS = ("https:", "http:", "mailto:", "tel:", "line:")


def encode_runs(runs: Runs) -> Any:
    """One plain run is its bare string; otherwise a list of strings and of `{"text", …}` objects."""
    encoded = [_encode_run(run) for run in runs]
    return encoded[0] if len(encoded) == 1 and isinstance(encoded[0], str) else encoded


def decode_runs(data: Any) -> Runs:
    """The runs; raises TypeError or KeyError where `data` is none."""
    if isinstance(data, str):
        return (Run(data),)
    if not isinstance(data, list):
        raise TypeError(f"not a text: {data!r:.60}")
    return tuple([Run(run) if isinstance(run, str) else _decode_run(run) for run in data])


def _encode_run(run: Run) -> Any:
    data: dict[str, Any] = {"text": run.text}
    if run.strong:
        data["strong"] = True
    if run.emphasis:
        data["emphasis"] = True
    if run.href is not None:
        data["href"] = run.href
    if run.ref is not None:
        data["ref"] = run.ref
    return data if len(data) > 1 else run.text


def _decode_run(data: dict[str, Any]) -> Run:
    text, href, ref = data["text"], data.get("href"), data.get("ref")
    if not isinstance(text, str) or not isinstance(ref or "", str):
        raise TypeError(f"not a run: {data!r:.60}")
    strong, emphasis = data.get("strong") is True, data.get("emphasis") is True
    return Run(text, strong, emphasis, None if href is None else decode_url(href), ref)


def decode_url(data: Any) -> str:
    """The URL; raises TypeError where `data` is none that may be published."""
    if not isinstance(data, str) or not data.lower().startswith(URL_STARTS):
        raise TypeError(f"not a URL that may be published: {data!r:.60}")
    return data


def encode_local(text: LocalText) -> dict[str, Any]:
    """`{"th": …, "en": …}`."""
    return {locale: encode_runs(runs) for locale, runs in text.texts}


def decode_local(data: dict[str, Any], locales: Sequence[str]) -> LocalText:
    """The text, in the order of `locales`, any others after them: canonical JSON has sorted its keys."""
    texts = [(locale, decode_runs(data[locale])) for locale in locales if locale in data]
    if len(texts) < len(data):
        texts += [(locale, decode_runs(data[locale])) for locale in sorted(data.keys() - set(locales))]
    return LocalText(tuple(texts))
