"""What has happened in an invented county until today: groups on their
way, people joining and leaving, returns, support.

Everything is done through the services by the people who would do it, with days counted back from the day of
the build.
"""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta

from django.utils import timezone

from accounts.models import Authority, User
from accounts.services.authorities import change_authority
from accounts.services.people import register_person
from collaborations.models import Collaboration
from memberships.models.conduct import ConductConcern
from memberships.models.leaving import HandOver
from memberships.models.members import Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.selectors.leaders import leaders_of
from memberships.selectors.members import in_a_collaboration, members_of
from memberships.services.applications import apply_to_join, decide_application
from memberships.services.conduct import move_concern, raise_concern
from memberships.services.invitations import invite_setting
from memberships.services.leaving import give_notice, note_hand_over
from memberships.services.offices import give_office
from memberships.services.people import add_person_of_setting
from memberships.services.staff_told import confirm_staff_told
from portal.demonstration.actions import Actions
from portal.demonstration.agreements import Agreements
from portal.demonstration.beginnings import Beginnings
from portal.demonstration.cast import CHILDMINDING
from portal.demonstration.claims import Claims
from portal.demonstration.daily_email import DailyEmail
from portal.demonstration.elections import Elections
from portal.demonstration.events import Events
from portal.demonstration.evidence import Evidence
from portal.demonstration.funds import Funds
from portal.demonstration.holidays import Holidays
from portal.demonstration.meetings import Meetings
from portal.demonstration.minutes import MinutesOfMeetings
from portal.demonstration.outlines import ATTRIBUTION, outlines_file
from portal.demonstration.paid import Paid
from portal.demonstration.payees import Payees
from portal.demonstration.places import Shire
from portal.demonstration.provision import Provision
from portal.demonstration.schemes import Schemes
from portal.demonstration.visits import Visits
from portal.demonstration.votes import Votes
from portal.demonstration.work import Work
from providers.models import Provider
from providers.selectors import register
from providers.services import outlines
from reorganisation.models import Reorganisation
from reorganisation.services import planning, plans
from support.models import Message
from support.services.drafts import Addressed, keep_draft
from support.services.messages import send_message
from support.services.referrals import refer
from support.services.support import accept_request, ask_support


class Story:
    """One county. ``at`` is the moment of the build; ``officer`` is who works there."""

    def __init__(
        self, authority: Authority, shire: Shire, officer: User, manager: User, at: datetime
    ) -> None:
        self.authority, self.shire, self.officer, self.manager, self.at = (
            authority,
            shire,
            officer,
            manager,
            at,
        )
        self.today = timezone.localdate(at)
        self.groups = {group.name: group for group in Collaboration.objects.filter(name__in=shire.groups)}

    def tell(self) -> None:
        for part in (
            Agreements(self).tell,
            self._first_group,
            Provision(self).tell,
            self._joining,
            self._leaving,
            Beginnings(self).tell,
            self._reorganisations,
            self._support,
            self._map_and_public_page,
            Work(self).tell,
            Holidays(self).tell,
            Meetings(self).tell,
            Visits(self).tell,
            Elections(self).tell,
            Votes(self).tell,
            Actions(self).tell,
            MinutesOfMeetings(self).tell,
            Events(self).tell,
            Schemes(self).tell,
            Funds(self).tell,
            Payees(self).tell,
            Claims(self).tell,
            Evidence(self).tell,
            Paid(self).tell,
            DailyEmail(self).tell,
        ):
            part()

    # --- who is who -----------------------------------------------------------------------------------------

    def group(self, number: int) -> Collaboration:
        return self.groups[self.shire.groups[number]]

    def memberships(self, number: int) -> list[Membership]:
        return list(members_of(self.group(number), on=self.today))

    def manager_of(self, provider: Provider) -> User:
        roles = SettingRole.objects.filter(provider=provider, role=SettingRole.Role.MANAGER).select_related(
            "user"
        )
        return roles.order_by("pk")[0].user

    def leader(self, number: int) -> User:
        return next(leader.user for leader in leaders_of(self.group(number), on=self.today))

    def without_group(self) -> list[Provider]:
        """Settings that Ofsted lists and that are in no
        collaboration, by name; never the childminder agency.
        """
        rows = in_a_collaboration(register().filter(unlisted_since=None), on=self.today, wanted=False)
        return list(rows.exclude(provider_type=Provider.Type.AGENCY))

    def ago(self, days: int) -> date:
        return self.today - timedelta(days=days)

    def then(self, days: int) -> datetime:
        """The same time of the day in London so many days before: its day is ``ago(days)``, also across
        summer time.
        """
        return timezone.localtime(self.at) - timedelta(days=days)

    # --- the group that the leader of the cast leads --------------------------------------------------------

    def _first_group(self) -> None:
        """Office holders, what staff know and a concern, in the first group."""
        memberships = self.memberships(0)
        leader = self.leader(0)
        others = [membership for membership in memberships if self.manager_of(membership.provider) != leader]
        office = OfficeHolder.Office
        for held, membership in zip(
            (office.CHAIR, office.ADMINISTRATOR, office.SAFEGUARDING), others, strict=False
        ):
            give_office(
                membership=membership,
                user=self.manager_of(membership.provider),
                office=held,
                starts_on=self.ago(200),
                decision="Agreed by all members at the autumn meeting.",
                by=leader,
            )
        for number, membership in enumerate(memberships):
            if number % 3 != 2:
                told = self.then(60 if number % 3 == 0 else 400)
                confirm_staff_told(
                    membership=membership,
                    how="At our staff meeting",
                    by=self.manager_of(membership.provider),
                    at=told,
                )
        self._concern(others)

    def _concern(self, others: list[Membership]) -> None:
        concern = raise_concern(
            collaboration=self.group(0),
            about=others[-1],
            words="At two meetings in a row a colleague was spoken over and her idea laughed at.",
            by=self.manager_of(others[0].provider),
            at=self.then(12),
        )
        move_concern(
            concern_id=concern.pk,
            to_state=ConductConcern.State.DISCUSSED,
            words="We talked it through together. Both sides were heard.",
            on=self.ago(5),
            by=self.leader(0),
            at=self.then(5),
        )

    # --- joining and leaving --------------------------------------------------------------------------------

    def _joining(self) -> None:
        outside = self.without_group()
        invited = next(setting for setting in outside if setting.is_domestic)
        asking, declined, joined = [setting for setting in outside if setting != invited][:3]
        apply_to_join(
            provider=asking,
            collaboration=self.group(0),
            words="We would like to share ideas on outdoor learning.",
            by=self.new_manager(asking),
            at=self.then(4),
        )
        invite_setting(
            collaboration=self.group(0),
            provider=invited,
            email=f"manager.{invited.urn.lower()}@{self.shire.slug}.example",
            full_name=invited.name.removesuffix(CHILDMINDING),
            words="We meet once a term and would be glad if you came.",
            decision="All members agreed at the last meeting.",
            decided_on=self.ago(10),
            is_vouched_for=True,
            by=self.officer,  # on the group's behalf: nobody of the setting is known yet
            at=self.then(9),
        )
        self._decided(declined, 2, accepted=False, words="We are as many as we can manage well.", days=50)
        self._decided(joined, 1, accepted=True, words="All members agreed.", days=70)

    def _decided(self, provider: Provider, number: int, *, accepted: bool, words: str, days: int) -> None:
        application = apply_to_join(
            provider=provider,
            collaboration=self.group(number),
            words="Our team would like to visit others and be visited.",
            by=self.new_manager(provider),
            at=self.then(days + 14),
        )
        decide_application(
            application=application,
            accepted=accepted,
            decided_on=self.ago(days),
            decision=words,
            joined_on=self.ago(days - 7) if accepted else None,
            by=self.leader(number),
            at=self.then(days),
        )

    def new_manager(self, provider: Provider) -> User:
        """The manager of a setting that is in no group yet."""
        full_name = f"Robin {provider.name.split()[0]}"
        if provider.is_domestic:
            full_name = provider.name.removesuffix(CHILDMINDING)
        return self.add_manager(
            provider, f"manager.{provider.urn.lower()}@{self.shire.slug}.example", full_name
        )

    def add_manager(
        self, provider: Provider, email: str, full_name: str, password: str | None = None
    ) -> User:
        """The account as of somebody who has accepted, with the role."""
        register_person(email=email, full_name=full_name, password=password, by=self.officer)
        role = add_person_of_setting(
            provider=provider,
            email=email,
            full_name=full_name,
            role=SettingRole.Role.MANAGER,
            starts_on=self.ago(300),
            by=self.officer,
        )
        return role.user

    def _leaving(self) -> None:
        """A member gives notice for next month and hands over what it does."""
        *_rest, taker, leaver = self.memberships(1)
        by = self.manager_of(leaver.provider)
        left_on = self.today + timedelta(days=30)
        give_notice(
            membership=leaver,
            left_on=left_on,
            reason="We are moving to another town.",
            by=by,
            at=self.then(3),
        )
        kinds = HandOver.Kind
        for kind, what, to in (
            (kinds.ACTION, "The list of visits in the spring", taker),
            (kinds.DOCUMENTS, "The shared story sacks", None),
        ):
            note_hand_over(membership=leaver, kind=kind, what=what, taken_by=to, by=by, at=self.then(2))

    def _reorganisations(self) -> None:
        """A plan to divide the largest group, being drawn up."""
        plan = plans.start_plan(
            kind=Reorganisation.Kind.DIVIDE,
            collaborations=[self.group(3)],
            reason="The group has grown, and some members travel an hour to each meeting.",
            by=self.officer,
            at=self.then(8),
        )
        for name in (f"{self.group(3).name} East", f"{self.group(3).name} West"):
            plan.refresh_from_db()
            planning.add_successor(
                plan_id=plan.pk, expected_version=plan.version, name=name, district=None, by=self.officer
            )

    # --- support --------------------------------------------------------------------------------------------

    def _support(self) -> None:
        settings = self.without_group()[-2:]
        refer(
            provider_ids=[setting.pk for setting in settings],
            collaboration_id=self.group(4).pk,
            words="It is near you and works on early language.",
            by=self.officer,
            at=self.then(7),
        )
        asked = [
            ask_support(
                collaboration_id=self.group(number).pk,
                kind="attend",
                wanted_on=self.today + timedelta(days=20),
                place="Online",
                words="Please tell us what is new in the inspection framework.",
                by=self.leader(number),
                at=self.then(11 - number),
            )
            for number in (0, 4, 5)
        ]
        self._asks_of_other_kinds()
        words = "With pleasure. I will bring the summary for you to keep."
        for request in asked[1:]:  # both on one day: the list of meetings to attend says so
            accept_request(
                request_id=request.pk, officer=self.officer, words=words, by=self.officer, at=self.then(3)
            )
        self._messages()

    def _messages(self) -> None:
        """One of the team to leaders, and one of a group's leader to all its members."""
        groups = [self.group(number).pk for number in (0, 1, 4, 5)]
        to_leaders = Addressed(audiences=[Message.Audience.LEADERS], collaboration_ids=groups)
        to_members = Addressed(audiences=[Message.Audience.MANAGERS], of_group=self.group(0))
        team = "The next Leaders' Day is in February. Tell us what {group} would like to talk about."
        leader = "We meet on the first Monday of next month, at seven. Who is coming from {setting}?"
        *_others, lena = (row.user for row in leaders_of(self.group(0), on=self.today))
        for addressed, by, subject, text in (
            (to_leaders, self.officer, "Dates of the next Leaders' Days", team),
            (to_members, lena, "Our next evening", leader),
        ):
            at = self.then(1)
            draft = keep_draft(addressed=addressed, subject=subject, text=text, by=by, at=at)
            send_message(message_id=draft.pk, by=by, at=at)

    def _asks_of_other_kinds(self) -> None:
        next_leader = self.manager_of(self.memberships(1)[-1].provider)
        ask_support(
            collaboration_id=self.group(1).pk,
            kind="new_leader",
            wanted_on=self.today + timedelta(days=60),
            place="",
            words="Our leader goes on leave in two months. All of us have agreed on this.",
            person=next_leader,
            by=self.leader(1),
            at=self.then(2),
        )
        ask_support(
            collaboration_id=self.group(5).pk,
            kind="divide",
            wanted_on=None,
            place="",
            words="",
            by=self.leader(5),
            at=self.then(1),
        )

    def _map_and_public_page(self) -> None:
        outlines.load_outlines(
            file=io.BytesIO(outlines_file(self.shire)), attribution=ATTRIBUTION, by=self.officer
        )
        words = "Every setting is welcome. Write to us, or ask a leader of a group near you."
        is_public = self.shire.slug == "larkshire"
        change_authority(
            authority=self.authority,
            by=self.manager,
            changes={"public_page": is_public, "joining_words": words},
        )
