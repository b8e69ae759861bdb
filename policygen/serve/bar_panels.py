"""The figures in the author's bar, each with the panel that it unfolds: notice, findings, translation debt."""

from collections.abc import Iterator
from html import escape

from policygen.diagnostics import Bilingual
from policygen.diff.redline import NEW_OPS, OLD_OPS, TextRuns
from policygen.publish.weighing import Weighing
from policygen.serve import words
from policygen.serve.analysis import Analysis, Owed
from policygen.serve.around import Around, said
from policygen.serve.clause_marks import debt_mark, finding_mark, link_to_clause
from policygen.serve.coverage_page import coverage_address
from policygen.serve.findings import Found
from policygen.serve.problem_panel import finding_html
from policygen.site.words import words_of
from policygen.text.catalog import catalog

# The notice


def notice_panel(analysis: Analysis, around: Around, *, broken: int) -> str:
    """The notice class that publishing now would have, and why; or that so many findings stand in its way.

    `broken` is how many errors there are in the files themselves: what is shown then is not what they say.
    """
    short, kind, inner = _notice(analysis, around)
    in_the_way = broken or (0 if analysis.same else len(analysis.blocking))
    if not in_the_way:
        return _panel("pp-notice", words.NOTICE, _count(kind, short), inner, around)
    told = words.CANNOT_ONE if in_the_way == 1 else words.CANNOT
    sentence = f"<p><strong>{around.say(told, n=in_the_way)}</strong></p>\n"
    value = _count("error", around.say(words.CANNOT_SHORT, n=in_the_way))
    if not broken:
        value, sentence = f"{_count(kind, short)} {value}", sentence + inner
    return _panel("pp-notice", words.PUBLISHING, value, sentence, around)


def _notice(analysis: Analysis, around: Around) -> tuple[str, str, str]:
    """The class in a word, what it looks like, and the panel."""
    weighing = analysis.weighing
    if weighing is None:
        return "–", "plain", f"<p>{around.say(words.NO_DRAFT)}</p>\n"
    if analysis.same and weighing.before:
        return around.say(words.SAME), "plain", f"<p>{around.say(words.SAME_TEXT, n=weighing.before.number)}</p>\n"
    if weighing.notice is None:
        return around.say(words.FIRST), "plain", f"<p>{around.say(words.FIRST_TEXT)}</p>\n"
    kind = "warning" if weighing.lowered else weighing.notice
    return around.say(words.NOTICE_SHORT[weighing.notice]), kind, "".join(_weighed(weighing, around))


def _weighed(weighing: Weighing, around: Around) -> Iterator[str]:
    before, floor, notice = weighing.before, weighing.floor, weighing.notice
    if before is None or floor is None or notice is None:
        return
    classes = catalog(around.lang)["floor"]
    yield f"<p>{around.say(words.WOULD_BE, n=before.number + 1, before=before.number)}</p>\n<dl>\n"
    yield f"<div><dt>{around.say(words.ASKED)}</dt> <dd>{escape(classes[floor])}</dd></div>\n"
    if notice != floor:
        less = f" <em>{around.say(words.TOO_LITTLE)}</em>" if weighing.lowered else ""
        yield f"<div><dt>{around.say(words.STATED)}</dt> <dd>{escape(classes[notice])}{less}</dd></div>\n"
    yield '</dl>\n<ul class="pp-reasons" role="list">\n'
    for reason in weighing.reasons:
        event = reason.event
        law = f" <small>{escape(event.reference)}</small>" if event.reference else ""
        told = escape(event.message.get(around.lang) or event.message["en"])
        yield f"<li>{_count(reason.notice, around.say(words.NOTICE_SHORT[reason.notice]))} {told}{law}</li>\n"
    yield "</ul>\n"


# Findings


def findings_panel(analysis: Analysis, around: Around) -> str:
    """How many findings there are, and each with a link to its clause."""
    severities = [found.diagnostic.severity for found in analysis.findings]
    counts = [(severity, severities.count(severity)) for severity in words.SEVERITY if severity in severities]
    value = " ".join(_count(kind, str(count), around.say(words.SEVERITY[kind])) for kind, count in counts)
    items = "".join(_finding(number, found, around) for number, found in enumerate(analysis.findings, 1))
    table = coverage_address(around.site.id, around.where.policy)
    inner = f'<p class="pp-coverage"><a href="{table}">{around.say(words.COVERAGE)}</a></p>\n'
    inner += _list(items, words.NO_FINDINGS, around)
    return _panel("pp-findings", words.FINDINGS, value or _count("plain", "0"), inner, around)


def _finding(number: int, found: Found, around: Around) -> str:
    one = found.diagnostic
    severity = around.say(words.SEVERITY[one.severity])
    link = link_to_clause(finding_mark(number), one.anchor, one.locale, around)
    head = f'<p class="pp-head">{_count(one.severity, str(number))} <b>{severity}</b>{link}</p>\n'
    law = f'<p class="pp-law">{escape(one.reference)}</p>\n' if one.reference else ""
    return f'<li id="pp-finding-{number}">\n{head}{finding_html(one, around.lang)}{law}</li>\n'


# Translation debt


def debt_panel(analysis: Analysis, around: Around) -> str:
    """How many clauses' translations are behind, and each with what changed in the text that prevails."""
    items = "".join(_owed(number, owed, around) for number, owed in enumerate(analysis.owed, 1))
    none = words.NO_DEBT if len(around.site.locales) > 1 else words.ONE_LANGUAGE
    inner = _list(items, none, around)
    count = len(analysis.owed)
    return _panel("pp-debts", words.DEBT, _count("debt" if count else "plain", str(count)), inner, around)


def _owed(number: int, owed: Owed, around: Around) -> str:
    debt, own, prevails = owed.debt, words_of(around.lang), around.site.authoritative
    told = words.OWED if debt.behind > 1 else words.OWED_ONE if debt.behind else words.OWED_NOW
    names = {"prevails": own.language(prevails), "language": own.language(debt.locale)}
    sentence = around.say(told, n=debt.behind, version=owed.version, **names)
    link = link_to_clause(debt_mark(number), debt.anchor, debt.locale, around)
    return (
        f'<li id="pp-owed-{number}">\n'
        f'<p class="pp-head">{_count("debt", str(number))} <b>{sentence}</b>{link}</p>\n'
        f'<p class="pp-text" lang="{prevails}">{redline_html(owed.redline, around.lang)}</p>\n'
        f'<p class="pp-text" lang="{debt.locale}">{escape(debt.translation.text)}</p>\n</li>\n'
    )


def redline_html(runs: TextRuns, lang: str) -> str:
    """Runs with what was deleted and inserted, said in words too for those who do not see it."""
    return "".join(_run(run.op, run.text, lang) for run in runs)


def _run(op: str, text: str, lang: str) -> str:
    if op in OLD_OPS and op not in NEW_OPS:
        return f"<del>{_unseen(said(words.DELETED, lang), lang)}{escape(text)}</del>"
    if op in NEW_OPS and op not in OLD_OPS:
        return f"<ins>{_unseen(said(words.INSERTED, lang), lang)}{escape(text)}</ins>"
    return escape(text)


# Their HTML


def _panel(id: str, label: Bilingual, value: str, inner: str, around: Around) -> str:
    """A figure that unfolds into a panel."""
    name = around.say(label)
    busy = "" if around.settled else ' class="pp-busy"'
    return (
        f'<details class="pp-panel" id="{id}" name="pp">\n'
        f'<summary{busy}><span class="pp-label">{name}</span> <span class="pp-value">{value}</span></summary>\n'
        f'<section class="pp-sheet" aria-label="{name}" tabindex="0">\n<h2>{name}</h2>\n{inner}</section>\n</details>\n'
    )


def _list(items: str, none: Bilingual, around: Around) -> str:
    return f'<ol class="pp-items" role="list">\n{items}</ol>\n' if items else f"<p>{around.say(none)}</p>\n"


def _count(kind: str, html: str, label: str = "") -> str:
    """A number or a word in the colour of its kind; `label` says the kind to those who do not see it."""
    unseen = f'<span class="pp-unseen">{label} </span>' if label else ""
    return f'<span class="pp-count pp-{kind}">{unseen}{html}</span>'


def _unseen(html: str, lang: str) -> str:
    return f'<span class="pp-unseen" lang="{lang}"> {html}: </span>'
