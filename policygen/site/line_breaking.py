"""Text cut into lines by an estimate of its width, for pictures: SVG does not break lines by itself.

Breaks stand at spaces where they can. A run of Thai that is too long is cut before a word that often begins a phrase,
else before a leading vowel (where a syllable begins), else between clusters; never inside a cluster.
Knows no dictionary and no picture.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

_ELLIPSIS = "…"
# Any break in the last half of the line will do, so a better kind of break wins over a later one.
_GOOD_FILL = 0.5
# Words met often in policies; a line may well begin with one, and is never cut inside one. The longer come first.
_WORDS = (
    "เจ้าหน้าที่|หน้าที่|พื้นที่|สถานที่|ที่อยู่|ผู้ใช้บริการ|ผู้ให้บริการ|ใช้บริการ|บริการ|รายการ|ประการ|กรรมการ|ราชการ|โครงการ"
    "|ประชาสัมพันธ์|ประสบการณ์|รับประกัน|ประกัน|ประเทศ|ประเภท|ประวัติ|นำเสนอ|วิเคราะห์|ปรับปรุง|พัฒนา|ติดต่อ|ลูกค้า|สินค้า|ชำระเงิน"
    "|ใบเสร็จ|ใบกำกับ|ใบแจ้ง|โปรโมชัน|ใช้งาน|ทางการตลาด|การตลาด|แพลตฟอร์ม|เป้าหมาย|เว็บไซต์|สมัครงาน|ความปลอดภัย|อุปกรณ์|อาหาร"
    "|ข้อมูล|ส่วนบุคคล|หมายเลข|บริษัท|กฎหมาย|สุขภาพ|สัญญา|กลุ่ม"
)
# Words that lead to the next: a line may begin with one and does not end in one.
_LEADING_WORDS = "ผู้|การ|ความ|และ|หรือ|ของ|เพื่อ|สำหรับ|ที่|ใน|ให้|จาก|โดย|แก่|กับ"
_KNOWN = re.compile(f"(?P<word>{_WORDS})|{_LEADING_WORDS}")
_LEADING_VOWELS = "เแโใไ"
# What may follow a consonant that has no vowel of its own.
_BARE = "กขคฆงจฉชซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮเแโใไ "
# Signs that stay with the letter before them although they take room of their own.
_TRAILING = "ะาำๅๆฯ" + ".,:;!?)]}”’…%"
# Narrow letters with two marks each fill an em with fewer letters than this.
_LETTERS_IN_EM = 8
# Advance widths of Sarabun in em, by groups of letters of about the same width.
_WIDTHS = {
    **dict.fromkeys(" \N{NO-BREAK SPACE}.,:;!|'ijlI·", 0.27),
    **dict.fromkeys("frt-()[]/เโใไ", 0.38),
    **dict.fromkeys("ckszvxyJ?*งรวาำะๅ", 0.51),
    **dict.fromkeys("นบปทหษฆๆ", 0.66),
    **dict.fromkeys("พฟฑฬ&", 0.73),
    **dict.fromkeys("mMwW@%—ญฌฒณ", 0.84),
}


def width_of(text: str) -> float:
    """The estimated width of `text` in em."""
    return sum(map(_advance, text))


def wrap(text: str, width: float, most: int) -> tuple[str, ...]:
    """`text` in at most `most` lines of `width` em; what does not fit is cut with an ellipsis."""
    # What cannot be shown is not measured: a field may hold 64 KB.
    lines = tuple(_lines(text[: int(most * width * _LETTERS_IN_EM)], width))
    if len(lines) <= most:
        return lines
    return (*lines[: most - 1], _shortened(lines[most - 1], width))


def breaks_of(word: str) -> dict[int, int]:
    """Where a word may be cut: position and rank, 0 the best."""
    ranks = {at: _rank(word, at) for at in range(1, len(word)) if _may_part(word, at)}
    for found in _KNOWN.finditer(word):
        start, end = found.span()
        if ranks.get(start, 3) < 3:
            ranks[start] = 0
        after = end if found["word"] else end + 1
        ranks |= {at: 3 for at in range(start + 1, after) if at in ranks}
    return ranks


def _rank(word: str, at: int) -> int:
    """How good a cut between two clusters is: a leading vowel begins a syllable, a bare consonant often ends one."""
    if word[at] in _LEADING_VOWELS:
        return 1
    begins = "ก" <= word[at] <= "ฮ" and word[at + 1 : at + 2].strip(_BARE) != ""
    torn = word[at] in "รลว" and "ก" <= word[at - 1] <= "ฮ"
    return 2 if begins and not torn else 3


def _lines(text: str, width: float) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if width_of(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        *full, line = _pieces(word, width)
        yield from full
    if line:
        yield line


def _pieces(word: str, width: float) -> Iterator[str]:
    """The word cut into pieces that are not wider than `width` (unless one cluster is)."""
    while width_of(word) > width:
        cut = _best_cut(word, width)
        if cut is None:
            break
        yield word[:cut]
        word = word[cut:]
    yield word


def _best_cut(word: str, width: float) -> int | None:
    """The best place to cut that fits, else the first; None where the word cannot be cut."""
    breaks = breaks_of(word)
    taken = list(accumulate(map(_advance, word), initial=0.0))
    fitting = [at for at in breaks if taken[at] <= width]
    good = [at for at in fitting if taken[at] >= width * _GOOD_FILL]
    if good:
        return max(good, key=lambda at: (-breaks[at], at))
    return max(fitting) if fitting else min(breaks, default=None)


def _may_part(word: str, at: int) -> bool:
    after, before = word[at], word[at - 1]
    if unicodedata.combining(after) or unicodedata.category(after) in ("Mn", "Mc", "Me", "Cf") or after in _TRAILING:
        return False
    return before not in _LEADING_VOWELS and before not in "([“‘\N{NO-BREAK SPACE}" and after != "\N{NO-BREAK SPACE}"


def _shortened(line: str, width: float) -> str:
    """The line with an ellipsis at its end, cut so that it fits."""
    room = width - width_of(_ELLIPSIS)
    cuts = [at for at in breaks_of(line) if width_of(line[:at]) <= room]
    if width_of(line) > room and cuts:
        line = line[: cuts[-1]]
    return line.rstrip() + _ELLIPSIS


def _advance(char: str) -> float:
    if char in _WIDTHS:
        return _WIDTHS[char]
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    return 0.66 if char.isupper() else 0.6
