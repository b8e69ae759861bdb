"""What is wrong with content, as values: gathered, sorted and shown together, in Thai and English.

Knows nothing of policies, YAML or pages; only of places in files and of messages.
"""

from policygen.diagnostics.diagnostic import SEVERITIES, Bilingual, Diagnostic, Place, Severity
from policygen.diagnostics.report import as_text, columns, has_errors, in_order, line_around

__all__ = [
    "SEVERITIES",
    "Bilingual",
    "Diagnostic",
    "Place",
    "Severity",
    "as_text",
    "columns",
    "has_errors",
    "in_order",
    "line_around",
]
