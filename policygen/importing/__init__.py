"""An existing policy, as a file, becomes sources: what is clear becomes structure, everything else stays prose.

Knows files of other people and the form of the sources; nothing of ledgers, pages or the command line. Nothing is
guessed: what is not clear is kept as it reads, and told.
"""

from policygen.importing.importing import Imported, import_policy
from policygen.importing.report import report_as_text

__all__ = ["Imported", "import_policy", "report_as_text"]
