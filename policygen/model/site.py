"""A site: one organisation's set of policies, as its `site.yaml` describes it."""

from dataclasses import dataclass

from policygen.model.facts import Controller, LocalText, Regime


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of one site.

    `base_url` ends in a slash, or is None where the site has no address yet. `locales` has the authoritative one
    among them. `notice_days` is the least number of days between notice and effect of a material change.
    """

    id: str
    name: LocalText
    controller: Controller
    locales: tuple[str, ...]
    authoritative: str
    base_url: str | None = None
    theme: str = "default"
    timezone: str = "Asia/Bangkok"
    regimes: tuple[Regime, ...] = ("pdpa",)
    notice_days: int = 30
    approvals: int = 0
    last_visit: bool = False
    unofficial: bool = False
