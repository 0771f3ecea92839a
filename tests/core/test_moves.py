"""How a life is drawn from its table. No database."""

from __future__ import annotations

from django.db.models import TextChoices

from core.moves import Move, diagram_of, table_of
from meetings.rules.moves import Actor, Need


class Light(TextChoices):
    RED = "red", "Red"
    GREEN = "green", "Green light"


ROWS = [
    Move(Light.RED, Light.RED, Actor.CLOCK, "Wait"),
    Move(Light.RED, Light.GREEN, Actor.ORGANISER, "Go", (Need.DAY, Need.WORDS)),
]


def test_the_table_has_a_row_for_each_move() -> None:
    assert table_of(ROWS).splitlines()[2:] == [
        "| Red | Red | clock | – | Wait |",
        "| Red | Green light | organiser | its day has come, the reason in words | Go |",
    ]


def test_a_state_that_nothing_leaves_is_an_end_of_the_diagram() -> None:
    assert diagram_of(ROWS, Light, Light.RED).splitlines() == [
        "```mermaid",
        "stateDiagram-v2",
        '    state "Red" as red',
        '    state "Green light" as green',
        "    [*] --> red",
        "    red --> red : clock",
        "    red --> green : organiser",
        "    green --> [*]",
        "```",
    ]
