"""Publishing: the draft, if nothing stands in its way, becomes the next version.

Knows sources, editions and the ledger; nothing of pages.
"""

from policygen.publish.drafts import Draft, load_draft
from policygen.publish.freezing import Blocked, Options, Planned, Unchanged, plan_version

__all__ = ["Blocked", "Draft", "Options", "Planned", "Unchanged", "load_draft", "plan_version"]
