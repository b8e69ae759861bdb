"""The diagnostics of the family `prose.`: what Markdown says that a policy cannot, or says by mistake."""

from policygen.diagnostics import Bilingual, Diagnostic, Place
from policygen.sources.suggestion import did_you_mean
from policygen.sources.urls import SCHEMES, Refusal


def html(place: Place) -> Diagnostic:
    message = Bilingual("แท็ก HTML จะแสดงตามตัวอักษรที่พิมพ์", "HTML is shown as it is typed")
    hint = Bilingual(
        "ลบแท็กออก หรือใช้ **ตัวหนา** *ตัวเอน* [ลิงก์](https://…)",
        "take it out, or use **strong**, *emphasis*, [link](https://…)",
    )
    return Diagnostic("prose.html", "warning", place, message, hint)


def entity(place: Place, char: str) -> Diagnostic:
    message = Bilingual("รหัสอักขระ HTML จะแสดงตามที่พิมพ์", "an HTML character code is shown as it is typed")
    hint = Bilingual(f"พิมพ์อักขระนั้นเอง: {char}", f"type the character itself: {char}")
    return Diagnostic("prose.entity", "warning", place, message, hint)


def emphasis_left(place: Place) -> Diagnostic:
    message = Bilingual("** ไม่ครบคู่ จะแสดงเป็นเครื่องหมายดอกจัน", "this ** has no partner and is shown as asterisks")
    hint = Bilingual(
        "ปิดด้วย ** โดยไม่มีเว้นวรรคข้างใน หรือใช้ \\*\\* ถ้าต้องการดอกจันจริง",
        "close it with ** and no space inside, or write \\*\\* for real asterisks",
    )
    return Diagnostic("prose.emphasis-left", "warning", place, message, hint)


def image(place: Place) -> Diagnostic:
    message = Bilingual("ใส่รูปภาพในข้อความนโยบายไม่ได้", "a policy's text cannot hold an image")
    hint = Bilingual("บอกเนื้อหาของรูปเป็นข้อความ", "say in words what the picture shows")
    return Diagnostic("prose.image", "error", place, message, hint)


def link_target(place: Place, url: str, reason: Refusal) -> Diagnostic:
    said = {
        "scheme": Bilingual(f"ลิงก์ไป {url!r} ใช้ไม่ได้", f"a link cannot go to {url!r}"),
        "characters": Bilingual(f"ที่อยู่ {url!r} มีอักขระที่ใช้ไม่ได้", f"the address {url!r} has characters it cannot have"),
        "host": Bilingual(
            f"ที่อยู่ {url!r} ไม่มีชื่อเว็บไซต์ที่อ่านได้ หรือมีพอร์ตที่ใช้ไม่ได้",
            f"the address {url!r} has no readable host, or a port that cannot be",
        ),
        "nobody": Bilingual(f"ที่อยู่ {url!r} ไม่ได้บอกว่าถึงใคร", f"the address {url!r} does not say whose it is"),
    }[reason]
    schemes = " ".join(f"{scheme}:" for scheme in SCHEMES)
    hint = Bilingual(
        f"ใช้ที่อยู่เต็มที่ขึ้นต้นด้วย {schemes} หรืออ้างถึงส่วนในนโยบาย เช่น (section:contact)",
        f"write a full address that begins with {schemes} or refer to a part of the policy: (section:contact)",
    )
    return Diagnostic("url.refused", "error", place, said, hint)


def reference_form(place: Place, ref: str, kinds: tuple[str, ...]) -> Diagnostic:
    kind = ref.partition(":")[0]
    message = Bilingual(f"การอ้างถึง {ref!r} ผิดรูปแบบ", f"{ref!r} is not the form of a reference")
    hint = (
        did_you_mean(kind, kinds)
        if kind not in kinds
        else Bilingual(
            f"เขียนเป็น {kind}:id โดย id เป็นอักษรอังกฤษตัวเล็กและขีดกลาง",
            f"write {kind}:id, where the id is lower-case words with hyphens",
        )
    )
    return Diagnostic("reference.form", "error", place, message, hint)


def fact_in_link(place: Place, ref: str) -> Diagnostic:
    message = Bilingual(f"{ref!r} เป็นข้อมูลที่ยกมาแสดง ลิงก์ไปไม่ได้", f"{ref!r} is a fact to quote, and no place to link to")
    hint = Bilingual(f"เขียน <{ref}> แทนลิงก์ทั้งหมด", f"write <{ref}> in place of the whole link")
    return Diagnostic("reference.form", "error", place, message, hint)


def heading_level(place: Place, level: int) -> Diagnostic:
    message = Bilingual(f"หัวเรื่องในข้อความใช้ {'#' * level} ไม่ได้", f"a heading inside a section cannot be {'#' * level}")
    hint = Bilingual(
        "ชื่อเอกสารและชื่อหัวข้ออยู่ใน policy.yaml ในข้อความให้ใช้ ### ถึง ######",
        "titles of the document and of sections stand in policy.yaml; in prose use ### to ######",
    )
    return Diagnostic("prose.heading-level", "error", place, message, hint)


def heading_space(place: Place) -> Diagnostic:
    message = Bilingual("หลัง ### ต้องเว้นวรรค จึงยังไม่เป็นหัวเรื่อง", "### needs a space after it: this is no heading yet")
    hint = Bilingual("เขียนเป็น ### หัวเรื่อง", "write ### Heading")
    return Diagnostic("prose.heading-space", "warning", place, message, hint)


def code_fence(place: Place) -> Diagnostic:
    message = Bilingual("``` (กรอบโค้ด) ใช้ในนโยบายไม่ได้", "a policy has no code blocks (```)")
    hint = Bilingual("ลบบรรทัด ``` ออก แล้วพิมพ์เป็นย่อหน้าธรรมดา", "take out the ``` lines and write an ordinary paragraph")
    return Diagnostic("prose.code", "error", place, message, hint)


def block_quote(place: Place) -> Diagnostic:
    message = Bilingual("ย่อหน้าอ้างอิง (>) ใช้ในนโยบายไม่ได้", "a policy has no block quotes (>)")
    hint = Bilingual("ลบ > ออก แล้วใช้เครื่องหมายคำพูด หรือพิมพ์ \\>", "take out the > and use quotation marks, or write \\>")
    return Diagnostic("prose.block-quote", "error", place, message, hint)


def rule_line(place: Place) -> Diagnostic:
    message = Bilingual("เส้นคั่น (--- หรือ ***) ใช้ในนโยบายไม่ได้", "a policy has no dividing lines (--- or ***)")
    hint = Bilingual("ลบบรรทัดนี้ออก หรือใช้หัวเรื่อง ###", "take the line out, or begin a heading with ###")
    return Diagnostic("prose.dividing-line", "error", place, message, hint)


def underlined(place: Place) -> Diagnostic:
    message = Bilingual("การขีดเส้นใต้ด้วย === ไม่ทำให้เป็นหัวเรื่อง", "underlining with === makes no heading")
    hint = Bilingual("ลบบรรทัดนี้ออก แล้วเขียน ### หน้าบรรทัดก่อน", "take the line out and write ### before the line above")
    return Diagnostic("prose.underlined", "error", place, message, hint)


def line_break(place: Place) -> Diagnostic:
    message = Bilingual(
        "\\ ท้ายบรรทัดไม่ทำให้ขึ้นบรรทัดใหม่ และจะแสดงตามที่พิมพ์", "\\ at the end of a line breaks no line; it is shown as typed"
    )
    hint = Bilingual("เว้นหนึ่งบรรทัดเพื่อขึ้นย่อหน้าใหม่", "leave an empty line to begin a paragraph")
    return Diagnostic("prose.line-break", "warning", place, message, hint)


def link_definition(place: Place) -> Diagnostic:
    message = Bilingual("[ชื่อ]: ที่อยู่ จะแสดงตามที่พิมพ์", "[name]: address is shown as it is typed")
    hint = Bilingual("เขียนลิงก์ไว้ในข้อความ เช่น [ข้อความ](https://…)", "write the link in the text: [words](https://…)")
    return Diagnostic("prose.link-definition", "warning", place, message, hint)


def clause_in_paragraph(place: Place) -> Diagnostic:
    message = Bilingual(
        "บรรทัดนี้ขึ้นต้นด้วยเลขข้อ แต่ต่ออยู่กับย่อหน้าก่อน",
        "this line begins like a clause, but goes on with the paragraph before it",
    )
    hint = Bilingual("ถ้าเป็นข้อใหม่ ให้เว้นหนึ่งบรรทัดก่อน", "if it is a clause, leave an empty line before it")
    return Diagnostic("prose.clause-in-paragraph", "warning", place, message, hint)


def clause_space(place: Place) -> Diagnostic:
    message = Bilingual(
        "หลังเลขข้อไม่มีเว้นวรรค จึงยังไม่เป็นข้อแยกต่างหาก", "the number has no space after it, so this is no clause of its own"
    )
    hint = Bilingual("เขียนเป็น 1. ข้อความ", "write 1. and a space before the text")
    return Diagnostic("prose.clause-space", "warning", place, message, hint)


def link_title(place: Place) -> Diagnostic:
    message = Bilingual("ข้อความในเครื่องหมายคำพูดหลังที่อยู่จะไม่แสดง", "the words in quotes after the address are not shown")
    hint = Bilingual("ย้ายข้อความออกมานอกลิงก์", "move them out of the link")
    return Diagnostic("prose.link-title", "error", place, message, hint)


def link_without_words(place: Place) -> Diagnostic:
    message = Bilingual("ลิงก์นี้ไม่มีข้อความให้กด", "this link has no words to click on")
    hint = Bilingual("เขียนข้อความไว้ใน [ ]", "write words between the [ ]")
    return Diagnostic("prose.link-empty", "error", place, message, hint)


def mark_left(place: Place, mark: str) -> Diagnostic:
    message = Bilingual(f"{mark} ตรงนี้จะแสดงตามที่พิมพ์", f"{mark} is shown here as it is typed")
    hint = Bilingual(
        "{#id} อยู่ท้ายย่อหน้าหรือข้อ และ {+} อยู่ต้นบรรทัด",
        "{#id} stands at the end of a paragraph or item, {+} at the start of a line",
    )
    return Diagnostic("prose.mark-left", "warning", place, message, hint)


def several_paragraphs(place: Place) -> Diagnostic:
    message = Bilingual(
        "ข้อความช่องนี้มีได้ย่อหน้าเดียว จึงถูกต่อเป็นย่อหน้าเดียวกัน", "this text can be one paragraph only; the paragraphs are joined"
    )
    hint = Bilingual("ใช้ wording: สำหรับข้อความหลายย่อหน้า", "use wording: for several paragraphs")
    return Diagnostic("prose.several-paragraphs", "warning", place, message, hint)


def too_deep(place: Place, limit: int) -> Diagnostic:
    message = Bilingual(f"รายการซ้อนกันลึกเกิน {limit} ชั้น", f"lists nest more than {limit} levels deep")
    return Diagnostic("prose.too-deep", "error", place, message, None)


def too_long(place: Place, limit: int) -> Diagnostic:
    message = Bilingual(f"ย่อหน้ายาวเกิน {limit // 1024} กิโลไบต์", f"the paragraph is longer than {limit // 1024} KB")
    hint = Bilingual("แบ่งเป็นหลายย่อหน้า", "split it into several paragraphs")
    return Diagnostic("prose.too-long", "error", place, message, hint)


def placement_name(place: Place, name: str, known: tuple[str, ...]) -> Diagnostic:
    message = Bilingual(f"::: ไม่รู้จักทะเบียน {name!r}", f"::: knows no register {name!r}")
    return Diagnostic("prose.placement", "error", place, message, did_you_mean(name, known))


def placement_options(place: Place) -> Diagnostic:
    message = Bilingual("อ่านตัวเลือกหลัง ::: ไม่ได้", "what stands after ::: cannot be read")
    hint = Bilingual('เขียนเป็น ::: purposes {only="a b" as="details"}', 'write ::: purposes {only="a b" as="details"}')
    return Diagnostic("prose.placement", "error", place, message, hint)


def placement_option(place: Place, name: str, known: tuple[str, ...]) -> Diagnostic:
    message = Bilingual(f"::: ไม่มีตัวเลือก {name!r}", f"::: has no {name!r}")
    return Diagnostic("prose.placement", "error", place, message, did_you_mean(name, known))


def placement_open(place: Place) -> Diagnostic:
    message = Bilingual("::: นี้ไม่มีบรรทัด ::: ปิด", "this ::: is not closed by a line :::")
    hint = Bilingual("เพิ่มบรรทัด ::: ต่อจากบรรทัดนี้", "add a line ::: after it")
    return Diagnostic("prose.placement-open", "error", place, message, hint)


def placement_content(place: Place) -> Diagnostic:
    message = Bilingual("ระหว่าง ::: กับ ::: ต้องไม่มีข้อความ", "nothing can stand between ::: and :::")
    hint = Bilingual("ย้ายข้อความออกไปก่อนหรือหลัง :::", "move the text before or after the :::")
    return Diagnostic("prose.placement-content", "error", place, message, hint)


def placement_stray(place: Place) -> Diagnostic:
    message = Bilingual("::: นี้ไม่ได้ปิดอะไร", "this ::: closes nothing")
    hint = Bilingual("ลบบรรทัดนี้ หรือเปิดด้วย ::: ชื่อทะเบียน", "take it out, or open with ::: and the name of a register")
    return Diagnostic("prose.placement-stray", "error", place, message, hint)


def placement_inside(place: Place) -> Diagnostic:
    message = Bilingual("::: ใช้ภายในรายการหรือ wording ไม่ได้", "::: cannot stand inside a list or a wording")
    hint = Bilingual("ย้ายไปไว้นอกรายการ แล้วใช้ {+} ต่อประโยค", "move it out of the list, and go on with {+}")
    return Diagnostic("prose.placement-inside", "error", place, message, hint)


def continues_nothing(place: Place) -> Diagnostic:
    message = Bilingual("{+} ไม่มีรายการก่อนหน้าให้ต่อประโยค", "{+} has no list or block before it to go on from")
    hint = Bilingual("ลบ {+} ออก หรือย้ายไปต่อจากรายการ", "take {+} out, or put the paragraph right after the list")
    return Diagnostic("prose.continuation", "error", place, message, hint)


def id_form(place: Place, id: str) -> Diagnostic:
    message = Bilingual(f"id {id!r} ใช้ไม่ได้", f"{id!r} cannot be an id")
    hint = Bilingual(
        "ใช้อักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง ไม่เกิน 64 ตัว เช่น {#my-id}",
        "use lower-case English letters, digits and hyphens, at most 64: {#my-id}",
    )
    return Diagnostic("prose.id", "error", place, message, hint)


def id_reserved(place: Place, id: str, prefix: str) -> Diagnostic:
    message = Bilingual(f"id {id} ขึ้นต้นด้วย {prefix} ซึ่งสงวนไว้", f"the id {id} begins with {prefix}, which is reserved")
    hint = Bilingual("ตั้งชื่ออื่น", "choose another id")
    return Diagnostic("reference.reserved-id", "error", place, message, hint)


def id_alone(place: Place) -> Diagnostic:
    message = Bilingual("{#id} นี้ไม่มีข้อความให้ตั้งชื่อ", "this {#id} names nothing")
    hint = Bilingual(
        "เขียนไว้ท้ายข้อความในบรรทัดเดียวกัน หรือบรรทัดถัดจากตาราง", "write it at the end of a text, or right after a table"
    )
    return Diagnostic("prose.id-alone", "error", place, message, hint)


def table_cells(place: Place, wanted: int, given: int) -> Diagnostic:
    message = Bilingual(
        f"แถวนี้มี {given} ช่อง แต่หัวตารางมี {wanted} ช่อง", f"this row has {given} cells, the head of the table has {wanted}"
    )
    hint = Bilingual("ใช้ \\| ถ้าต้องการเครื่องหมาย | ในข้อความ", "write \\| for a | inside a cell")
    return Diagnostic("prose.table-cells", "error", place, message, hint)
