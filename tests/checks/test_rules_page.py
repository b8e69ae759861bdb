"""docs/rules says which rules there are, and every topic of law and of language has one."""

from pathlib import Path

import pytest

from policygen.checks import RULES
from tools.make_rules import LANGUAGE, LAW, TARGET, covering, page

TOPICS = [topic for topic, *_ in (*LAW, *LANGUAGE)]


def test_the_page_is_in_step_with_the_rules() -> None:
    assert TARGET.read_text("utf-8") == page()


@pytest.mark.parametrize("topic", TOPICS)
def test_a_rule_covers_every_topic(topic: str) -> None:
    assert covering(topic)


def test_every_rule_is_of_a_topic() -> None:
    assert [rule.name for rule in RULES if not rule.topics or not set(rule.topics) <= set(TOPICS)] == []


def test_every_page_that_is_linked_is_there() -> None:
    for rule in RULES:
        assert Path(rule.find.__module__.replace(".", "/")).with_suffix(".md").is_file()
