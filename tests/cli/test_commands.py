"""The commands publish, versions, show and verify, as people use them."""

import json
import shutil
from pathlib import Path

import pytest

from tests.publish.shop import Shop

Output = pytest.CaptureFixture[str]


def digests(shop: Shop) -> list[str]:
    return [record.digest for record in shop.ledger.records]


# publish


def test_publish_says_what_it_did(shop: Shop, capsys: Output) -> None:
    assert shop.run("publish", "shop/privacy", "--as-found", "as it stood") == 0
    (digest,) = digests(shop)
    path = (shop.site / "privacy" / "versions" / "1.json").as_posix()
    assert capsys.readouterr().out == (
        "shop/privacy: version 1 is published (as it stood), in effect from 1\N{NO-BREAK SPACE}March 2026\n"
        f"  {path}\n  sha256 {digest}\n"
    )
    assert "as it stood" not in Path(path).read_text("utf-8")


def test_publish_says_so_in_thai(shop: Shop, capsys: Output) -> None:
    assert shop.run("publish", "shop/privacy", lang="th") == 0
    assert capsys.readouterr().out.startswith("ตรึง shop/privacy ฉบับที่ 1 แล้ว: มีผลตั้งแต่วันที่ 1\N{NO-BREAK SPACE}มีนาคม พ.ศ.")


def test_a_dry_run_tells_the_legal_team_everything(shop_with_two: Shop, capsys: Output) -> None:
    shop = shop_with_two
    shop.edit("policy.yaml", "  - id: contact\n", "  - id: rights\n    kind: rights\n  - id: contact\n")
    rights = (shop.site / "rights.yaml").read_text("utf-8")
    right = "- {id: copies, right: copy, text: {th: ขอรับสำเนา, en: Copies}}\n"
    (shop.site / "privacy" / "rights.yaml").write_text(rights + right, "utf-8")
    shop.announce("2026-07-01", "สิทธิใหม่", "A new right", "notice: editorial")
    before = shop.files()
    assert shop.run("publish", "shop/privacy", "--dry-run") == 1
    out, err = capsys.readouterr()
    assert "compared with version 2: the events ask for publish, the notice will be editorial\n" in out
    assert "approved by 0 of 0: –\n" in out
    assert "\n  publish: Right" in out
    assert "(right-added) [PDPA 23(6)]\n" in out
    assert "next.notice: editorial is less than publish, which this change asks for (PDPA 23(6))" in err
    assert shop.run("publish", "shop/privacy", "--dry-run", lang="th") == 1
    assert "เทียบกับฉบับที่ 2: ระดับการแจ้งขั้นต่ำ publish (ประกาศ) ที่จะใช้ editorial" in capsys.readouterr().out
    assert shop.files() == before


def test_a_dry_run_writes_nothing(shop: Shop, capsys: Output) -> None:
    before = shop.files()
    assert shop.run("publish", "shop/privacy", "--dry-run") == 0
    assert "version 1 would be published" in capsys.readouterr().out
    assert shop.files() == before


def test_publish_says_what_stands_in_its_way(shop_with_two: Shop, capsys: Output) -> None:
    before = shop_with_two.files()
    assert shop_with_two.run("publish", "shop/privacy") == 1
    assert "nothing to publish: the draft of shop/privacy says what version 2 says" in capsys.readouterr().err
    shop_with_two.edit("sections/intro.en.md", "the data", "those data")
    assert shop_with_two.run("publish", "shop/privacy") == 1
    out, err = capsys.readouterr()
    assert "error: version 2 has this effective date already (2026-06-01) [publish.effective]" in err
    assert "error: the summary in th is still that of version 2 [publish.summary]" in err
    assert err.endswith("shop/privacy was not published\n")
    assert out == ""
    assert shop_with_two.files() == before | {
        "shop/privacy/sections/intro.en.md": shop_with_two.files()["shop/privacy/sections/intro.en.md"]
    }


def test_publish_dates_are_given_on_the_command_line(shop: Shop) -> None:
    assert shop.run("publish", "shop/privacy", "--effective", "2026-07-01", "--published", "2026-06-15") == 0
    (record,) = shop.ledger.records
    assert (str(record.effective), str(record.published), str(record.recorded)) == (
        "2026-07-01",
        "2026-06-15",
        "2026-03-15",
    )


def test_as_found_needs_a_reason(shop: Shop, capsys: Output) -> None:
    assert shop.run("publish", "shop/privacy", "--as-found", " ") == 2
    assert "--as-found needs a reason" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("shop/privcy", "did you mean shop/privacy?"), ("privacy", "did you mean shop/privacy?"), ("../x", "there are:")],
)
def test_a_policy_that_is_not_there(shop: Shop, typed: str, hint: str, capsys: Output) -> None:
    for command in ("publish", "versions", "show", "verify"):
        assert shop.run(command, typed) == 2
        assert hint in capsys.readouterr().err


# versions


def test_versions_lists_dates_states_and_digests(shop_with_two: Shop, capsys: Output) -> None:
    assert shop_with_two.run("versions", "shop/privacy") == 0
    first, second = digests(shop_with_two)
    assert capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ") == (
        "shop/privacy\n"
        "Version 1 · In force · In effect from 1 March 2026 · Recorded on 1 February 2026\n"
        f"  sha256 {first}\n  The first version\n"
        "Version 2 · Not yet in force · In effect from 1 June 2026 · Recorded on 10 March 2026\n"
        f"  sha256 {second}\n  Reworded\n"
        "The next state change is on 1 June 2026\n"
    )


def test_versions_as_json(shop_with_two: Shop, capsys: Output) -> None:
    assert shop_with_two.run("versions", "shop/privacy", "--format", "json", today="2026-06-01") == 0
    listed = json.loads(capsys.readouterr().out)
    assert (listed["site"], listed["policy"], listed["next_change"]) == ("shop", "privacy", None)
    assert [version["state"] for version in listed["versions"]] == ["superseded", "in-force"]
    assert [version["digest"] for version in listed["versions"]] == digests(shop_with_two)


def test_versions_of_a_policy_that_is_not_published(shop: Shop, capsys: Output) -> None:
    assert shop.run("versions", "shop/privacy") == 0
    assert capsys.readouterr().out == "shop/privacy\nNothing is published yet.\n"


# show


@pytest.mark.parametrize(
    ("version", "today", "said"),
    [
        ("1", "2026-03-15", "no more data than"),
        ("2", "2026-03-15", "only the data than"),
        ("latest", "2026-03-15", "only the data than"),
        ("in-force", "2026-03-15", "no more data than"),
        ("in-force", "2026-06-01", "only the data than"),
        ("2026-05-31", "2027-01-01", "no more data than"),
        ("2026-06-01", "2026-03-15", "only the data than"),
        ("draft", "2026-03-15", "few data than"),
        (None, "2026-03-15", "no more data than"),
        (None, "2026-01-01", "only the data than"),
    ],
)
def test_show_finds_the_version(
    shop_with_two: Shop, version: str | None, today: str, said: str, capsys: Output
) -> None:
    shop_with_two.edit("sections/intro.en.md", "only the data", "few data")
    asked = [version] if version else []
    assert shop_with_two.run("show", "shop/privacy", *asked, "--locale", "en", today=today) == 0
    assert said in capsys.readouterr().out


def test_show_shows_the_draft_where_nothing_is_published(shop: Shop, capsys: Output) -> None:
    assert shop.run("show", "shop/privacy") == 0
    assert capsys.readouterr().out == (
        "นโยบายความเป็นส่วนตัว\n\nบริษัทฯ เก็บข้อมูลเท่าที่จำเป็น\n\nช่องทางติดต่อ\n\nติดต่อ info@example.com\n\n1. โทรศัพท์\n2. ไปรษณีย์\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["3"], "hint: there are: 1, 2 (or latest, in-force, draft, a date)"),
        (["0"], "has no version 0"),
        (["2020-01-01"], "has no version 2020-01-01"),
        (["newest"], "has no version newest"),
        (["1", "--locale", "fr"], "hint: there are: th, en"),
    ],
)
def test_what_does_not_exist_is_exit_code_1_with_what_there_is(
    shop_with_two: Shop, arguments: list[str], told: str, capsys: Output
) -> None:
    assert shop_with_two.run("show", "shop/privacy", *arguments) == 1
    assert told in capsys.readouterr().err


def test_show_in_other_forms(shop_with_two: Shop, capsys: Output) -> None:
    shop_with_two.run("show", "shop/privacy", "1", "--format", "markdown")
    assert "## ช่องทางติดต่อ {#contact}\n" in capsys.readouterr().out
    shop_with_two.run("show", "shop/privacy", "1", "--format", "json")
    assert json.loads(capsys.readouterr().out)["digest"] == digests(shop_with_two)[0]
    shop_with_two.run("show", "shop/privacy", "1", "--format", "html")
    page = capsys.readouterr().out
    assert page.startswith("<!doctype html>\n")
    assert 'href="mailto:info@example.com"' in page
    assert "\x00" not in page


# verify


def test_verify_of_sound_ledgers(shop_with_two: Shop, capsys: Output) -> None:
    assert shop_with_two.run("verify") == 0
    assert capsys.readouterr().out == f"shop/privacy: 2 versions, sound, {digests(shop_with_two)[1]}\n"


def test_verify_names_what_is_wrong(shop_with_two: Shop, capsys: Output) -> None:
    path = shop_with_two.site / "privacy" / "versions" / "1.json"
    path.write_bytes(path.read_bytes().replace(b"no more data", b"all the data"))
    assert shop_with_two.run("verify", "shop/privacy") == 1
    out, err = capsys.readouterr()
    assert err.startswith(
        f"{path.as_posix()}: error: it was changed after it was recorded: its digest does not fit its content "
        "[ledger.digest]\n"
    )
    assert out == "shop/privacy: errors found\n"
    for command in ("versions", "show"):
        assert shop_with_two.run(command, "shop/privacy") == 1
        assert "[ledger.digest]" in capsys.readouterr().err


def test_verify_as_json(shop_with_two: Shop, capsys: Output) -> None:
    (shop_with_two.site / "privacy" / "versions" / "1.json").unlink()
    assert shop_with_two.run("verify", "--format", "json") == 1
    (ledger,) = json.loads(capsys.readouterr().out)
    assert (ledger["policy"], ledger["sound"], ledger["count"]) == ("shop/privacy", False, 0)
    (finding,) = ledger["findings"]
    assert finding["rule"] == "ledger.missing"
    assert finding["path"].endswith("privacy/versions/1.json")


def test_verify_finishes_what_a_killed_publish_left(shop_with_two: Shop, capsys: Output) -> None:
    heads = shop_with_two.site / "heads.json"
    whole = heads.read_bytes()
    heads.write_text(json.dumps({"privacy": {"count": 1, "digest": digests(shop_with_two)[0]}}))
    staged = shop_with_two.site / "privacy" / "versions" / ".3.json.new"
    staged.write_text("half a rec")
    assert shop_with_two.run("verify") == 0
    assert "finished what an interrupted publish had left" in capsys.readouterr().err
    assert heads.read_bytes() == whole
    assert not staged.exists()


@pytest.mark.parametrize("removed", ["privacy/versions", "privacy"])
def test_verify_of_a_ledger_that_was_removed_whole(shop_with_two: Shop, removed: str, capsys: Output) -> None:
    shutil.rmtree(shop_with_two.site / removed)
    assert shop_with_two.run("verify") == 1
    assert "it counts 2 records, but 0 are there: what came next (1.json) is missing" in capsys.readouterr().err


def test_verify_where_nothing_can_be_written(shop_with_two: Shop, capsys: Output) -> None:
    (shop_with_two.site / "heads.json").write_text(
        json.dumps({"privacy": {"count": 1, "digest": digests(shop_with_two)[0]}})
    )
    (shop_with_two.site / ".policygen.lock").mkdir()
    assert shop_with_two.run("verify") == 0
    assert capsys.readouterr().err == ""
    assert shop_with_two.ledger.head == "behind"
