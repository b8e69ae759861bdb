"""The one canonical form of the sources: how a file of the content folder is written.

Knows how each kind of file may be written; nothing of what a policy means, and opens no file.
"""
