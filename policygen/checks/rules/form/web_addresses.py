"""form.web-address: addresses of the web are whole and safe: `https://`, not a bare host, not `http://`."""

import re
from collections.abc import Iterator
from functools import lru_cache

from policygen.checks.evidence.links import is_linked
from policygen.checks.finding import Finding, found_in
from policygen.checks.rule import Rule
from policygen.checks.subject import Subject
from policygen.diagnostics import Bilingual
from policygen.diagnostics.text_file import TextFile
from policygen.model.facts import ContactChannel, Tool

# Small letters only: "Booking.com" is a name.
_BARE = re.compile(
    r"(?<![A-Za-z0-9@/._:-])"
    r"(?:(?:www|WWW)\.[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}"
    r"|[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:com|net|org|co\.th|or\.th|go\.th|ac\.th|in\.th|dev|app|info|biz))"
    r"(?![A-Za-z0-9@-]|\.[a-z])(?:/[A-Za-z0-9/_.?=&%#-]{0,200})?"
)
# A contact's value has a rule of its own; the meaning of a term says what the address is, and sends nobody to it.
_NAMED_IN = ("contact-", "term-")
_INSECURE = re.compile(r"\bhttp://(?!localhost|127\.)[A-Za-z0-9][A-Za-z0-9.-]{0,253}", re.IGNORECASE)


def find(subject: Subject) -> Iterator[Finding]:
    """One finding for each bare host of a text, and each insecure address of a text, a link or a register."""
    website = subject.facts.controller.website
    own = _host(website) if isinstance(website, str) else ""
    for passage in subject.passages:
        for match in _bare_in(passage.text):
            named = passage.anchor.startswith(_NAMED_IN) or _host(match[0].rstrip(".")) == own
            if not (named or is_linked(passage, *match.span())):
                end = match.start() + len(match[0].rstrip("."))
                yield found_in(passage, match.start(), end, _bare(match[0].rstrip(".")), _BARE_HINT)
        if not passage.excerpt.file.path.endswith(".md"):
            yield from (found_in(passage, *m.span(), _insecure(m[0]), _HTTPS) for m in _INSECURE.finditer(passage.text))
    for file in dict.fromkeys(passage.excerpt.file for passage in subject.passages):
        if file.path.endswith(".md"):
            yield from _in_prose(file)
    yield from _in_facts(subject)


@lru_cache(maxsize=8192)
def _bare_in(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_BARE.finditer(text))


def _host(address: str) -> str:
    """The host of an address with or without its scheme, in small letters and without `www.`."""
    return re.split(r"[/?#:]", address.lower().partition("://")[2] or address.lower(), maxsplit=1)[0].removeprefix(
        "www."
    )


def _in_prose(file: TextFile) -> Iterator[Finding]:
    """Insecure addresses of a file of prose, those behind its links too."""
    for match in _INSECURE.finditer(file.text):
        yield Finding(_insecure(match[0]), _HTTPS, file.place(*match.span()))


def _in_facts(subject: Subject) -> Iterator[Finding]:
    for tool in subject.facts.tools:
        yield from (Finding(_insecure(url), _HTTPS, anchor=f"tool-{tool.id}") for url in _of_tool(tool))
    for channel in subject.facts.contacts:
        yield from (Finding(_insecure(url), _HTTPS, anchor=f"contact-{channel.id}") for url in _of_channel(channel))
    for passage in subject.policy.site_passages if subject.policy else ():
        yield from (found_in(passage, *m.span(), _insecure(m[0]), _HTTPS) for m in _INSECURE.finditer(passage.text))


def _of_tool(tool: Tool) -> Iterator[str]:
    for url in (tool.opt_out, tool.privacy_url, tool.cookie_url, tool.processing_url):
        if isinstance(url, str) and _INSECURE.match(url):
            yield url


def _of_channel(channel: ContactChannel) -> Iterator[str]:
    if isinstance(channel.opens, str) and _INSECURE.match(channel.opens):
        yield channel.opens


def _bare(host: str) -> Bilingual:
    return Bilingual(f"{host} ไม่มี https:// จึงไม่เป็นลิงก์", f"{host} has no https://, and is no link")


def _insecure(url: str) -> Bilingual:
    return Bilingual(f"{url} ส่งข้อมูลโดยไม่เข้ารหัส", f"{url} is not encrypted on its way")


_BARE_HINT = Bilingual(
    "เขียน https:// นำหน้า หรือลิงก์ [คำ](https://…)", "write https:// before it, or link: [words](https://…)"
)
_HTTPS = Bilingual("เปลี่ยนเป็น https:// หากเว็บไซต์นั้นรองรับ", "write https://, if the site has it")

RULE = Rule(
    name="form.web-address",
    severity="warning",
    title=Bilingual("ที่อยู่เว็บต้องเป็น https:// เต็ม", "Web addresses are whole, and https"),
    find=find,
    topics=("references",),
)
