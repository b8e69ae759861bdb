"""What the disk can do to a build, as a diagnostic."""

from policygen.diagnostics import Bilingual, Diagnostic, Place


def disk_problem(error: OSError, folder: str) -> Diagnostic:
    """A file that cannot be read or written, told where the system names it, else at `folder`."""
    return Diagnostic("output.disk", "error", Place(str(error.filename or folder)), disk_words(error))


def disk_words(error: OSError) -> Bilingual:
    """The same in one sentence; why, in the system's own words."""
    return Bilingual(f"อ่านหรือเขียนไฟล์ไม่ได้: {error.strerror}", f"a file cannot be read or written: {error.strerror}")
