"""Who receives the money of the groups of an invented county (S9): one with mandates of which one is missing,
one in which a change is under way, and supplier references but for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accounts.models import RoleAppointment
from accounts.roles import Role
from memberships.models.members import Membership
from memberships.selectors.days import is_member_on
from memberships.selectors.people import managers_of_settings
from supplement.models.payees import Payee
from supplement.services.payees import accept_payee, name_payee, sign_mandate
from supplement.services.suppliers import set_reference

if TYPE_CHECKING:
    from accounts.models import User
    from portal.demonstration.story import Story


#: So many days ago both groups named who receives.
DAYS = 80


class Payees:
    def __init__(self, story: Story) -> None:
        self.story = story

    def tell(self) -> None:
        first = self._receives(0)
        self._sign(first, missing=1)
        second = self._receives(1)
        self._sign(second, missing=0)
        finance = RoleAppointment.objects.filter(role=Role.FINANCE).order_by("pk").first()
        by = finance.user if finance is not None else self.story.manager
        set_reference(provider_id=first.provider_id, reference="V0010423", by=by, at=self.story.then(60))
        self._change(second)

    def _receives(self, number: int) -> Payee:
        """The leader's own setting, named and accepted."""
        group, leader = self.story.group(number), self.story.leader(number)
        own = next(row for row, people in self._members(group.pk) if leader in people)
        payee = self._named(number, own, days=DAYS, why="It has an office and keeps our records.")
        return accept_payee(payee_id=payee.pk, by=leader, at=self.story.then(DAYS - 2))

    def _named(self, number: int, membership: Membership, *, days: int, why: str) -> Payee:
        return name_payee(
            collaboration_id=self.story.group(number).pk,
            provider_id=membership.provider_id,
            why=why,
            by=self.story.leader(number),
            at=self.story.then(days),
        )

    def _sign(self, payee: Payee, *, missing: int) -> None:
        rows = [
            row for row in self._members(payee.collaboration_id) if row[0].provider_id != payee.provider_id
        ]
        for membership, people in rows[missing:]:
            if people:
                sign_mandate(
                    payee_id=payee.pk,
                    membership_id=membership.pk,
                    name=people[0].full_name,
                    by=people[0],
                    at=self.story.then(DAYS - 5),
                )

    def _change(self, payee: Payee) -> None:
        """Another member is proposed and has accepted; whoever receives has not handed over."""
        rows = self._members(payee.collaboration_id)
        after, people = next(row for row in rows if row[0].provider_id != payee.provider_id and row[1])
        proposal = self._named(1, after, days=4, why="Our office moves there in the new year.")
        accept_payee(payee_id=proposal.pk, by=people[0], at=self.story.then(3))

    def _members(self, collaboration_id: int) -> list[tuple[Membership, list[User]]]:
        """Each member of today and of the day of naming, with who manages it."""
        today = self.story.today
        rows = Membership.objects.filter(is_member_on(today), collaboration=collaboration_id)
        rows = rows.filter(joined_on__lte=self.story.ago(DAYS))
        members = list(rows.select_related("provider").order_by("provider__search_text", "pk"))
        people = managers_of_settings([row.provider_id for row in members], on=today)
        return [(row, people.get(row.provider_id, [])) for row in members]
