"""The whole import: read, cut into sections, recognise, write aside, prove, and only then put in place."""

from dataclasses import dataclass, replace
from pathlib import Path

from policygen.drafts import load_draft
from policygen.importing.controller import controller_name, site_values, stated_date
from policygen.importing.language import locale_of, other_language
from policygen.importing.original import Original, with_remarks
from policygen.importing.placing import Aside, set_aside
from policygen.importing.proof import Difference, difference, letters_of_document, sections_that_differ
from policygen.importing.reading import read_original
from policygen.importing.recognition import recognise
from policygen.importing.refusals import Refused, inexact, locale_missing, no_language, unsound
from policygen.importing.sectioning import Sectioned, in_sections
from policygen.importing.writing import Draft, as_prose_only, files_of, in_canonical_form
from policygen.model.document import Document, block_lines
from policygen.sources import load_site
from policygen.sources.canonical.writing import write_yaml


@dataclass(frozen=True, slots=True)
class Imported:
    """What was imported: the original, how it was cut, what was recognised, and which files were written.

    `kept_as_prose` are sections whose registers would not have given back their text. `controller` is empty where the
    text does not name one clearly. `site_made` tells whether the site is new too.
    """

    original: Original
    sectioned: Sectioned
    draft: Draft
    kept_as_prose: tuple[str, ...]
    controller: str
    site_made: bool
    files: tuple[str, ...]


def import_policy(path: Path, content: Path, site: str, policy: str) -> Imported:
    """Write the sources of a policy from a file; raises Refused, and then nothing is written.

    The policy's folder must not be there; the site is made where it is not.
    """
    shown = path.as_posix()
    original = read_original(path)
    locale = locale_of(original.pieces)
    if locale is None:
        raise no_language(shown)
    original = with_remarks(original, other_language(original.pieces, locale))
    sectioned = in_sections(original, locale, policy)
    recognition = recognise(sectioned.stretches, locale)
    draft = Draft(locale, sectioned.title, stated_date(_texts(original)), recognition)
    name = controller_name(_texts(original), locale)
    locales = _locales(content, site, locale, shown)
    made = {} if locales else {"site.yaml": write_yaml(site_values(site, locale, name, recognition.entries))}
    source = _Source(shown, original, sectioned, locales or (locale,), made)
    with set_aside(content, site, policy) as aside:
        draft, kept = _proven(aside, draft, source)
        files = aside.put_in_place()
    return Imported(original, sectioned, draft, kept, name, bool(source.site_files), files)


def _texts(original: Original) -> list[str]:
    return list(block_lines(tuple(piece.block for piece in original.pieces)))


def _locales(content: Path, site: str, locale: str, shown: str) -> tuple[str, ...]:
    """The languages of the site, which must be sound and have that of the text; none where there is no site."""
    if not (content / site / "site.yaml").exists():
        return ()
    loaded = load_site(content, site)
    if loaded.value is None:
        raise Refused(*loaded.diagnostics)
    if locale not in loaded.value.locales:
        raise locale_missing(shown, site, locale, loaded.value.locales)
    return loaded.value.locales


# The proof


@dataclass(frozen=True, slots=True)
class _Source:
    """What the written files are held against, the site's languages, and its file if it is to be made."""

    shown: str
    original: Original
    sectioned: Sectioned
    locales: tuple[str, ...]
    site_files: dict[str, str]

    def difference(self, document: Document) -> Difference | None:
        """Where the document does not say what the original says."""
        return difference(self.original.letters, letters_of_document(document, title=not self.sectioned.added))


def _proven(aside: Aside, draft: Draft, source: _Source) -> tuple[Draft, tuple[str, ...]]:
    """The draft whose files, written aside, give back the original; and the sections that had to stay prose."""
    document = _written(aside, draft, source)
    if source.difference(document) is None:
        return draft, ()
    differing = sections_that_differ(source.sectioned.stretches, document)
    draft = replace(draft, recognition=as_prose_only(draft.recognition, differing))
    found = source.difference(_written(aside, draft, source))
    if found is not None:
        raise inexact(source.shown, found.original, found.sources)
    return draft, differing


def _written(aside: Aside, draft: Draft, source: _Source) -> Document:
    """The document that a reader of the written files gets."""
    files = in_canonical_form(files_of(draft), source.locales)
    aside.write(in_canonical_form(source.site_files, source.locales), files)
    loaded = load_draft(aside.content, aside.site, aside.policy)
    if loaded.edition is None:
        raise unsound(source.shown, aside.as_in_place(loaded.diagnostics))
    return next(document for document in loaded.edition.documents if document.locale == draft.locale)
