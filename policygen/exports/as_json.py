"""A document as JSON: the form of the site's `document.json`."""

import json

from policygen.model.codec import encode_document
from policygen.model.document import Document


def document_as_json(site: str, policy: str, number: int | None, digest: str | None, document: Document) -> str:
    """The document with where it is from, on one line; `number` and `digest` are None for the draft."""
    whole = {
        "site": site,
        "policy": policy,
        "number": number,
        "digest": digest,
        "locale": document.locale,
        **encode_document(document),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"
