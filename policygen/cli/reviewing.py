"""The reviewers' folder: what counsel must see of each draft, and of each version's coverage of the law.

For each policy whose draft differs from the latest version a page in every language with the events, what each asks
for and the redline, and the comparison as JSON; for every policy the table of coverage. Nothing in it is for the
public.
"""

import json
import os
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from policygen.cli.comparing import compare_editions
from policygen.cli.context import Context, Stop
from policygen.cli.editions import draft_edition, find_edition
from policygen.cli.policies import PolicyName, all_policies, sound_ledger, today_of
from policygen.diagnostics import Bilingual
from policygen.exports.comparison import Comparison, notice_words
from policygen.exports.comparison_as_html import comparison_as_html, page
from policygen.exports.comparison_as_json import comparison_as_json
from policygen.text.catalog import catalog

MARK = ".policygen-review"
"""A folder with this file in it is ours to write over."""


def write_review(context: Context, folder: Path, sites: Sequence[str]) -> tuple[PolicyName, ...]:
    """Write the folder; gives the policies whose drafts differ. Stops with exit code 2 where the folder is not ours."""
    refuse_others(folder)
    folder.mkdir(parents=True, exist_ok=True)
    _put(folder / MARK, "")
    reviewed = {
        name: tuple(found) for name in _drafted(context, sites) if (found := tuple(_comparisons(context, name)))
    }
    for name, comparisons in reviewed.items():
        _write_policy(folder / name.site / name.policy, comparisons, context.lang)
    covered = [name for name in all_policies(context) if not sites or name.site in sites]
    for name in covered:
        _write_coverage(context, folder / name.site / name.policy, name)
    _put(folder / "index.html", _index(reviewed, covered, context.lang))
    return tuple(reviewed)


def refuse_others(folder: Path) -> None:
    """Stop with exit code 2 where the folder has files in it that are not ours."""
    if folder.is_file() or (folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists()):
        message = Bilingual(f"{folder} มีไฟล์ของผู้อื่นอยู่ จึงไม่เขียน", f"{folder} has files in it that are not ours")
        raise Stop(message, 2, Bilingual("ใช้โฟลเดอร์ว่างหรือโฟลเดอร์ใหม่", "name an empty or a new folder"))


def _drafted(context: Context, sites: Sequence[str]) -> Iterator[PolicyName]:
    """Policies of these sites (of all, where none is named) that have both a version and sources."""
    for name in all_policies(context):
        if (not sites or name.site in sites) and name.has_sources and sound_ledger(context, name).records:
            yield name


def _comparisons(context: Context, name: PolicyName) -> Iterator[Comparison]:
    old, new = find_edition(context, name, "latest"), draft_edition(context, name)
    shared = (locale for locale in new.edition.locales if locale in old.edition.locales)
    return (found for found in (compare_editions(name, old, new, locale) for locale in shared) if found.differs)


def _write_policy(folder: Path, comparisons: Sequence[Comparison], language: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for comparison in comparisons:
        _put(folder / f"{comparison.locale}.html", comparison_as_html(comparison, language))
        data = json.dumps(comparison_as_json(comparison), ensure_ascii=False, indent=1)
        _put(folder / f"{comparison.locale}.json", data + "\n")


def _write_coverage(context: Context, folder: Path, name: PolicyName) -> None:
    """The table of what the law asks and the clauses of each version and of the draft that meet it."""
    from policygen.checks import RULES
    from policygen.checks.coverage import covered_editions
    from policygen.checks.reports.coverage_as_html import coverage_page
    from policygen.drafts import load_draft

    draft = load_draft(context.content, name.site, name.policy) if name.has_sources else None
    editions = covered_editions(draft, sound_ledger(context, name).records, today_of(context, name), RULES)
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("th", "en"):
        _put(folder / f"coverage.{language}.html", coverage_page(str(name), editions, language))


def _index(reviewed: dict[PolicyName, tuple[Comparison, ...]], covered: Sequence[PolicyName], language: str) -> str:
    words = catalog(language)["comparison"]
    items = "".join(
        f"<li>{escape(str(name))}: {escape(notice_words(found[0].notice, language))} – "
        + " · ".join(f'<a href="{name}/{one.locale}.html">{one.locale}</a>' for one in found)
        + "</li>\n"
        for name, found in reviewed.items()
    )
    body = f"<ul>\n{items}</ul>\n" if items else f"<p>{escape(words['nothing'])}</p>\n"
    tables = "".join(
        f'<li>{escape(str(name))}: <a href="{name}/coverage.th.html">th</a> · <a href="{name}/coverage.en.html">en</a>'
        "</li>\n"
        for name in covered
    )
    body += f"<h2>{escape(words['coverage'])}</h2>\n<ul>\n{tables}</ul>\n"
    return page(words["review"], body, language)


def _put(path: Path, text: str) -> None:
    """Write beside the place and rename into it, so that nobody reads half a file."""
    temporary = path.with_name(f".{path.name}.new")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    os.replace(temporary, path)
