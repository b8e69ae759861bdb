"""The commands withdraw and redact, and verify --against, as people use them."""

import json
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.publish.shop import Shop

Output = pytest.CaptureFixture[str]
INTRO = "documents/en/sections/intro/blocks/0"
WHY = ("--reason", "อีกครั้ง / once more")


def test_withdraw_says_what_it_did_and_every_list_tells(shop_with_two: Shop, capsys: Output) -> None:
    assert shop_with_two.run("withdraw", "shop/privacy", "latest", *WHY) == 0
    path = (shop_with_two.site / "privacy" / "versions" / "2-act-1.json").as_posix()
    out = capsys.readouterr().out
    assert out.startswith(f"shop/privacy: version 2 is withdrawn and never binds\n  {path}\n  sha256 ")
    assert shop_with_two.run("versions", "shop/privacy") == 0
    listed = capsys.readouterr().out
    assert "Version 2 · Withdrawn" in listed
    assert "withdrawn on 15\N{NO-BREAK SPACE}March 2026: อีกครั้ง / once more" in listed
    assert "next state change" not in listed
    shop_with_two.run("versions", "shop/privacy", "--format", "json")
    first, second = json.loads(capsys.readouterr().out)["versions"]
    assert "acts" not in first
    assert (second["state"], second["acts"][0]["kind"]) == ("withdrawn", "withdraw")
    assert shop_with_two.run("verify") == 0
    assert capsys.readouterr().out == f"shop/privacy: 2 versions and 1 act, sound, {shop_with_two.ledger.tip}\n"
    assert shop_with_two.run("show", "shop/privacy", "in-force", today="2027-01-01") == 0


def test_what_cannot_be_withdrawn_is_told_in_a_sentence(shop_with_two: Shop, capsys: Output) -> None:
    before = shop_with_two.files()
    assert shop_with_two.run("withdraw", "shop/privacy", "1", *WHY, lang="th") == 1
    assert "ถอนได้เฉพาะฉบับที่ยังไม่มีผล" in capsys.readouterr().err
    assert shop_with_two.run("withdraw", "shop/privacy", "3", *WHY) == 1
    assert "there are: 1, 2" in capsys.readouterr().err
    assert shop_with_two.files() == before


@pytest.mark.parametrize("command", [("withdraw", "shop/privacy", "2"), ("redact", "shop/privacy", "2", INTRO)])
def test_a_reason_is_compulsory(shop_with_two: Shop, command: tuple[str, ...], capsys: Output) -> None:
    assert shop_with_two.run(*command) == 2
    assert "--reason" in capsys.readouterr().err
    assert shop_with_two.run(*command, "--reason", "  ") == 2


def test_redact_says_where_the_text_was_and_where_it_still_is(shop_with_two: Shop, capsys: Output) -> None:
    assert shop_with_two.run("redact", "shop/privacy", "1", "documents/en/sections/contact/title", *WHY) == 0
    out, err = capsys.readouterr()
    assert "redacted in version 1:\n  documents/en/sections/contact/title\n" in out
    assert "2-act-1.json" in out
    assert "the same text still stands in version 2" in err
    assert "version control" in err
    assert shop_with_two.run("show", "shop/privacy", "1", "--locale", "en") == 0
    assert "[redacted text, SHA-256 " in capsys.readouterr().out
    assert shop_with_two.run("show", "shop/privacy", "1", "--format", "html", "--locale", "en") == 0
    assert "[redacted text, SHA-256 " in capsys.readouterr().out
    assert shop_with_two.run("verify") == 0


def test_a_dry_run_of_redact_lists_the_texts_and_writes_nothing(shop_with_two: Shop, capsys: Output) -> None:
    before = shop_with_two.files()
    assert shop_with_two.run("redact", "shop/privacy", "1", INTRO, *WHY, "--dry-run") == 0
    assert capsys.readouterr().out == f"{INTRO}/parts/0  'The Company collects no more data than it needs.'\n"
    assert shop_with_two.files() == before


def test_a_path_that_leads_nowhere_lists_what_is_there(shop_with_two: Shop, capsys: Output) -> None:
    assert shop_with_two.run("redact", "shop/privacy", "1", "documents/en/sections/intro/blocks/9", *WHY) == 1
    out, err = capsys.readouterr()
    assert f"{INTRO}/parts/0  'The Company collects" in out
    assert "version 1 has no text at documents/en/sections/intro/blocks/9" in err


def test_a_built_site_tells_of_acts_and_holds_no_redacted_text(
    shop_with_two: Shop, tmp_path: Path, capsys: Output
) -> None:
    output = tmp_path / "output"
    assert shop_with_two.run("--output", str(output), "build") == 0
    original = tmp_path / "original.json"
    shutil.copy(output / "shop" / "privacy" / "v1" / "version.json", original)
    shop_with_two.run("redact", "shop/privacy", "1", INTRO, *WHY)
    shop_with_two.run("withdraw", "shop/privacy", "2", *WHY)
    assert shop_with_two.run("--output", str(output), "build") == 0
    files = {path: path.read_bytes() for path in (output / "shop").rglob("*") if path.is_file()}
    assert [path for path, file in files.items() if b"no more data" in file] == []
    pages = (output / "shop" / "en" / "privacy").rglob("index.html")
    assert len([page for page in pages if b"[redacted text, SHA-256 " in files[page]]) >= 2
    assert "นโยบาย" in files[output / "shop" / "th" / "privacy" / "v2" / "index.html"].decode()
    versions = output / "shop" / "privacy" / "versions.json"
    first, second = json.loads(files[versions])["versions"]
    assert [one["acts"][0]["kind"] for one in (first, second)] == ["redact", "withdraw"]
    assert second["state"] == "withdrawn"
    # Everything that it serves vouches for the ledger, the original too.
    served = [
        versions,
        *versions.parent.rglob("*.json"),
        output / "shop" / "en" / "privacy" / "versions" / "index.html",
    ]
    for known in (*served, original):
        assert shop_with_two.run("verify", "shop/privacy", "--against", str(known)) == 0, known


# verify --against


@pytest.fixture
def older(shop_with_two: Shop, tmp_path: Path) -> Shop:
    """A copy of the whole folder from before version 2 was withdrawn; the shop itself is newer."""
    shutil.copytree(shop_with_two.content, tmp_path / "older")
    shop_with_two.run("withdraw", "shop/privacy", "2", *WHY)
    return Shop(tmp_path / "older")


def test_a_folder_put_back_to_an_older_copy_is_noticed(shop_with_two: Shop, older: Shop, capsys: Output) -> None:
    head = str(shop_with_two.site / "heads.json")
    capsys.readouterr()
    assert older.run("verify") == 0
    assert older.run("verify", "--against", head) == 1
    out, err = capsys.readouterr()
    assert "privacy/versions/3.json: error: there are 3 records there" in err
    assert "[ledger.rolled-back]" in err
    assert f"hint: compared with {head}" in err
    assert out.endswith("shop/privacy: errors found\n")
    assert shop_with_two.run("verify", "--against", str(older.site / "heads.json")) == 0


@pytest.fixture
def public(shop_with_two: Shop) -> Iterator[str]:
    """The shop's folder, served on this machine."""
    handler = partial(_Quiet, directory=str(shop_with_two.site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on the tests' stderr."""

    def do_GET(self) -> None:
        """Serve the folder; /away leads to a file of the machine."""
        if self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "file:///etc/hostname")
            self.end_headers()
        else:
            super().do_GET()


def test_a_public_file_is_fetched(older: Shop, public: str, capsys: Output) -> None:
    record = f"{public}/privacy/versions/2.json"
    assert older.run("verify", "shop/privacy", "--against", record) == 0
    assert older.run("verify", "shop/privacy", "--against", f"{public}/privacy/versions/2-act-1.json") == 1
    assert "[ledger.rolled-back]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("where", "told"),
    [
        ("{public}/nothing.json", "cannot be fetched"),
        ("{public}/away", "cannot be fetched"),
        ("http://127.0.0.1:1/", "cannot be fetched"),
        ("file:///etc/hostname", "only files and http(s) addresses are read"),
        ("nothing.json", "nothing.json: No such file"),
        ("{content}/shop/site.yaml", "says nothing of a ledger"),
    ],
)
def test_what_cannot_be_compared_is_exit_code_2(
    shop_with_two: Shop, public: str, where: str, told: str, capsys: Output
) -> None:
    given = where.format(public=public, content=shop_with_two.content)
    assert shop_with_two.run("verify", "--against", given) == 2
    assert told in capsys.readouterr().err


def test_of_several_policies_one_must_be_named(shop_with_two: Shop, tmp_path: Path, capsys: Output) -> None:
    shutil.copytree(shop_with_two.site / "privacy", shop_with_two.site / "cookies")
    heads = json.loads((shop_with_two.site / "heads.json").read_bytes())
    (shop_with_two.site / "heads.json").write_text(json.dumps({**heads, "cookies": heads["privacy"]}))
    current = tmp_path / "current.json"
    current.write_text(json.dumps({"number": 2, "digest": heads["privacy"]["digest"]}))
    assert shop_with_two.run("verify", "--against", str(current)) == 2
    assert "does not say which of the policies" in capsys.readouterr().err
    assert shop_with_two.run("verify", "shop/privacy", "--against", str(current)) == 0
    assert shop_with_two.run("verify", "--against", str(shop_with_two.site / "heads.json")) == 0


def test_a_policy_that_is_known_elsewhere_and_gone_here(shop_with_two: Shop, tmp_path: Path, capsys: Output) -> None:
    heads = {"cookies": {"count": 3, "digest": "0" * 64}}
    kept = tmp_path / "heads.json"
    kept.write_text(json.dumps(heads))
    assert shop_with_two.run("verify", "--against", str(kept)) == 1
    assert "cookies" in capsys.readouterr().err
