"""The words of the preview, in the author's two languages."""

from collections.abc import Mapping

from policygen.diagnostics import Bilingual, Severity
from policygen.model.event import NoticeClass

# Pages of the preview itself

START = Bilingual("นโยบายที่กำลังเขียน", "The policies you are writing")
SITES = Bilingual("เว็บไซต์ทั้งหมด", "All sites")
NO_SITES = Bilingual(
    "ยังไม่มีเว็บไซต์ใดในโฟลเดอร์นี้ เริ่มได้ด้วยคำสั่ง policygen new",
    "There is no site in this folder yet. Begin one with policygen new.",
)
MISSING = Bilingual("ไม่มีหน้านี้", "There is no such page")
MISSING_TEXT = Bilingual(
    "หน้านี้จะปรากฏเองเมื่อมีเนื้อหา สิ่งที่มีอยู่ตอนนี้:", "It will appear by itself when there is one. What there is now:"
)
NOT_YET = Bilingual("ยังสร้างหน้านี้ไม่ได้", "This page cannot be made yet")
NOT_YET_TEXT = Bilingual(
    "แก้ปัญหาที่แจ้งไว้แล้วบันทึก หน้านี้จะปรากฏเอง", "Mend what is told here and save: the page will appear by itself."
)
FAULT = Bilingual("โปรแกรมขัดข้อง", "Something is wrong with the program")
FAULT_TEXT = Bilingual(
    "ไม่ใช่ความผิดของเนื้อหา โปรดแจ้งข้อความข้างล่างนี้ หน้านี้จะลองใหม่ทุกครั้งที่บันทึก",
    "This is no fault of the content. Please report what stands below; the page is tried again at each save.",
)
REFUSED = Bilingual("ไม่ตอบคำขอนี้", "This request is not answered")

# The panel of problems

PROBLEMS = Bilingual("ไฟล์มีปัญหา", "A file has a problem")
PROBLEMS_MANY = Bilingual("ไฟล์มีปัญหา {n} จุด", "The files have {n} problems")
LAST_GOOD = Bilingual("หน้าที่เห็นคือหน้าสุดท้ายที่สมบูรณ์", "Below is the last good page")
HINT = Bilingual("คำแนะนำ", "Hint")
MORE = Bilingual("และอีก {n} จุด", "and {n} more")

# The author's bar

BAR = Bilingual("แถบผู้เขียน", "Author’s bar")
SHOWN = Bilingual("สิ่งที่แสดง", "What is shown")
POLICIES = Bilingual("นโยบายของเว็บไซต์นี้", "Policies of this site")
HISTORY = Bilingual("ประวัติทุกฉบับ", "All versions")
VERSIONS = Bilingual("ฉบับที่แสดง", "Version shown")
LANGUAGES = Bilingual("ภาษาที่แสดง", "Language shown")
BOTH = Bilingual("สองภาษา", "Both")
VIEW = Bilingual("ข้อความหรือสิ่งที่เปลี่ยน", "Text or redline")
TEXT = Bilingual("ข้อความ", "Text")
REDLINE = Bilingual("สิ่งที่เปลี่ยน", "Redline")
AGAINST = Bilingual("เทียบกับฉบับที่ {n}", "against version {n}")
NOTHING_BEFORE = Bilingual("ไม่มีฉบับก่อนหน้าให้เทียบ", "there is no version to compare with")
WORKING = Bilingual("กำลังตรวจ", "being checked")

COVERAGE = Bilingual("สิ่งที่กฎหมายกำหนด และข้อที่มีในแต่ละฉบับ", "What the law asks, and what each version has")
FINDINGS = Bilingual("ข้อตรวจพบ", "Findings")
NO_FINDINGS = Bilingual("ไม่พบสิ่งที่ต้องแก้ในฉบับร่างนี้", "Nothing was found in this draft.")
GO_TO_CLAUSE = Bilingual("ไปยังข้อความนี้", "Go to the clause")
ON_OTHER_PAGE = Bilingual("ดูในหน้า{language}", "See it in {language}")
SEVERITY: Mapping[Severity, Bilingual] = {
    "error": Bilingual("ต้องแก้", "Error"),
    "warning": Bilingual("ควรดู", "Warning"),
    "info": Bilingual("ข้อสังเกต", "Note"),
}

NOTICE = Bilingual("ถ้าเผยแพร่ตอนนี้", "If published now")
PUBLISHING = Bilingual("การเผยแพร่", "Publishing")
CANNOT_SHORT = Bilingual("ยังเผยแพร่ไม่ได้ ติด {n} ข้อ", "cannot be published now: {n} in the way")
CANNOT_ONE = Bilingual("ยังเผยแพร่ตอนนี้ไม่ได้ มี 1 ข้อที่ต้องแก้ก่อน", "This cannot be published now: 1 finding stands in the way.")
CANNOT = Bilingual("ยังเผยแพร่ตอนนี้ไม่ได้ มี {n} ข้อที่ต้องแก้ก่อน", "This cannot be published now: {n} findings stand in the way.")
NO_DRAFT = Bilingual("ยังไม่มีฉบับร่างที่สมบูรณ์", "There is no sound draft yet.")
FIRST = Bilingual("ฉบับแรก", "First version")
FIRST_TEXT = Bilingual(
    "จะเป็นฉบับที่ 1 จึงยังไม่มีสิ่งที่เปลี่ยนให้แจ้ง", "This would be version 1: there is no change to tell anybody of."
)
SAME = Bilingual("ไม่มีสิ่งที่เปลี่ยน", "No change")
SAME_TEXT = Bilingual(
    "ฉบับร่างตรงกับฉบับที่ {n} ไม่มีอะไรต้องเผยแพร่", "The draft says what version {n} says: there is nothing to publish."
)
WOULD_BE = Bilingual("จะเป็นฉบับที่ {n} เทียบกับฉบับที่ {before}:", "This would be version {n}. Compared with version {before}:")
ASKED = Bilingual("ระดับการแจ้งขั้นต่ำที่การเปลี่ยนแปลงต้องการ", "The least notice that the changes ask for")
STATED = Bilingual("ระดับที่ next: notice ระบุ", "The notice that next: notice states")
TOO_LITTLE = Bilingual("ต่ำกว่าที่การเปลี่ยนแปลงต้องการ", "less than the changes ask for")
NOTICE_SHORT: Mapping[NoticeClass, Bilingual] = {
    "consent": Bilingual("ขอความยินยอม", "Consent"),
    "advance": Bilingual("แจ้งล่วงหน้า", "Advance notice"),
    "publish": Bilingual("ประกาศ", "Publish"),
    "editorial": Bilingual("แก้ถ้อยคำ", "Editorial"),
}

DEBT = Bilingual("คำแปลค้าง", "Translation debt")
NO_DEBT = Bilingual("คำแปลตามทันทุกข้อ", "Every translation is up to date.")
ONE_LANGUAGE = Bilingual("เว็บไซต์นี้มีภาษาเดียว", "This site has one language.")
OWED_NOW = Bilingual(
    "{prevails}แก้ในฉบับร่างนี้ {language}ยังไม่แก้ตาม", "The {prevails} changed in this draft; the {language} did not"
)
OWED_ONE = Bilingual(
    "{prevails}แก้ไปเมื่อ 1 ฉบับก่อน (ฉบับที่ {version}) {language}ยังไม่แก้ตาม",
    "The {prevails} changed 1 version ago (version {version}); the {language} did not",
)
OWED = Bilingual(
    "{prevails}แก้ไปเมื่อ {n} ฉบับก่อน (ฉบับที่ {version}) {language}ยังไม่แก้ตาม",
    "The {prevails} changed {n} versions ago (version {version}); the {language} did not",
)
DELETED = Bilingual("ตัดออก", "deleted")
INSERTED = Bilingual("เพิ่ม", "inserted")
