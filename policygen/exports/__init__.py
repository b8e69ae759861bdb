"""Documents in other forms than pages: plain text, Markdown, JSON. One module `as_<format>` for each.

Knows documents, and nothing of sites, themes or files.
"""
