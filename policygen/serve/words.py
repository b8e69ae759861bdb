"""The words of the preview, in the author's two languages."""

from policygen.diagnostics import Bilingual

PREVIEW = Bilingual("ตัวอย่าง", "Preview")
BAR = Bilingual("แถบของผู้เขียน", "The author's bar")
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
    "แก้ปัญหาข้างบนแล้วบันทึก หน้านี้จะปรากฏเอง", "Mend what is told above and save: the page will appear by itself."
)
START = Bilingual("นโยบายที่กำลังเขียน", "The policies you are writing")
PROBLEMS = Bilingual("ไฟล์มีปัญหา", "A file has a problem")
PROBLEMS_MANY = Bilingual("ปัญหาในไฟล์ {n} จุด", "{n} problems in the files")
LAST_GOOD = Bilingual("ข้างล่างนี้คือหน้าสุดท้ายที่สมบูรณ์", "Below is the last good page")
HINT = Bilingual("คำแนะนำ", "Hint")
MORE = Bilingual("และอีก {n} จุด", "and {n} more")
DRAFT = Bilingual("ฉบับร่าง", "Draft")
REFUSED = Bilingual("ไม่ตอบคำขอนี้", "This request is not answered")
