"""Numbers of lists in the forms that documents and pages have for them."""

# The letters that Thai lists count with: without the obsolete ฃ and ฅ.
_THAI_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
# fmt: off
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)
# fmt: on
KNOWN_FORMS = frozenset(
    ("decimal", "decimalZero", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "thaiLetters", "thaiNumbers")
)


def counted(number: int, form: str) -> str:
    """A number in one of these forms; digits where the form is not known, or has no such number."""
    match form:
        case "thaiNumbers":
            return str(number).translate(_THAI_DIGITS)
        case "thaiLetters" if number > 0:
            return _THAI_LETTERS[(number - 1) % len(_THAI_LETTERS)]
        case "lowerLetter" | "upperLetter" if number > 0:
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if form == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            return _roman(number) if form == "lowerRoman" else _roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (number // value)
        number %= value
    return text
