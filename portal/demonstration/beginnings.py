"""The life of an invented county's groups: an enquiry, groups that are being formed, one under review, one at
rest.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from collaborations.models import Collaboration
from collaborations.rules import Actor
from collaborations.services import record_first_meeting, start_collaboration
from meetings.services import first
from meetings.services.planning import When
from memberships.models.joining import Invitation
from memberships.models.members import LeaderAppointment, SettingRole
from memberships.services.leaders import appoint_leader
from memberships.services.life import move_on
from memberships.services.members import join
from ofsted.selectors.standing import leading_decision
from portal.demonstration.cast import cast_as

if TYPE_CHECKING:
    from portal.demonstration.story import Story

State = Collaboration.State


class Beginnings:
    """One county's. ``story`` knows its groups, its people and its days."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        """An enquiry, a group that is proposed, one before its first meeting, one that drafts its ways of
        working, one under review, one at rest.
        """
        story = self.story
        self._enquiry("Childminders of the valley", days=6)
        proposed = self._enquiry("Forest schools together", days=40)
        self._move(proposed, State.PROPOSED, 30)
        meets = self._enquiry("Music in the early years", days=60)
        self._move(meets, State.PROPOSED, 45)
        self._first_meeting(meets)
        drafting = self._enquiry("Early language network", days=90)
        self._move(drafting, State.PROPOSED, 85)
        self._move(drafting, State.INITIAL_MEETING, 70)
        record_first_meeting(
            collaboration=drafting,
            held_on=story.ago(60),
            place="The library, upstairs",
            facilitated_by=story.officer,
            notes="Three settings want to go on. They meet again in a month to write their ways of working.",
            by=story.officer,
            at=story.then(59),
        )
        self._move(drafting, State.DRAFTING, 58)
        self._first_members(drafting)
        self._move(
            story.group(2), State.UNDER_REVIEW, 25, "The members look at what the group has brought them."
        )
        self._move(
            story.group(7), State.DORMANT, 15, "The leader is on leave; the group meets again in the spring."
        )

    def _first_members(self, group: Collaboration) -> None:
        """Three settings join a group that is being formed; somebody of the cast leads it, from one that may."""
        known = set(SettingRole.objects.values_list("provider_id", flat=True))
        known.update(Invitation.objects.values_list("provider_id", flat=True))
        free = [setting for setting in self.story.without_group() if setting.pk not in known]
        leading = next(
            setting
            for setting in free
            if not setting.is_domestic
            and leading_decision(provider_id=setting.pk, on=self.story.today).may_lead
        )
        settings = [leading, *[setting for setting in free if setting != leading][:2]]
        joined = [
            join(collaboration=group, provider=setting, on=self.story.ago(55), by=self.story.officer)
            for setting in settings
        ]
        person = cast_as("Leads a group", self.story.shire.slug)
        if person is None:
            raise ValueError(
                f"nobody of the cast leads a group that is being formed in {self.story.shire.name}"
            )
        leader = self.story.add_manager(settings[0], person.email, person.name, person.password)
        for setting in settings[1:]:
            self.story.new_manager(setting)
        appoint_leader(
            membership=joined[0],
            user=leader,
            manner=LeaderAppointment.Manner.SOLE,
            starts_on=self.story.ago(50),
            by=self.story.officer,
        )

    def _first_meeting(self, group: Collaboration) -> None:
        """In a fortnight: two settings and somebody at an address are invited; one comes, one perhaps."""
        story = self.story
        day = story.today + timedelta(days=14)
        meeting = first.arrange_first_meeting(
            collaboration=group,
            when=When(day - timedelta(days=max(0, day.weekday() - 4)), time(18, 30), time(20)),
            place="The library, upstairs",
            access_notes="There is a lift. Ring the bell after 6pm.",
            online_url="",
            facilitated_by=story.officer,
            actor=Actor.OFFICER,
            by=story.officer,
            at=story.then(9),
        )
        contact = first.Contact(
            "Gita Rowe", f"gita.rowe@foxglove.{story.shire.slug}.example", "Foxglove Nursery"
        )
        settings = [row.provider for row in story.memberships(0)[:2]]
        *rows, gita = first.invite_to_first(
            meeting_id=meeting.pk,
            providers=settings,
            contacts=[contact],
            words="Bring a photograph of a place outdoors that the children love.",
            by=story.officer,
            at=story.then(8),
        )
        first.answer_first(
            invited=gita, word="yes", people="Gita and one colleague", needs="", by=None, at=story.then(6)
        )
        first.answer_first(
            invited=rows[0],
            word="maybe",
            people="",
            needs="A place near the door, please",
            by=story.manager_of(settings[0]),
            at=story.then(5),
        )

    def _enquiry(self, name: str, *, days: int) -> Collaboration:
        return start_collaboration(
            name=name,
            started_on=self.story.ago(days),
            state=State.ENQUIRY,
            asked_by="Two settings that met at a network session",
            enquiry="They would like to begin a group and ask an officer to help with the first meeting.",
            by=self.story.officer,
            at=self.story.then(days),
        )

    def _move(
        self, group: Collaboration, to: str, days: int, words: str = "Agreed with the settings."
    ) -> None:
        move_on(
            collaboration=group,
            to=to,
            on=self.story.ago(days),
            words=words,
            actor=Actor.OFFICER,
            by=self.story.officer,
            at=self.story.then(days),
        )
