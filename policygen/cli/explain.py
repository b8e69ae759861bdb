"""`policygen explain`: what a rule wants, why, and an example."""

import click

from policygen.cli.context import Context, Stop
from policygen.cli.words import command as new_command
from policygen.cli.words import pass_context
from policygen.diagnostics import Bilingual


@new_command("บอกว่ากฎต้องการอะไร เพราะเหตุใด พร้อมตัวอย่าง", "Say what a rule wants, why, and show an example.")
@click.argument("rule")
@pass_context
def command(context: Context, rule: str) -> int:
    """Explain a rule."""
    from policygen.checks import RULES
    from policygen.checks.explaining import explanation

    text = explanation(rule.lower(), RULES, context.lang)
    if text is None and rule.startswith("house."):
        raise Stop(
            Bilingual(f"{rule} เป็นกฎของเว็บไซต์เอง", f"{rule} is a site's own rule"),
            2,
            Bilingual("ดู rules.yaml ของเว็บไซต์นั้น", "see the rules.yaml of that site"),
        )
    if text is None:
        raise Stop(Bilingual(f"ไม่มีกฎชื่อ {rule}", f"there is no rule {rule}"), 2, _meant(rule))
    click.echo(text)
    return 0


def _meant(typed: str) -> Bilingual:
    from policygen.checks import RULES
    from policygen.checks.explaining import explained
    from policygen.text.nearest import nearest

    names = explained(RULES)
    meant = nearest(typed, names) or next((name for name in names if typed in name.split(".")), None)
    if meant:
        return Bilingual(f"หมายถึง {meant} หรือไม่", f"did you mean {meant}?")
    families = ", ".join(dict.fromkeys(f"{name.partition('.')[0]}.…" for name in names))
    return Bilingual(
        f"เขียนชื่อกฎตามที่ check แสดงในวงเล็บ: {families}", f"write a name as check shows it in brackets: {families}"
    )
