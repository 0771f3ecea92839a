"""L4 as pure rules: the tables, what is refused and why, and that no path leads round them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from collaborations.models import Collaboration
from memberships.rules.joining import NOT_FOUND
from support.models import Referral, SupportRequest
from support.rules import (
    REFERRAL_TRANSITIONS,
    REQUEST_TRANSITIONS,
    TABLES,
    Kind,
    Mover,
    ReferralFacts,
    ReferralState,
    RequestState,
    diagram,
    may_move_request,
    officer_may_attend,
    refusals_to_ask,
    refusals_to_follow_up,
    refusals_to_move_request,
    refusals_to_refer,
    state_table,
)

TODAY = date(2026, 11, 21)
PAGE = Path(settings.BASE_DIR) / "docs/rules/L4.md"


def test_the_values_are_those_that_are_stored() -> None:
    assert list(ReferralState) == Referral.State.values == list(REFERRAL_TRANSITIONS)
    assert list(RequestState) == SupportRequest.State.values == list(REQUEST_TRANSITIONS)
    assert list(Kind) == SupportRequest.Kind.values


@pytest.mark.parametrize("name", sorted(TABLES))
def test_l4_the_page_shows_the_tables_as_they_are(name: str) -> None:
    page = PAGE.read_text()
    assert state_table(TABLES[name]) in page, (
        f"docs/rules/L4.md is not what the table makes:\n{state_table(TABLES[name])}"
    )
    assert diagram(TABLES[name]) in page, (
        f"docs/rules/L4.md is not what the table makes:\n{diagram(TABLES[name])}"
    )


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("state", list(RequestState))
def test_l4_officers_have_no_standing_right_to_attend(kind: Kind, state: RequestState) -> None:
    invited = kind in {Kind.ATTEND, Kind.FIRST_MEETING} and state is RequestState.ACCEPTED
    assert officer_may_attend(kind, state) is invited


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        (ReferralFacts("active", is_member=False, is_referred=False), ""),
        (ReferralFacts("under_review", is_member=False, is_referred=False), ""),
        (
            ReferralFacts("enquiry", is_member=False, is_referred=False),
            "This is an enquiry and no group yet: nobody can apply to join it.",
        ),
        (
            ReferralFacts("dividing", is_member=False, is_referred=False),
            "The collaboration is dividing: it takes no new members until that is done.",
        ),
        (
            ReferralFacts("merging", is_member=False, is_referred=False),
            "The collaboration is merging: it takes no new members until that is done.",
        ),
        (ReferralFacts("closed", is_member=False, is_referred=False), "The collaboration is closed."),
        (
            ReferralFacts("dormant", is_member=False, is_referred=False),
            "The collaboration is resting: nobody there would answer.",
        ),
        (ReferralFacts("closed", is_member=True, is_referred=True), "The collaboration is closed."),
        (ReferralFacts("active", is_member=True, is_referred=True), "It is a member already, or is to join."),
        (
            ReferralFacts("active", is_member=False, is_referred=True),
            "It has been referred there already, and that referral is still open.",
        ),
    ],
)
def test_l4_which_setting_can_be_referred(facts: ReferralFacts, why: str) -> None:
    assert "".join(str(reason) for reason in refusals_to_refer(facts)) == why


def test_l4_every_group_that_a_setting_cannot_apply_to_is_refused_in_words() -> None:
    for state in Collaboration.State.values:
        refused = list(refusals_to_refer(ReferralFacts(state, is_member=False, is_referred=False)))
        assert bool(refused) is (state in NOT_FOUND)


@pytest.mark.parametrize(
    ("now", "wanted", "is_member", "why"),
    [
        ("open", "in_touch", False, ""),
        ("open", "joined", True, ""),
        ("open", "not_joined", False, ""),
        ("in_touch", "not_joined", False, ""),
        ("in_touch", "in_touch", False, ""),
        ("in_touch", "in_touch", True, "It has become a member meanwhile."),
        ("open", "open", False, "recorded already that they are in touch"),
        ("open", "joined", False, "It is no member yet."),
        ("open", "not_joined", True, "It has become a member meanwhile."),
        ("open", "withdrawn", True, "It has become a member meanwhile."),
        ("open", "in_touch", True, "It has become a member meanwhile."),
        ("joined", "not_joined", True, "This referral has ended already."),
        ("withdrawn", "open", False, "This referral has ended already."),
        ("in_touch", "open", False, "recorded already that they are in touch"),
    ],
)
def test_l4_what_can_become_of_a_referral(now: str, wanted: str, is_member: bool, why: str) -> None:
    said = refusals_to_follow_up(ReferralState(now), ReferralState(wanted), is_member=is_member)
    assert why in "".join(map(str, said))
    assert bool(said) is bool(why)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"kind": Kind.ATTEND, "wanted_on": TODAY, "group_state": "active"}, ""),
        ({"kind": Kind.OTHER, "wanted_on": None, "group_state": "dormant"}, ""),
        ({"kind": Kind.FIRST_MEETING, "wanted_on": None, "group_state": "proposed"}, ""),
        ({"kind": Kind.ATTEND, "wanted_on": None, "group_state": "active"}, "wanted_on"),
        ({"kind": Kind.OTHER, "wanted_on": date(2026, 11, 20), "group_state": "active"}, "wanted_on"),
        ({"kind": Kind.OTHER, "wanted_on": None, "group_state": "closed"}, "kind"),
        ({"kind": Kind.ADD_PERSON, "wanted_on": None, "group_state": "active"}, "provider"),
        ({"kind": Kind.SEND_INVITATION, "wanted_on": None, "group_state": "active"}, "provider"),
        (
            {"kind": Kind.ADD_PERSON, "wanted_on": None, "group_state": "active", "names_setting": True},
            "",
        ),
    ],
)
def test_l4_what_a_group_can_ask_for(facts: dict, field: str) -> None:
    assert list(refusals_to_ask(**facts, today=TODAY)) == ([field] if field else [])


@given(st.sampled_from(RequestState), st.sampled_from(RequestState), st.sampled_from(Mover))
def test_l4_a_request_is_refused_in_words_exactly_where_the_table_has_no_move(
    now: RequestState, wanted: RequestState, by: Mover
) -> None:
    assert bool(refusals_to_move_request(now, wanted, by)) is not may_move_request(now, wanted, by)


class Life(RuleBasedStateMachine):
    """A referral and a request under any order of wishes: they move
    along the tables only, and an end is an end.
    """

    def __init__(self) -> None:
        super().__init__()
        self.referral, self.request = [ReferralState.OPEN], [RequestState.ASKED]
        self.invited = False

    @rule(wanted=st.sampled_from(ReferralState), is_member=st.booleans())
    def follow_up(self, wanted: ReferralState, is_member: bool) -> None:
        if not refusals_to_follow_up(self.referral[-1], wanted, is_member=is_member):
            assert (wanted is ReferralState.JOINED) is is_member, "what memberships say is not contradicted"
            self.referral.append(wanted)

    @rule(wanted=st.sampled_from(RequestState), by=st.sampled_from(Mover))
    def move(self, wanted: RequestState, by: Mover) -> None:
        if not refusals_to_move_request(self.request[-1], wanted, by):
            self.invited = self.invited or wanted is RequestState.ACCEPTED
            assert by is (Mover.GROUP if wanted is RequestState.WITHDRAWN else Mover.OFFICER)
            self.request.append(wanted)

    @invariant()
    def only_along_the_tables(self) -> None:
        assert all(
            end in REFERRAL_TRANSITIONS[start]
            for start, end in zip(self.referral, self.referral[1:], strict=False)
        )
        assert all(
            end in REQUEST_TRANSITIONS[start]
            for start, end in zip(self.request, self.request[1:], strict=False)
        )

    @invariant()
    def nobody_came_uninvited(self) -> None:
        assert self.invited or RequestState.DONE not in self.request


TestLife = Life.TestCase
