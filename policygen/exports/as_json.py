"""A document as JSON: the form of the site's `document.json`."""

import json

from policygen.model.codec import encode_named_document
from policygen.model.document import Document


def document_as_json(site: str, policy: str, number: int | None, digest: str | None, document: Document) -> str:
    """The document with where it is from, on one line; `number` and `digest` are None for the draft."""
    named = encode_named_document(site, policy, number, digest, document)
    return json.dumps(named, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"
