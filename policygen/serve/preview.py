"""All sites as they are shown now: what stands at an address, made when it is asked for.

A site is read when it is first asked for, and then only what of it changed; the others are not looked at. One thread
at a time works here.
"""

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock

from policygen.build.themes import Ready, rendered
from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.model.codec import CodecError
from policygen.render.templates import TemplateFault
from policygen.serve.answer import Answer, File, Missing, Moved, Page
from policygen.serve.gone import policy_gone, site_gone
from policygen.serve.own_files import own_file
from policygen.serve.policy_state import PolicyState, policy_stamps, read_policy, unreadable
from policygen.serve.site_state import SiteState, ThemeShelf, TodayIn, read_site, site_stamps
from policygen.serve.where import Where, where_is
from policygen.site.addresses import BILINGUAL, path_of
from policygen.site.chrome import Setting
from policygen.site.files import Page as PlannedPage
from policygen.site.files import PlannedFile
from policygen.site.plan import plan_site
from policygen.sources import list_policies, list_sites
from policygen.sources.identifiers import is_id
from policygen.sources.reading import Folder

# An author works on a handful; each takes some megabytes.
_KEPT_SITES = 24
_KEPT_PAGES = 64
# The tongues of an address where the site's own are not known: a broken site.yaml must not hide its policies.
_USUAL_LOCALES = ("th", "en")


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands at an address, and what the author is told around it.

    `token` tells whether it must be looked at again. `site` and `policy` are None where the address is of none, or
    where it is not there. `problems` say why the page is not what the files would make.
    """

    answer: Answer
    where: Where
    token: str
    site: SiteState | None = None
    policy: PolicyState | None = None
    policies: tuple[str, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class _Known:
    """What was read of one site. A plan is kept with what it was made from."""

    site: SiteState | None = None
    policies: dict[str, PolicyState] = field(default_factory=dict)
    plans: dict[str, tuple[tuple[object, ...], Mapping[str, PlannedFile]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Made:
    """A page as it was made last, and from what."""

    file: PlannedPage
    theme: Ready
    html: str


class Preview:
    """The sites of a content folder, or those among them that were asked for."""

    def __init__(self, content: Path, today_in: TodayIn, sites: tuple[str, ...] = ()) -> None:
        self.content = content
        self._today_in = today_in
        self._asked = sites
        self._lock = RLock()
        self._shelf = ThemeShelf(content)
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._pages: OrderedDict[str, _Made] = OrderedDict()
        # The pages of another process were made by another program.
        self._start = secrets.token_hex(4)

    def sites(self) -> tuple[str, ...]:
        """The sites, those that were asked for where some were."""
        there = list_sites(self.content) if self.content.is_dir() else ()
        return tuple(site for site in there if not self._asked or site in self._asked)

    def policies(self, site: str) -> tuple[str, ...]:
        """The policies of a site."""
        return list_policies(self.content, site)

    def token(self, address: str) -> str:
        """Changes whenever the page at an address must be shown again. Looks at the disk, and reads nothing."""
        where = self._where(address)
        stamps: list[object] = [self._start]
        if not self._has(where.site):
            stamps.append(self.sites())
        else:
            own, policies = site_stamps(self.content, where.site, self._shelf.look()), self.policies(where.site)
            wanted = (where.policy,) if where.policy in policies else policies
            stamps += [self._day(where.site), policies, own]
            stamps += [policy_stamps(self.content, where.site, policy, own.beside) for policy in wanted]
        return hashlib.sha256(repr(stamps).encode(errors="surrogateescape")).hexdigest()[:20]

    def look(self, address: str) -> Seen:
        """What stands at an address that begins with a slash."""
        with self._lock:
            # First: what changes while it is read is then shown in its turn.
            token, where = self.token(address), self._where(address)
            if not self._has(where.site):
                return self._look_at_lost(address, token, site_gone(self.content, where.site))
            if not where.path and not address.endswith("/"):
                return Seen(Moved(f"{address}/"), where, token)
            return self._look_at_site(address, token)

    # One site

    def _look_at_site(self, address: str, token: str) -> Seen:
        site = self._site(self._where(address).site)
        where = self._where(address)
        policies = self.policies(where.site)
        one = where.policy in policies
        if not one and where.policy in self._known[where.site].policies:
            return self._look_at_lost(address, token, policy_gone(self.content, where.site, where.policy))
        states = [self._policy(site, where.site, name) for name in ((where.policy,) if one else policies)]
        problems = (*site.problems, *(found for state in states for found in state.problems))
        answer, faults = self._answer(address, where, site, states)
        every = tuple(dict.fromkeys((*problems, *faults)))
        return Seen(answer, where, token, site, states[0] if one else None, policies, every)

    def _look_at_lost(self, address: str, token: str, gone: Diagnostic) -> Seen:
        """What was shown of a site or a policy that is not there any more; nothing where nothing was."""
        where = self._where(address)
        known = self._known.get(where.site)
        if known is None or known.site is None:
            return Seen(Missing(), where, token)
        problems = tuple(dict.fromkeys((gone, *known.site.problems)))
        policies = self.policies(where.site) if self._has(where.site) else ()
        last = known.policies.get(where.policy)
        policy = replace(last, damage=(gone,), draft=last.shown) if last else None
        return Seen(self._as_it_was(address), where, token, known.site, policy, policies, problems)

    def _answer(
        self, address: str, where: Where, site: SiteState, states: list[PolicyState]
    ) -> tuple[Answer, tuple[Diagnostic, ...]]:
        setting, theme = site.setting, site.theme
        if setting is None or theme is None:
            return Missing(), ()
        try:
            file = own_file(self.content, where, site)
            if file is not None:
                return file, ()
            files = self._files(where, site, setting, states)
            path = path_of(where.path)
            if path not in files:
                return (Moved(f"{address}/") if path_of(f"{where.path}/") in files else Missing()), ()
            return self._made(address, files[path], theme), ()
        except TemplateFault as fault:
            return self._as_it_was(address), (fault.diagnostic,)
        except CodecError as error:
            return self._as_it_was(address), (_broken_record(self.content / where.site / where.policy, str(error)),)
        except OSError as error:
            return self._as_it_was(address), (unreadable(self.content / where.site, error),)

    def _made(self, address: str, file: PlannedFile, theme: Ready) -> Answer:
        if not isinstance(file, PlannedPage):
            return File(file.content(), file.path)
        assert theme.renderer is not None
        last = self._pages.get(address)
        if last is not None and last.file is file and last.theme is theme:
            return Page(last.html)
        self._pages[address] = _Made(file, theme, rendered(theme.renderer, file).decode())
        self._pages.move_to_end(address)
        if len(self._pages) > _KEPT_PAGES:
            self._pages.popitem(last=False)
        return Page(self._pages[address].html)

    def _as_it_was(self, address: str) -> Answer:
        """The page as it last could be made."""
        last = self._pages.get(address)
        return Page(last.html) if last else Missing()

    def _files(
        self, where: Where, site: SiteState, setting: Setting, states: list[PolicyState]
    ) -> Mapping[str, PlannedFile]:
        """The files of one policy, or of the site with all its policies."""
        plans = self._known[where.site].plans
        made_from = (site, *(state.history for state in states))
        name = where.policy if len(states) == 1 else ""
        before = plans.get(name)
        if before is None or not _same(before[0], made_from):
            plan = plan_site(setting, [state.history for state in states])
            before = plans[name] = (made_from, {file.path: file for file in plan.files})
        return before[1]

    # Reading

    def _site(self, name: str) -> SiteState:
        known = self._known.setdefault(name, _Known())
        self._known.move_to_end(name)
        if len(self._known) > _KEPT_SITES:
            self._known.popitem(last=False)
        stamps = site_stamps(self.content, name, self._shelf.look())
        known.site = read_site(self.content, name, stamps, self._today_in, self._shelf, before=known.site)
        return known.site

    def _policy(self, site: SiteState, name: str, policy: str) -> PolicyState:
        known = self._known[name].policies
        stamps = policy_stamps(self.content, name, policy, site.stamps.beside)
        known[policy] = read_policy(self.content, name, policy, stamps, site.today, before=known.get(policy))
        return known[policy]

    def _has(self, site: str) -> bool:
        """Whether the site is there. One that was shown and lost its site.yaml is broken, not gone."""
        if not site or (self._asked and site not in self._asked):
            return False
        folder = self.content / site
        if not is_id(site) or Folder(self.content).leaves(folder) or not folder.is_dir():
            return False
        return site in self._known or (folder / "site.yaml").is_file()

    def _where(self, address: str) -> Where:
        known = self._settings(address.removeprefix("/").partition("/")[0])
        return where_is(address, (*(known.site.locales if known else _USUAL_LOCALES), BILINGUAL))

    def _day(self, site: str) -> object:
        known = self._settings(site)
        return self._today_in(known.site.timezone if known else "UTC")

    def _settings(self, site: str) -> Setting | None:
        known = self._known.get(site)
        return known.site.setting if known and known.site else None


def _same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    """Whether both hold the same values, which do not change."""
    return len(before) == len(now) and all(one is other for one, other in zip(before, now, strict=True))


def _broken_record(folder: Path, detail: str) -> Diagnostic:
    message = Bilingual(f"อ่านบัญชีฉบับของนโยบายนี้ไม่ได้: {detail}", f"the ledger of this policy cannot be read: {detail}")
    return Diagnostic("ledger.unreadable", "error", Place(folder.as_posix()), message)
