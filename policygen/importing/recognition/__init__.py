"""What is clear in the sections of a policy: defined terms, data, purposes, tools, contacts.

A wrong recognition is worse than none: each part of it asks for words that say so, and for nothing that denies it.
"""

from policygen.importing.recognition.recognising import recognise

__all__ = ["recognise"]
