"""An HTML page as blocks: what a reader of it reads, without what stands around the text."""

from collections.abc import Sequence

from policygen.diagnostics import Bilingual
from policygen.importing.decoding import Decoded
from policygen.importing.html_blocks import BlockBuilder
from policygen.importing.html_tree import Comment, End, Event, Start, Text, events_of
from policygen.importing.original import Form, LeftOut, Original
from policygen.importing.refusals import refuse

# A page of a policy has hundreds of tags; hostile ones are parsed slowly.
_MOST_TAGS = 200_000
# Elements whose words are no text of the policy, and what they are called.
_AROUND: dict[str, Bilingual] = {
    **dict.fromkeys(("script", "noscript"), Bilingual("สคริปต์", "script")),
    "style": Bilingual("ลักษณะการแสดงผล (style)", "style"),
    "template": Bilingual("แม่แบบที่ไม่แสดง", "template, not shown"),
    "nav": Bilingual("เมนูนำทาง", "navigation"),
    "svg": Bilingual("ภาพวาด (svg)", "drawing (svg)"),
    **dict.fromkeys(("iframe", "object", "embed", "video", "audio", "canvas"), Bilingual("สื่อที่ฝังไว้", "embedded medium")),
    **dict.fromkeys(
        ("button", "select", "textarea", "datalist"), Bilingual("ปุ่มหรือช่องกรอก", "button or field of a form")
    ),
}


def read_html(decoded: Decoded, shown: str, form: Form = "html") -> Original:
    """What the page says."""
    if decoded.text.count("<") > _MOST_TAGS:
        raise _too_many_tags(shown)
    page = _Page(list(events_of(decoded.text)))
    page.read()
    return Original(
        form,
        decoded.encoding,
        tuple(page.builder.pieces()),
        page.builder.letters(),
        (*decoded.left_out, *page.left_out, *page.builder.left_out()),
        (*decoded.remarks, *page.builder.remarks()),
        page.title,
    )


class _Page:
    """Goes through the events once; the builder gets what is text."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._at = 0
        self._comments = 0
        self._outside: list[str] = []
        self.builder = BlockBuilder()
        self.left_out: list[LeftOut] = []
        self.title = ""

    def read(self) -> None:
        """Read all of it."""
        region = _main_region(self._events)
        while self._at < len(self._events):
            self._take(self._events[self._at], inside=region is None or region[0] <= self._at < region[1])
        if self._comments:
            many = self._comments
            self.left_out.append(
                LeftOut(Bilingual(f"หมายเหตุในโค้ด (comment) {many} แห่ง", f"comments in the code: {many}"))
            )
        if outside := " ".join(" ".join(self._outside).split()):
            self.left_out.append(
                LeftOut(Bilingual("ส่วนของหน้าที่อยู่นอกเนื้อหาหลัก", "what stands outside the page’s main part"), outside)
            )

    def _take(self, event: Event, *, inside: bool) -> None:
        match event:
            case Start("title") if not self.title:
                self.title = " ".join(self._words_to_end().split())
                self.left_out.append(LeftOut(Bilingual("ชื่อหน้าเว็บ (title)", "the page’s title"), self.title))
            case Start(name, _, line) if name in _AROUND:
                self.left_out.append(LeftOut(_AROUND[name], self._words_to_end(), line))
            case Comment():
                self._comments += 1
                self._at += 1
            case Text(text) if not inside:
                self._outside.append(text)
                self._at += 1
            case Start("table") if inside:
                self.builder.start(event, is_data=_is_data_table(self._events, self._at))
                self._at += 1
            case Start() if inside:
                self.builder.start(event)
                self._at += 1
            case Text(text):
                self.builder.text(text)
                self._at += 1
            case End(name) if inside:
                self.builder.end(name)
                self._at += 1
            case _:
                self._at += 1

    def _words_to_end(self) -> str:
        """Go past the element that begins here; its words."""
        end = _end_of(self._events, self._at)
        words = [event.text for event in self._events[self._at : end] if isinstance(event, Text)]
        self._at = end
        return " ".join(words)


def _end_of(events: Sequence[Event], start: int) -> int:
    """The position after the end of the element that begins at `start`."""
    depth = 0
    for at in range(start, len(events)):
        match events[at]:
            case Start():
                depth += 1
            case End():
                depth -= 1
                if depth == 0:
                    return at + 1
    return len(events)


def _main_region(events: Sequence[Event]) -> tuple[int, int] | None:
    """From where to where the one element stands that the page calls its main part; None where it calls none so."""
    for names in (("main", "role-main"), ("article",)):
        starts = [at for at, event in enumerate(events) if isinstance(event, Start) and _part_of_page(event) in names]
        if len(starts) == 1:
            return starts[0], _end_of(events, starts[0])
    return None


def _part_of_page(element: Start) -> str:
    return "role-main" if element.attrs.get("role") == "main" else element.name


def _is_data_table(events: Sequence[Event], start: int) -> bool:
    """Whether a table has rows of words, and is no frame for a page: no headings, lists or tables in it."""
    columns, most = 0, 0
    for at in range(start + 1, len(events)):
        match events[at]:
            case Start("table" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "ul" | "ol"):
                return False
            case Start("tr"):
                columns = 0
            case Start("td" | "th"):
                columns += 1
                most = max(most, columns)
            case End("table"):
                break
    return most > 1


def _too_many_tags(shown: str) -> Exception:
    message = Bilingual("หน้าเว็บนี้มีแท็กมากเกินกว่าจะเป็นนโยบาย", "the page has more tags than a policy can have")
    return refuse("too-big", shown, message)
