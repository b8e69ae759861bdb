"""Which stretches of text stay on one line, and which are told to be in another language."""

import pytest

from policygen.render.wrapping import wrapped, wrapping

NAMES = ("คลัสเตอร์คิท", "ท่าน", "บริษัทฯ", "Google Analytics", "ซีทรัส", "Acme", "ข้อมูลส่วนบุคคลที่มีความอ่อนไหวเป็นพิเศษ")


@pytest.mark.parametrize(
    ("locale", "text", "html"),
    [
        ("th", "ของคลัสเตอร์คิทเท่านั้น", "ของ<span>คลัสเตอร์คิท</span>เท่านั้น"),
        ("th", "ให้ท่านทราบ", "ให้<span>ท่าน</span><span>ทราบ</span>"),
        ("th", "สิ่งอื่น ๆ ของบริษัท", "สิ่งอื่น<span> ๆ</span> ของบริษัท"),
        ("th", "โดยทางบริษัทฯ เก็บ", "โดย<span>ทาง</span><span>บริษัทฯ</span> เก็บ"),
        ("th", "ตามมาตรา 24 (3) และ", "ตาม<span>มาตรา 24 (3)</span> และ"),
        ("th", "30 กันยายน พ.ศ. 2562", "<span>30 กันยายน</span> <span>พ.ศ. 2562</span>"),
        ("th", 'Acme <b> & "x"', 'Acme &lt;b&gt; &amp; "x"'),
        ("th", "ใช้ Google Analyticsและ", "ใช้ <span>Google Analytics</span>และ"),
        ("th", "ใช้ XGoogle Analytics", 'ใช้ <span lang="en">XGoogle Analytics</span>'),
        ("th", "(Tax Number) และ Cookies", '(<span lang="en">Tax Number</span>) และ Cookies'),
        ("th", "www.ztrus.com, zbiz.ztrus.com และ a.b@c.de", "www.ztrus.com, zbiz.ztrus.com และ a.b@c.de"),
        ("en", "Company (บริษัทฯ)", "Company (<span>บริษัทฯ</span>)"),
        ("en", "under Section 24(3)", "under <span>Section 24(3)</span>"),
        ("en", "“ผู้ใช้บริการ ทั่วไป” means", '“<span lang="th">ผู้ใช้บริการ ทั่วไป</span>” means'),
    ],
)
def test_stretches(locale: str, text: str, html: str) -> None:
    assert wrapped(text, wrapping(NAMES, locale)) == html


def test_long_names_may_break() -> None:
    name = NAMES[-1]
    assert wrapped(f"ใช้{name}", wrapping(NAMES, "th")) == f"ใช้{name}"
