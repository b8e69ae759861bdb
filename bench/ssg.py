"""Build speed beside MkDocs and Hugo with the same texts: python3 run.py bench ssg SHARED_SSG_FOLDER [--peers VENV]

SHARED_SSG_FOLDER has make_corpus.py and the peers' templates. The corpus (200 sites × 2 locales × 5 versions) and the
shipped content are built cold, again without a change, and after one edit; peers and we take turns in one run, whole
processes, medians. Writes docs/benchmarks.md: figures of peers are multiples of ours. Nothing is installed: where the
peers are missing it says how to get them. Texts and output stay in a temporary folder and go with it.
"""

import argparse
import contextlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from bench.convert import LOCALES, POLICY, convert, publish
from bench.peers import NoPeers, Peer, VersionText, find_peers, write_layout
from bench.timing import Timed, machine, timed
from policygen.exports.as_markdown import document_as_markdown
from policygen.ledger import binding, editions_of, read_ledger
from policygen.sources import list_policies, list_sites, load_site

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 24)
# Its builds take ten times as long as the others: fewer runs say as much.
SLOW_PEER, SLOW_RUNS = "mkdocs", 3


@dataclass(frozen=True)
class Ours:
    """A content folder of ours, with the themes beside it and where it is built."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def command(self, *options: str) -> tuple[str, ...]:
        """The command that builds it, into a folder of its own for drafts."""
        output = self.folder / ("output-drafts" if "--drafts" in options else "output")
        where = ("--content", str(self.content), "--output", str(output), "--today", TODAY.isoformat())
        return (sys.executable, "-m", "policygen", *where, "build", *options)

    def build(self, *options: str) -> None:
        """Build it without timing."""
        subprocess.run(self.command(*options), cwd=ROOT, check=True, capture_output=True)

    def forget(self) -> None:
        """Remove what was built."""
        shutil.rmtree(self.folder / "output", ignore_errors=True)

    def pages(self) -> int:
        """How many HTML files there are, those above the sites left out."""
        return sum(1 for _ in (self.folder / "output").glob("*/**/*.html"))


Row = tuple[str, Timed, dict[str, Timed]]
"""What was done, our figures, and those of the peers that were given the same to do."""


@dataclass(frozen=True)
class Part:
    """One table: what was built, in how many HTML pages by whom, and what was done to it."""

    title: str
    pages: dict[str, int]
    rows: list[Row]


def main() -> int:
    """Measure, and write the page."""
    arguments = _arguments()
    try:
        commands = find_peers(arguments.peers)
    except NoPeers as missing:
        print(missing, file=sys.stderr)
        return 2
    with _work_folder() as work:
        parts = [
            _measure_corpus(work, arguments.shared, commands, arguments.size, arguments.runs),
            _measure_shipped(work, arguments.shared, commands, arguments.runs),
        ]
    page = _page(parts)
    arguments.write.write_text(page, encoding="utf-8")
    print(page)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder with make_corpus.py and templates/")
    parser.add_argument("--peers", type=Path, default=Path(tempfile.gettempdir(), "peers"), help="their environment")
    parser.add_argument("--size", choices=("S", "M", "L"), default="M", help="of the corpus: 10, 200 or 1,000 sites")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--write", type=Path, default=ROOT / "docs/benchmarks.md", metavar="FILE")
    return parser.parse_args()


@contextlib.contextmanager
def _work_folder() -> Iterator[Path]:
    """A temporary folder, in memory where there is such a place: disks differ more than generators."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


# What is built


def _measure_corpus(work: Path, shared: Path, commands: dict[str, tuple[str, ...]], size: str, runs: int) -> Part:
    corpus, ours = work / "corpus", Ours(work / "ours")
    make = [sys.executable, str(shared / "make_corpus.py"), str(corpus), "--size", size]
    make += ["--seeds", str(ROOT / "tests/fixtures/seeds"), "--peers", ",".join((*commands, "neutral"))]
    subprocess.run(make, check=True, capture_output=True)
    versions = convert(corpus / "neutral", ours.content)
    peers = [Peer(name, command, corpus / name) for name, command in commands.items()]
    edited = f"{LOCALES[0]}/site-0003/{POLICY}/v5.md"
    rows = _measure(ours, peers, edited, "site-0003", runs)
    sites = len(list(ours.content.iterdir()))
    title = f"{sites} sites × {len(LOCALES)} locales × {versions // sites} versions"
    return Part(title, _pages(ours, peers), rows)


def _measure_shipped(work: Path, shared: Path, commands: dict[str, tuple[str, ...]], runs: int) -> Part:
    ours = Ours(work / "shipped")
    shutil.copytree(ROOT / "content", ours.content)
    texts = list(_shipped_texts(ours.content))
    peers = [Peer(name, command, work / f"shipped-{name}") for name, command in commands.items()]
    for peer in peers:
        write_layout(peer.name, peer.folder, shared / "templates", texts)
    newest = max(texts, key=lambda text: (text.versions, text.number))
    rows = _measure(ours, peers, f"{newest.folder}/v{newest.number}.md", newest.site, runs)
    return Part("The shipped content", _pages(ours, peers), rows)


def _shipped_texts(content: Path) -> Iterator[VersionText]:
    for site in list_sites(content):
        settings = load_site(content, site).value
        assert settings is not None
        for policy in list_policies(content, site):
            records = read_ledger(content / site, policy).records
            for record, edition in zip(records, editions_of(records), strict=True):
                for document in edition.documents:
                    markdown = document_as_markdown(document)
                    day = binding(record).day.isoformat()
                    company = settings.controller.name.plain(document.locale) or site
                    yield VersionText(
                        document.locale, site, policy, record.number, len(records), day, policy, company, markdown
                    )


def _pages(ours: Ours, peers: Sequence[Peer]) -> dict[str, int]:
    return {"policygen": ours.pages(), **{peer.name: peer.pages() for peer in peers}}


# What is done


def _measure(ours: Ours, peers: Sequence[Peer], edited: str, site: str, runs: int) -> list[Row]:
    """Peers and we in turn. One edit is a sentence in one text; ours reaches the public only as a new version."""
    ours.build()
    rows: list[Row] = [
        ("cold", _ours(ours, runs, lambda _: ours.forget()), _peers(peers, runs, lambda peer, _: peer.forget())),
        ("again, nothing changed", _ours(ours, runs), _peers(peers, runs)),
        (
            "after one edit (ours: one version published)",
            _ours(ours, runs, lambda run: _publish_one_more(ours, site, run)),
            _peers(peers, runs, lambda peer, run: _edit(peer.content / edited, run)),
        ),
        ("after an edit of one site.yaml", _ours(ours, runs, lambda run: _edit_settings(ours, site, run)), {}),
        ("after an edit of the theme's style", _ours(ours, runs, lambda run: _edit_style(ours, run)), {}),
    ]
    ours.build("--drafts")
    drafts = _ours(ours, runs, lambda run: _edit_draft(ours, site, run), "--drafts")
    return [*rows, ("with drafts, after an edit of one draft", drafts, {})]


def _ours(ours: Ours, runs: int, before: Callable[[int], None] = lambda run: None, *options: str) -> Timed:
    return timed(ours.command(*options), ROOT, runs, before)


def _peers(
    peers: Sequence[Peer], runs: int, before: Callable[[Peer, int], None] = lambda peer, run: None
) -> dict[str, Timed]:
    found = {}
    for peer in peers:
        times = min(runs, SLOW_RUNS) if peer.name == SLOW_PEER else runs
        found[peer.name] = timed(peer.command, peer.folder, times, partial(before, peer))
    return found


def _edit(page: Path, run: int) -> None:
    page.write_text(page.read_text(encoding="utf-8") + f"\nEdited {run}.\n", encoding="utf-8")


def _edit_draft(ours: Ours, site: str, run: int) -> None:
    policy = list_policies(ours.content, site)[0]
    section = sorted((ours.content / site / policy / "sections").glob("*.md"))[0]
    _edit(section, run)


def _publish_one_more(ours: Ours, site: str, run: int) -> None:
    _edit_draft(ours, site, run)
    policy = list_policies(ours.content, site)[0]
    publish(ours.content, site, TODAY + timedelta(days=run + 1), policy)


def _edit_settings(ours: Ours, site: str, run: int) -> None:
    path = ours.content / site / "site.yaml"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("unofficial:")]
    path.write_text("\n".join([*lines, f"unofficial: {'yes' if run % 2 else 'no'}"]) + "\n", encoding="utf-8")


def _edit_style(ours: Ours, run: int) -> None:
    theme = ours.folder / "themes/default"
    if not theme.exists():
        shutil.copytree(ROOT / "themes/default", theme)
    style = theme / "assets/style.css"
    style.write_text(style.read_text(encoding="utf-8") + f"\n.edit-{run}{{color:red}}\n", encoding="utf-8")


# The page


def _page(parts: Sequence[Part]) -> str:
    tables = "\n".join(f"## {part.title}\n\n{_table(part)}" for part in parts)
    return (
        "# Benchmarks\n\n"
        "Made by `python3 run.py bench ssg SHARED_SSG_FOLDER`: whole processes, medians, in one run on one machine\n"
        f"({machine()}; files in memory).\n"
        "Ours in seconds; the peers' as multiples of ours: more than 1 is slower.\n"
        "The peers make a page of each text and a list of versions, with a template of a few lines. We make the same\n"
        "texts in full pages, the bilingual pages, fragments, feeds, histories, sitemaps and JSON as well.\n\n"
        f"{tables}"
    )


def _table(part: Part) -> str:
    names = [name for name in part.pages if name != "policygen"]
    lines = [f"| | policygen | {' | '.join(names)} |", f"|---|---|{'---|' * len(names)}"]
    lines.append(f"| HTML pages | {' | '.join(f'{count:,}' for count in part.pages.values())} |")
    for what, ours, peers in part.rows:
        lines.append(_line(what, f"{ours.wall:.2f} s", names, {n: t.wall / ours.wall for n, t in peers.items()}))
    _, ours, peers = part.rows[0]
    one_page = ours.wall / part.pages["policygen"]
    ratios = {name: timed.wall / part.pages[name] / one_page for name, timed in peers.items()}
    lines.insert(4, _line("cold, for each HTML page", f"{one_page * 1000:.2f} ms", names, ratios))
    return "\n".join(lines) + "\n"


def _line(what: str, ours: str, names: Sequence[str], ratios: dict[str, float]) -> str:
    cells = [f"{ratios[name]:.2f} ×" if name in ratios else "" for name in names]
    return f"| {what} | {ours} | {' | '.join(cells)} |"


if __name__ == "__main__":
    sys.exit(main())
