"""Everything that is wrong with the drafts, found on as many processes as there is use for."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from dataclasses import dataclass
from datetime import date

from policygen.build.processes import CAN_FORK, processes
from policygen.cli.context import Context
from policygen.cli.policies import PolicyName, all_policies
from policygen.diagnostics import Diagnostic

# The word lists of each take 60 MB.
_MOST_PROCESSES = 8
Found = tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What is done at a time: `look` at a policy, at a site, or at the whole folder."""

    look: Callable[[Context, str, str], Found]
    site: str = ""
    policy: str = ""

    def found(self, context: Context) -> Found:
        """What is wrong with it."""
        return self.look(context, self.site, self.policy)


def all_findings(context: Context, chosen: Sequence[PolicyName]) -> Iterator[Diagnostic]:
    """What is wrong with the drafts of these policies; where none is chosen, with all that is in the folder."""
    policies = list(chosen or all_policies(context))
    parts = parts_of(context, policies, whole=not chosen)
    for found in _each_found(context, parts, _processes_for(len(policies))):
        yield from found


def parts_of(context: Context, policies: Sequence[PolicyName], *, whole: bool) -> list[Part]:
    """What is looked at for these policies, or for the `whole` folder, which has them."""
    drafts = [Part(findings_of, name.site, name.policy) for name in policies]
    if not whole:
        return [*drafts, *(Part(_form_of_policy, name.site, name.policy) for name in policies)]
    return [*drafts, Part(_tree), *(Part(_site, site) for site in _sites(context))]


def findings_of(context: Context, site: str, policy: str) -> Found:
    """What is wrong with the draft of a policy."""
    from policygen.checks import check_draft
    from policygen.drafts import load_draft
    from policygen.ledger import read_ledger

    draft = load_draft(context.content, site, policy)
    # Without a site there is no day either, and the draft's own findings say why.
    today = context.today_in(draft.policy.site.timezone) if draft.policy else date.max
    return check_draft(draft, read_ledger(context.content / site, policy).records, today)


def _sites(context: Context) -> Sequence[str]:
    from policygen.sources import list_sites

    return list_sites(context.content)


def _tree(context: Context, _site: str, _policy: str) -> Found:
    from policygen.sources import check_tree

    return tuple(check_tree(context.content))


def _site(context: Context, site: str, _policy: str) -> Found:
    """What is wrong with the form of a site's files and, where it has no policies, with its settings."""
    from policygen.sources import list_policies, load_site
    from policygen.sources.canonical.telling import uncanonical

    settings = () if list_policies(context.content, site) else load_site(context.content, site).diagnostics
    return (*uncanonical(context.content, site, None), *settings)


def _form_of_policy(context: Context, site: str, policy: str) -> Found:
    from policygen.sources.canonical.telling import uncanonical

    return tuple(uncanonical(context.content, site, policy))


# Processes


def _processes_for(policies: int) -> int:
    """How many processes: one for each policy, and no more than there are to run on."""
    return min(policies, len(os.sched_getaffinity(0)), _MOST_PROCESSES) if CAN_FORK else 1


def _each_found(context: Context, parts: Sequence[Part], count: int) -> Iterator[Found]:
    """What is found in each part, in their order."""
    if count < 2:
        yield from (part.found(context) for part in parts)
        return
    _make_ready()
    with processes(count) as executor:
        yield from each_found_with(executor, context, parts)


def each_found_with(executor: Executor, context: Context, parts: Sequence[Part]) -> Iterator[Found]:
    """What is found in each part on an executor, in their order."""
    futures = [executor.submit(part.found, context) for part in parts]
    try:
        for part, future in zip(parts, futures, strict=True):
            try:
                yield future.result()
            except BrokenExecutor:
                # The process was killed, by whom or whatever: its part is looked at here.
                yield part.found(context)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _make_ready() -> None:
    """Load the libraries and the rules, which the processes then have."""
    import policygen.checks
    import policygen.sources.canonical.telling
    import policygen.sources.policy_loader  # noqa: F401
