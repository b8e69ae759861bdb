"""`policygen serve`: the drafts in a browser, shown again at each save."""

import webbrowser
from threading import Thread

import click

from policygen.build.asking import asked_sites
from policygen.build.folder import Refused
from policygen.cli.context import Context, Stop, say, tell
from policygen.cli.words import command as new_command
from policygen.cli.words import option, pass_context
from policygen.diagnostics import Bilingual

# As in policygen.serve.running, which is imported only when it is needed.
_USUAL_PORT = 8000


@new_command(
    "ดูฉบับร่างในเบราว์เซอร์ หน้าเปลี่ยนเองทุกครั้งที่บันทึกไฟล์",
    "Preview the drafts in a browser; pages change by themselves at each save.",
)
@click.argument("sites", nargs=-1, metavar="[SITE]...")
@option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_USUAL_PORT,
    metavar="N",
    th="พอร์ต ถ้าไม่ว่างใช้พอร์ตว่างถัดไป [8000]",
    en="The port; the next free one where it is taken [8000].",
)
@option("--open", "open_browser", is_flag=True, th="เปิดเบราว์เซอร์", en="Open the browser.")
@pass_context
def command(context: Context, sites: tuple[str, ...], *, port: int, open_browser: bool) -> int:
    """Serve until Ctrl-C."""
    try:
        asked_sites(context.content, sites)
    except Refused as refused:
        raise Stop(refused.message, 2, refused.hint) from refused
    from policygen.serve.running import NoPort, preview_server

    content, today_in, lang = context.content, context.today_in, context.lang
    try:
        with preview_server(content, today_in, sites, port=port, lang=lang, warm=True) as server:
            if port not in (0, server.server_port):
                tell(context, _taken(port, server.server_port))
            say(context, Bilingual(f"ดูตัวอย่างที่ {server.url}", f"preview at {server.url}"))
            say(context, Bilingual("กด Ctrl-C เพื่อหยุด", "Ctrl-C ends it"))
            if open_browser:
                Thread(target=webbrowser.open, args=(server.url,), daemon=True).start()
            server.serve_forever(poll_interval=0.2)
    except NoPort as none:
        message = Bilingual(f"ไม่มีพอร์ตว่างตั้งแต่ {port}", f"no port is free from {port} on")
        raise Stop(message, 2, Bilingual("ระบุด้วย --port N", "name another with --port N")) from none
    except KeyboardInterrupt:
        say(context, Bilingual("หยุดแล้ว", "ended"))
    return 0


def _taken(port: int, free: int) -> Bilingual:
    return Bilingual(f"พอร์ต {port} มีผู้ใช้อยู่ จึงใช้ {free}", f"port {port} is taken, so {free} is used")
