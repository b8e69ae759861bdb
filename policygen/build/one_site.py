"""One site from its ledgers and settings to its folder in the output."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from policygen.build import manifest as manifests
from policygen.build.folder import manifest_path
from policygen.build.histories import read_histories
from policygen.build.inputs import inputs_of_site
from policygen.build.job import Built, Job
from policygen.build.looking import as_it_stands, as_recorded, as_typed, sources_of, stands
from policygen.build.manifest import Inputs, Manifest, NextChange, Said
from policygen.build.paths import check_paths
from policygen.build.problems import disk_problem, dropped_locales
from policygen.build.static_files import static_files
from policygen.build.themes import Ready, Themes, rendered
from policygen.build.tree import look
from policygen.build.update import Wanted, update
from policygen.diagnostics import Bilingual, Diagnostic, Place, has_errors
from policygen.model.codec import CodecError
from policygen.model.site import Site
from policygen.render.pages import LAST_VISIT, Renderer
from policygen.render.templates import TemplateFault
from policygen.site.chrome import Setting
from policygen.site.files import Page, PlannedFile
from policygen.site.history import PolicyHistory
from policygen.site.overview import listed
from policygen.site.plan import plan_site
from policygen.sources import load_site, place_of_theme


@dataclass(frozen=True, slots=True)
class _Broken:
    """A site that cannot be built: the errors among `diagnostics` say why."""

    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Planned:
    """A site that can be built: what it is made from, its files, and what its manifest needs to know."""

    sources: Inputs
    said: Said
    wanted: Sequence[Wanted]
    diagnostics: tuple[Diagnostic, ...]
    next_change: NextChange | None


def build_site(job: Job, themes: Themes, site: str) -> Built:
    """Bring the site's folder up to date; a site that cannot be built keeps the pages that it has."""
    path = manifest_path(job.output, site)
    before = manifests.read(path)
    if before is not None and stands(job, site, before):
        return as_it_stands(job, site, before)
    try:
        planned = _plan(job, themes, site)
        return _write(job, site, planned, before) if isinstance(planned, _Planned) else _left(site, planned.diagnostics)
    except TemplateFault as fault:
        return _left(site, (fault.diagnostic,))
    except CodecError as error:
        return _left(site, (_unreadable(job.site_folder(site), str(error)),))
    except OSError as error:
        return _left(site, (disk_problem(error, job.output_folder(site)),))


def _left(site: str, diagnostics: tuple[Diagnostic, ...]) -> Built:
    return Built(site, diagnostics=diagnostics)


def _plan(job: Job, themes: Themes, site: str) -> _Planned | _Broken:
    """Read the site and plan its files. Digests are taken first: what changes meanwhile is seen the next time."""
    request = job.request
    inputs = inputs_of_site(job.site_folder(site), request.drafts)
    loaded = load_site(request.content, site)
    if loaded.value is None or has_errors(loaded.diagnostics):
        return _Broken(loaded.diagnostics)
    day = request.today_in(loaded.value.timezone)
    theme = themes.ready(loaded.value.theme)
    own = static_files(request.content, site)
    histories = read_histories(request, site, day)
    told = theme.told_at(place_of_theme(request.content, site)) if theme.diagnostics else ()
    found = (*loaded.diagnostics, *told, *own.diagnostics, *histories.diagnostics)
    if theme.renderer is None or theme.theme is None or own.diagnostics or histories.broken:
        return _Broken(found)
    dropped = tuple(dropped_locales(request.content, loaded.value, histories.policies))
    if dropped:
        return _Broken((*found, *dropped))
    plan = plan_site(Setting(loaded.value, day, own.names, request.file_links), histories.policies)
    made = _made(plan.files, theme.renderer, theme.theme.digest, job.program)
    wanted = [*own.wanted, *_assets(theme, loaded.value), *made]
    problems = check_paths((one.path for one in wanted), f"{request.output}/{site}")
    found = (*found, *(as_typed(one, site, request.content) for one in plan.diagnostics), *problems)
    if problems:
        return _Broken(found)
    return _Planned(
        sources_of(job, day, inputs), _said(loaded.value), wanted, found, _next_change(site, histories.policies)
    )


def _assets(theme: Ready, site: Site) -> Iterator[Wanted]:
    """The theme's assets; the script of last visits only where the site offers them."""
    names = theme.renderer.assets.names if theme.renderer else {}
    left_out = None if site.last_visit else f"assets/{names.get(LAST_VISIT)}"
    return (asset for asset in theme.assets if asset.path != left_out)


def _made(files: Sequence[PlannedFile], renderer: Renderer, theme: str, program: str) -> Iterator[Wanted]:
    """The planned files with all that they are made from: what is in them, and what makes them."""
    for file in files:
        if isinstance(file, Page):
            inputs = (*file.inputs, ("theme", theme), ("program", program))
            yield Wanted(file.path, inputs, partial(rendered, renderer, file))
        else:
            yield Wanted(file.path, (*file.inputs, ("program", program)), file.content)


def _write(job: Job, site: str, planned: _Planned, before: Manifest | None) -> Built:
    root = job.output_folder(site)
    updated = update(root, look(root), planned.wanted, before.files if before else {})
    failed = has_errors(planned.diagnostics)
    manifest = Manifest(
        # A site with errors is looked at every time, so that they are told every time.
        sources=() if failed else planned.sources,
        files=updated.files,
        said=planned.said,
        diagnostics=tuple(
            as_recorded(one, site, job.request.content) for one in planned.diagnostics if one.severity != "error"
        ),
        next_change=planned.next_change,
    )
    manifests.write(manifest_path(job.output, site), manifest)
    return Built(
        site,
        pages=sum(path.endswith(".html") for path in updated.files),
        files=len(updated.files),
        written=updated.written,
        removed=updated.removed,
        diagnostics=planned.diagnostics,
        next_change=planned.next_change,
        said=planned.said,
    )


def _said(site: Site) -> Said:
    return Said(site.timezone, site.theme, listed(site).names)


def _next_change(site: str, policies: Sequence[PolicyHistory]) -> NextChange | None:
    changes = [(one.next_change, one.policy) for one in policies if one.next_change is not None]
    return NextChange(min(changes)[0], f"{site}/{min(changes)[1]}") if changes else None


def _unreadable(folder: str, detail: str) -> Diagnostic:
    message = Bilingual(f"อ่านบัญชีฉบับของเว็บไซต์นี้ไม่ได้: {detail}", f"a ledger of this site cannot be read: {detail}")
    return Diagnostic("ledger.unreadable", "error", Place(folder), message)
