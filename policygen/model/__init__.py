"""The words of the house as plain frozen values: sites, policies, editions, documents, facts.

Knows nothing of files, YAML, Markdown, HTML or how an edition came to be.
"""
