"""A new site or a new policy: complete in two languages, with blanks where only its author knows what to write.

Knows which files a start has; nothing of the command line, of checks, or of how pages look.
"""

from policygen.starting.planning import Refused, Start, plan_start
from policygen.starting.writing import write_start

__all__ = ["Refused", "Start", "plan_start", "write_start"]
