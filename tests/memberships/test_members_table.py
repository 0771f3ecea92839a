"""The table of a group's members is drawn by Python: what people typed is escaped, and each column says what
the reader may know.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from accounts.models import User
from core.tables.columns import draw_head, draw_rows
from memberships.blocks.members_table import ShownMember, columns_of_members
from memberships.models.members import Membership, SettingRole
from memberships.selectors.staff_told import StaffToldLine
from providers.models import District, Provider
from providers.rules.workforce import Workforce

HOSTILE = '<i>"&'
ESCAPED = "&lt;i&gt;&quot;&amp;"
NOBODY = {"opens_member": False, "sees_judgements": False, "sees_standing": False}
TEAM = {"opens_member": False, "sees_judgements": True, "sees_standing": True}


def member(**more: Any) -> ShownMember:
    setting = Provider(pk=7, name=HOSTILE, provider_type="non_domestic", district=District(name=HOSTILE))
    person = User(full_name=HOSTILE, email="a.b@x.example", invited_to_id=more.pop("invited_to", None))
    people = [] if more.pop("alone", False) else [SettingRole(provider=setting, user=person)]
    setting.people_today = people  # type: ignore[attr-defined]
    setting.unlisted_since = more.pop("unlisted_since", None)
    row = Membership(pk=5, collaboration_id=3, provider=setting, joined_on=date(2026, 3, 1))
    facts = {"last_day": None, "is_to_come": False, "is_own": False, "leads": False, "telephone": ""}
    return ShownMember(row, **{**facts, **more})


def row_of(shown: ShownMember, table: dict[str, bool] = NOBODY) -> str:
    return draw_rows(columns_of_members(table), [shown], row_id="row_id")


def test_what_people_typed_is_escaped_in_every_cell() -> None:
    told = StaffToldLine(Membership(), None, None, owes=False)
    groups = (HOSTILE, HOSTILE)
    drawn = row_of(
        member(verdict=HOSTILE, colour="red", standing=HOSTILE, told=told, other_groups=groups), TEAM
    )
    assert "<i>" not in drawn
    assert drawn.count(ESCAPED) == 7  # setting, district, person, policy, two groups, meetings
    assert '<tr class="govuk-table__row" role="row" id="member-5">' in drawn


def test_a_member_s_reader_has_the_columns_of_what_the_reader_may_know() -> None:
    heads = [draw_head(columns_of_members(table)).count("<th ") for table in (NOBODY, TEAM)]
    assert heads == [3, 9]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "since 1 Mar 2026</td>"),
        ({"is_to_come": True}, "joins on 1 Mar 2026</td>"),
        ({"last_day": date(2026, 8, 31)}, "since 1 Mar 2026<br>leaves, last day 31 Aug 2026</td>"),
        ({"leads": True}, ' <strong class="govuk-tag govuk-tag--blue">leads</strong><br>'),
        ({"telephone": "01234 567 890"}, 'href="tel:01234567890">01234 567 890</a><br>'),
        (
            {"invited_to": 3},
            '</a> <strong class="govuk-tag govuk-tag--yellow">Not accepted yet</strong></td>',
        ),
        ({"alone": True}, ">Nobody can sign in</td>"),
        (
            {"unlisted_since": date(2026, 1, 2)},
            '<br><strong class="govuk-tag govuk-tag--orange">No longer li',
        ),
    ],
)
def test_what_everybody_reads(facts: dict[str, Any], words: str) -> None:
    assert words in row_of(member(**facts))


@pytest.mark.parametrize(
    ("facts", "label", "words"),
    [
        ({}, "Staff number", ' app-none">–</td>'),
        ({"staff": 1}, "Staff number", '">1 person</td>'),
        ({"staff": 4}, "Staff number", '">4 people</td>'),
        (
            {"staff": 4, "owes_number": True},
            "Staff number",
            ' app-tagged"><strong class="govuk-tag govuk-tag--yellow">Owes its number</strong></td>',
        ),
        ({}, "Staff know", ' app-none">–</td>'),
        (
            {"told": StaffToldLine(Membership(), date(2026, 5, 4), None, owes=False)},
            "Staff know",
            ">4 May 2026<",
        ),
        (
            {"told": StaffToldLine(Membership(), None, None, owes=True)},
            "Staff know",
            '<strong class="govuk-tag govuk-tag--yellow">Staff not confirmed</strong></td>',
        ),
        (
            {"told": StaffToldLine(Membership(), None, None, owes=True, workforce=Workforce.ALONE)},
            "Staff know",
            '">Works alone</td>',
        ),
    ],
)
def test_what_the_team_reads(facts: dict[str, Any], label: str, words: str) -> None:
    cell = row_of(member(**facts), TEAM).split(f'data-label="{label}"')[1]
    assert words in cell[: cell.index("</td>") + len("</td>")]
