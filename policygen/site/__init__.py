"""Which pages a site has and what each shows, as pure functions from sites and histories to planned files.

Knows nothing of HTML, templates, sources or the disk.
"""
