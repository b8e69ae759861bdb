"""Comparing two texts or two documents: pairing their parts, finding the words that changed, and saying so in runs.

Pairing, finding, cleaning up and drawing are modules that do not know each other; `files` and `documents` put them
together.
"""
