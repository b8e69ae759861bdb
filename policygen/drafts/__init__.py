"""The draft: what a policy's sources say now, as an edition, for all that look at it before it is published.

Knows sources and editions; nothing of ledgers, checks or pages.
"""

from policygen.drafts.loading import Draft, load_draft

__all__ = ["Draft", "load_draft"]
