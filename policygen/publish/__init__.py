"""Publishing: the draft, if nothing stands in its way, becomes the next version.

Knows drafts, editions and the ledger; nothing of pages.
"""

from policygen.publish.freezing import Blocked, Options, Planned, Unchanged, plan_version

__all__ = ["Blocked", "Options", "Planned", "Unchanged", "plan_version"]
