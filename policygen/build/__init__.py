"""Planned files and a theme become output: soundly, and only as much of it as changed.

Knows nothing of what a page says or how it looks: only what it is made from, and whether it still stands.
"""
