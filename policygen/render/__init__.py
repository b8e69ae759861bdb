"""Views and documents as HTML: the document's body, themes with their templates and assets.

Knows nothing of which pages a site has, of sources, or of where files are written.
"""
