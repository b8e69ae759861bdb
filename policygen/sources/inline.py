"""The door to markdown-it: from a paragraph of inline Markdown to runs.

Our own rules stand in where CommonMark would trip a Thai lawyer: emphasis beside Thai letters, underscores and
HTML that mean themselves, bare addresses glued to Thai words. Knows nothing of paragraphs, lists or files.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.link import link
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from policygen.diagnostics import Diagnostic, Place
from policygen.diagnostics.text_file import Excerpt
from policygen.model.document import Run, Runs
from policygen.model.policy import QUOTED_FACT, Reference
from policygen.sources import prose_problems as problems
from policygen.sources.identifiers import REFERENCE_KINDS, is_reference
from policygen.sources.unmarked import without_marks
from policygen.sources.urls import refusal
from policygen.text.nearest import nearest

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_ANGLE = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*|[^<>\s@:]+@[^<>\s@:]+)>")
_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>]{0,500}>|<!--|<!\[CDATA\[|<\?|<![A-Za-z]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# Marks of blocks, which mean nothing inside a line.
_MARK = re.compile(r"(?<!\\)(\{#[^{}\s]{1,100}\}|\{\+\})")
# Only ASCII: Thai letters after an address are the next word. The look-behinds keep the search linear.
_BARE = re.compile(
    r"(?P<url>(?<![A-Za-z0-9])https?://[A-Za-z0-9][\w\-.~:/?#\[\]@!$&'()*+,;=%]*)"
    r"|(?P<email>(?<![\w.%+-])[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)",
    re.ASCII | re.IGNORECASE,
)
# No browser takes more.
_MAX_URL = 2000
_AFTER_URL = ".,;:!?'\"*"


@dataclass(frozen=True, slots=True)
class Inline:
    """The runs of one text, the text without its marks, what it refers to, and what is wrong with it."""

    runs: Runs
    unmarked: Excerpt
    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def read_inline(text: Excerpt, locale: str | None) -> Inline:
    """One paragraph of inline Markdown as runs. `locale` is told with its references."""
    if not text.text:
        return Inline((), text)
    tokens: list[Token] = []
    parser = _parser()
    parser.inline.parse(text.text, parser, {}, tokens)
    reader = _Reader(text, locale)
    for token in tokens:
        reader.take(token)
    reader.flush()
    reader.found += [problems.html(text.place(m.start(), m.end())) for m in _HTML.finditer(text.text)]
    reader.found += [problems.mark_left(text.place(*m.span(1)), m[1]) for m in _MARK.finditer(text.text)]
    reader.found += _entities(text)
    unmarked = without_marks(text, "".join(reader.spoken), reader.hidden)
    return Inline(_joined(reader.runs), unmarked, tuple(reader.references), tuple(reader.found))


@dataclass(slots=True)
class _Reader:
    """Walks the tokens of one text."""

    text: Excerpt
    locale: str | None
    runs: list[Run] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    strong: int = 0
    emphasis: int = 0
    target: Run | None = None
    """The href or ref of the link that is open."""
    said: str = ""
    """Text of one look that is not among the runs yet."""
    spoken: list[str] = field(default_factory=list)
    """All texts in order, with a sign for each quoted fact."""
    hidden: list[tuple[int, int]] = field(default_factory=list)
    """From where to where marks stand that hold other letters: targets of links."""
    star: int = -2
    """Where the last asterisk stood that found no partner."""

    def take(self, token: Token) -> None:
        if token.type not in ("text", "text_special"):
            self.flush()
        match token.type:
            case "strong_open" | "strong_close":
                self.strong += token.nesting
            case "em_open" | "em_close":
                self.emphasis += token.nesting
            case "link_open":
                self.target = self._target(token)
            case "link_close":
                self.target = None
            case "fact":
                self._quote(token)
            case _:
                self._say(token)

    def _say(self, token: Token) -> None:
        self.said += token.content
        self.spoken.append(token.content)
        if token.content and "star" in token.meta:
            self._lone_star(token.meta["star"])

    def _lone_star(self, at: int) -> None:
        """Two of them side by side were meant as strong."""
        if at == self.star + 1:
            self.found.append(problems.emphasis_left(self.text.place(self.star, at + 1)))
            self.star = -2
        else:
            self.star = at

    def flush(self) -> None:
        """Make runs of the text gathered so far."""
        look = Run("", self.strong > 0, self.emphasis > 0)
        if self.target is None:
            self.runs += _with_addresses(self.said, look)
        else:
            self.runs.append(replace(look, text=self.said, href=self.target.href, ref=self.target.ref))
        self.said = ""

    def _quote(self, token: Token) -> None:
        self.references.append(Reference(token.content, self._place(token), self.locale))
        self.runs.append(Run("", self.strong > 0, self.emphasis > 0, ref=token.content))
        self.spoken.append(QUOTED_FACT)
        self.hidden.append((token.meta["start"] + 1, token.meta["end"]))

    def _hide(self, token: Token) -> None:
        start, end = token.meta["start"], token.meta["end"]
        target = self.text.text.rfind("](", start, end)
        if self.text.text[start] == "[" and target >= 0:
            self.hidden.append((target, end))

    def _place(self, token: Token) -> Place:
        return self.text.place(token.meta["start"], token.meta["end"])

    def _target(self, token: Token) -> Run:
        """Where a link goes: a reference, an allowed URL, or nowhere with a diagnostic."""
        place = self._place(token)
        self._hide(token)
        if token.meta["start"] and self.text.text[token.meta["start"] - 1] == "!":
            self.found.append(problems.image(place))
            return Run("")
        if "title" in token.attrs:
            self.found.append(problems.link_title(place))
        if token.meta.get("empty"):
            self.found.append(problems.link_without_words(place))
        url = str(token.attrs.get("href", ""))
        kind = url.partition(":")[0]
        if kind in REFERENCE_KINDS and kind != "fact":
            if not is_reference(url):
                self.found.append(problems.reference_form(place, url, REFERENCE_KINDS))
                return Run("")
            self.references.append(Reference(url, place, self.locale))
            return Run("", ref=url)
        if kind == "fact":
            self.found.append(problems.fact_in_link(place, url))
            return Run("")
        reason = refusal(url)
        if reason == "scheme" and ":" in url and nearest(kind, REFERENCE_KINDS):
            self.found.append(problems.reference_form(place, url, REFERENCE_KINDS))
            return Run("")
        if reason is not None:
            self.found.append(problems.link_target(place, url, reason))
            return Run("")
        return Run("", href=url)


def _entities(text: Excerpt) -> Iterator[Diagnostic]:
    for match in _ENTITY.finditer(text.text):
        char = html.unescape(match[0])
        if char != match[0]:
            yield problems.entity(text.place(match.start(), match.end()), char if char.isprintable() else "…")


def _with_addresses(text: str, look: Run) -> Iterator[Run]:
    """The text with its bare URLs and e-mail addresses as links."""
    done = 0
    for match in _BARE.finditer(text):
        found = _trimmed(match["url"]) if match["url"] else match[0]
        href = found if match["url"] else f"mailto:{found}"
        if len(href) <= _MAX_URL and refusal(href) is None:
            yield replace(look, text=text[done : match.start()])
            yield replace(look, text=found, href=href)
            done = match.start() + len(found)
    yield replace(look, text=text[done:])


def _trimmed(url: str) -> str:
    """Without the sentence's own punctuation at the end, and without a bracket that was opened before the URL."""
    surplus = {")": url.count(")") - url.count("("), "]": url.count("]") - url.count("[")}
    end = len(url)
    while end and (url[end - 1] in _AFTER_URL or surplus.get(url[end - 1], 0) > 0):
        if url[end - 1] in surplus:
            surplus[url[end - 1]] -= 1
        end -= 1
    return url[:end]


def _joined(runs: list[Run]) -> Runs:
    """Neighbours of one look made one; empty runs left out, except quotations, which are filled in later."""
    result: list[Run] = []
    for run in runs:
        last = result[-1] if result else None
        if not run.text and run.ref is None:
            continue
        if last and last.text and run.text and replace(last, text="") == replace(run, text=""):
            result[-1] = replace(last, text=last.text + run.text)
        else:
            result.append(run)
    return tuple(result)


# Rules of our own


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero")
    parser.inline.ruler.enableOnly(["text", "escape"])
    parser.inline.ruler.push("emphasis_thai", _emphasis)
    parser.inline.ruler.push("link_placed", _link)
    parser.inline.ruler.push("angle", _angle)
    parser.inline.ruler2.enableOnly(["balance_pairs", "emphasis"])
    # What a link may be is judged in _target, where it can be told; here nothing is dropped or rewritten.
    parser.validateLink = _anything  # type: ignore[method-assign]
    parser.normalizeLink = _as_typed  # type: ignore[method-assign]
    return parser


def _anything(url: str) -> bool:
    return True


def _as_typed(url: str) -> str:
    return url


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Like CommonMark's `*`, but a Thai letter or mark beside the run is a boundary, as punctuation is."""
    start = state.pos
    if silent or state.src[start] != "*":
        return False
    end = start
    while end < state.posMax and state.src[end] == "*":
        end += 1
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    opens = not _is_space(after) and (not _is_punctuation(after) or _is_boundary(before))
    closes = not _is_space(before) and (not _is_punctuation(before) or _is_boundary(after))
    for at in range(start, end):
        token = state.push("text", "", 0)
        token.content, token.meta = "*", {"star": at}
        state.delimiters.append(Delimiter(ord("*"), end - start, len(state.tokens) - 1, -1, opens, closes))
    state.pos = end
    return True


def _is_space(char: str) -> bool:
    return isWhiteSpace(ord(char))


def _is_punctuation(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


def _is_boundary(char: str) -> bool:
    return _is_space(char) or _is_punctuation(char) or _THAI.match(char) is not None


def _link(state: StateInline, silent: bool) -> bool:
    """CommonMark's link, which remembers where it stands."""
    start, count = state.pos, len(state.tokens)
    if not link(state, silent):
        return False
    if not silent:
        opened = next(token for token in state.tokens[count:] if token.type == "link_open")
        opened.meta = {"start": start, "end": state.pos, "empty": state.src.startswith("[]", start)}
    return True


def _angle(state: StateInline, silent: bool) -> bool:
    """`<https://…>`, `<info@example.com>` and `<fact:controller.email>`."""
    match = _ANGLE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        _push_angle(state, match[1])
    state.pos = match.end()
    return True


def _push_angle(state: StateInline, target: str) -> None:
    place = {"start": state.pos, "end": state.pos + len(target) + 2}
    if target.startswith("fact:"):
        token = state.push("fact", "", 0)
        token.content, token.meta = target, place
        return
    opened = state.push("link_open", "a", 1)
    opened.attrs = {"href": target if ":" in target else f"mailto:{target}"}
    opened.meta = place
    state.push("text", "", 0).content = target
    state.push("link_close", "a", -1)
