"""A policy becomes an edition: references checked, registers turned into words and put in their places.

Knows nothing of files, YAML or Markdown, and nothing of ledgers or pages.
"""

from policygen.resolve.resolution import Earlier, Resolved, resolve

__all__ = ["Earlier", "Resolved", "resolve"]
