"""Words, dates, durations and countries in the languages that policies are written in.

Knows nothing of policies: only of text.
"""
