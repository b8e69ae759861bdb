"""Pictures as small PNG files: a palette instead of full colours, which a page of text never needs.

Knows pixels and the PNG format (W3C, PNG third edition); nothing of pages.
"""

import struct
import zlib
from array import array
from collections import Counter
from collections.abc import Iterator

# A page in one colour scheme has few colours of its own; the rest are edges of letters, where a near one does.
COLOURS = 64


def palette_png(width: int, height: int, rgba: bytes) -> bytes:
    """A PNG file with the most frequent colours of an opaque picture, `rgba` being four bytes a pixel, row by row."""
    pixels = array("I", rgba)
    counted = Counter(pixels)
    kept = sorted(pixel for pixel, _ in counted.most_common(COLOURS))
    index = {pixel: _nearest(pixel, kept) for pixel in counted}
    rows = bytes(index[pixel] for pixel in pixels)
    lines = b"".join(b"\0" + rows[at : at + width] for at in range(0, width * height, width))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
        (b"PLTE", b"".join(bytes(_colour(pixel)) for pixel in kept)),
        (b"IDAT", zlib.compress(lines, 9)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(_written(chunks))


def _written(chunks: tuple[tuple[bytes, bytes], ...]) -> Iterator[bytes]:
    for kind, data in chunks:
        yield struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _colour(pixel: int) -> tuple[int, int, int]:
    red, green, blue, _ = pixel.to_bytes(4, "little")
    return red, green, blue


def _nearest(pixel: int, kept: list[int]) -> int:
    return min(range(len(kept)), key=lambda at: _apart(_colour(pixel), _colour(kept[at])))


def _apart(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
