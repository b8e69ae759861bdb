"""The one canonical form of the sources: how a file of the content folder is written.

Knows how each kind of file may be written; nothing of what a policy means, and opens no file.
"""

from policygen.diagnostics.text_file import TextFile

PROSE = "prose"
"""The kind of a file of prose; those of YAML are called like their files, without `.yaml`."""


def canonical_text(kind: str, file: TextFile, locales: tuple[str, ...]) -> str:
    """The file in canonical form: `kind` is `prose`, or the name of a YAML file without `.yaml`.

    `locales` are the site's; of a file of prose the one that it is written in. The form of the file must be sound:
    of one whose YAML cannot be read the text is given back as it is.
    """
    from policygen.sources.canonical.prose import canonical_prose

    if kind == PROSE:
        return canonical_prose(file.text, locales[0] if locales else None)
    from policygen.sources.canonical.guide import guide_of
    from policygen.sources.canonical.rewriting import rewritten
    from policygen.sources.canonical.writing import write_tree
    from policygen.sources.nodes import Listing, Mapping
    from policygen.sources.yaml_door import read_yaml

    root, _ = read_yaml(file)
    if not isinstance(root, Mapping | Listing):
        return file.text
    result = rewritten(file, root, guide_of(kind), locales, lambda text: canonical_prose(text, None))
    return write_tree(result.tree, result.top)
