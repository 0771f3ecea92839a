"""Reads about concerns (C8).

Everything starts from ``concerns_seen``: to whoever may not see a concern, it does not exist.

No right over the authority counts here; only what somebody is in the group today does.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, Exists, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from accounts.models import User, can_work, holds_on
from audit.models import Entry
from audit.rules.actions import Action
from collaborations.models import Collaboration
from core.prepared import prepared
from memberships.models.conduct import ConductConcern, ConductStep
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.rules.conduct import ConcernState, Viewer, may_move, may_see
from memberships.selectors.days import is_member_on, leads_on

CONCERN = "memberships.conductconcern"


@dataclass(frozen=True, slots=True)
class SeenConcern:
    """A concern that somebody may see, and whether this person records its next step."""

    concern: ConductConcern
    may_move: bool


class GroupToday:
    """Who is what in a collaboration on a day: five queries, whatever is asked of it then."""

    def __init__(self, collaboration_id: int, *, on: date) -> None:
        memberships = Membership.objects.filter(collaboration_id=collaboration_id)
        rows = memberships.values_list("pk", "provider_id", "continues_id")
        self._settings = {pk: (provider_id, before) for pk, provider_id, before in rows}
        members = memberships.filter(is_member_on(on)).order_by().values("provider_id")
        roles = SettingRole.objects.filter(holds_on(on), can_work(), provider_id__in=members)
        self._works_at: dict[int, set[int]] = defaultdict(set)
        self._manages: dict[int, set[int]] = defaultdict(set)
        for user_id, provider_id, role in roles.values_list("user_id", "provider_id", "role"):
            self._works_at[user_id].add(provider_id)
            if role == SettingRole.Role.MANAGER:
                self._manages[user_id].add(provider_id)
        rows = LeaderAppointment.objects.filter(leads_on(on), membership__collaboration_id=collaboration_id)
        self._leads = self._held(rows.values_list("user_id", "membership__provider_id"))
        chairs = OfficeHolder.objects.filter(
            leads_on(on), office="chair", membership__collaboration_id=collaboration_id
        )
        self._chairs = self._held(chairs.values_list("user_id", "membership__provider_id"))

    def _held(
        self, rows: QuerySet[LeaderAppointment, tuple[int, int]] | QuerySet[OfficeHolder, tuple[int, int]]
    ) -> dict[int, set[int]]:
        """Who holds it for which settings: it counts only while the person works there."""
        held: dict[int, set[int]] = defaultdict(set)
        for user_id, provider_id in rows:
            if provider_id in self._works_at.get(user_id, ()):
                held[user_id].add(provider_id)
        return held

    def has(self, user_id: int) -> bool:
        """Whether somebody is a person of a member setting."""
        return user_id in self._works_at

    def works_at(self, user_id: int, provider_id: int) -> bool:
        return provider_id in self._works_at.get(user_id, ())

    def viewer(self, user_id: int, concern: ConductConcern) -> Viewer:
        settings = self._settings_of(concern.about_id)
        speaks = self._manages.get(user_id, set()) | self._leads.get(user_id, set())
        return Viewer(
            belongs=self.has(user_id),
            raised_it=concern.raised_by_id == user_id,
            leads=user_id in self._leads,
            chairs=user_id in self._chairs,
            is_of_setting=bool(self._works_at.get(user_id, set()) & settings),
            speaks_for_setting=bool(speaks & settings),
        )

    def others(self, concern: ConductConcern) -> dict[str, bool]:
        """Whether somebody leads, or chairs, who is not of the setting concerned and did not raise it."""
        settings = self._settings_of(concern.about_id)

        def somebody(held: dict[int, set[int]]) -> bool:
            return any(
                user_id != concern.raised_by_id and not self._works_at[user_id] & settings for user_id in held
            )

        return {"other_leaders": somebody(self._leads), "other_chair": somebody(self._chairs)}

    def who_see(self, concern: ConductConcern) -> list[int]:
        """Ids of everybody who sees a concern."""
        others = self.others(concern)
        state = ConcernState(concern.state)
        return sorted(one for one in self._works_at if may_see(self.viewer(one, concern), state, **others))

    def seen_by(self, user_id: int, concern: ConductConcern) -> SeenConcern | None:
        viewer, others = self.viewer(user_id, concern), self.others(concern)
        if not may_see(viewer, ConcernState(concern.state), **others):
            return None
        return SeenConcern(concern, may_move(viewer, **others))

    def has_somebody_to_move(self, concern: ConductConcern) -> bool:
        others = self.others(concern)
        return any(may_move(self.viewer(one, concern), **others) for one in self._works_at)

    def _settings_of(self, membership_id: int) -> set[int]:
        """The registrations of the setting that a membership is of: also under
        a newer one, which carries the membership on (O2).
        """
        ids, grown = {membership_id}, True
        while grown:
            more = {pk for pk, (_setting, before) in self._settings.items() if before in ids} - ids
            grown = bool(more)
            ids |= more
        return {self._settings[pk][0] for pk in ids if pk in self._settings}


def belongs_to(user: User, collaboration: Collaboration, *, on: date) -> bool:
    """Whether somebody is a person of a member setting on a day. Permissions over the authority do not count."""
    members = (
        Membership.objects.filter(is_member_on(on), collaboration=collaboration)
        .order_by()
        .values("provider_id")
    )
    return SettingRole.objects.filter(holds_on(on), user=user, provider_id__in=members).exists()


def concerns_seen(user: User, collaboration: Collaboration, *, on: date) -> list[SeenConcern]:
    """The concerns of a collaboration that somebody may see on a day, newest first."""
    group = GroupToday(collaboration.pk, on=on)
    if not group.has(user.pk):
        return []
    rows = _concerns().filter(collaboration=collaboration)
    return [seen for concern in rows if (seen := group.seen_by(user.pk, concern))]


def concern_seen(
    user: User, collaboration: Collaboration, concern_id: int, *, on: date
) -> SeenConcern | None:
    """One concern, or None for whoever may not see it."""
    concern = _concerns().filter(collaboration=collaboration, pk=concern_id).first()
    return None if concern is None else GroupToday(collaboration.pk, on=on).seen_by(user.pk, concern)


def concern_for_update(concern_id: int) -> ConductConcern:
    return (
        ConductConcern.objects.select_for_update(of=("self",), no_key=True)
        .select_related("about__provider")
        .get(pk=concern_id)
    )


def members_to_raise_about(user: User, collaboration: Collaboration, *, on: date) -> list[Membership]:
    """The members of a day, without those where the person works."""
    own = SettingRole.objects.filter(holds_on(on), user=user).order_by().values("provider_id")
    rows = Membership.objects.filter(is_member_on(on), collaboration=collaboration).exclude(
        provider_id__in=own
    )
    return list(rows.select_related("provider").order_by("provider__search_text", "pk"))


def steps_of(concern: ConductConcern) -> QuerySet[ConductStep]:
    """What was recorded, the first step first."""
    return ConductStep.objects.filter(concern=concern).select_related("by").order_by("at", "pk")


def last_step_on(concern: ConductConcern) -> date | None:
    """The day of the last step; None before the first."""
    return (
        ConductStep.objects.filter(concern=concern)
        .order_by("-on", "-pk")
        .values_list("on", flat=True)
        .first()
    )


def concerns_to_read(user: User, *, on: date) -> list[ConductConcern]:
    """The concerns that somebody may see, in all groups, and has not read
    since somebody else raised or moved them. Newest first.

    What a neutral email asks to sign in for. One query where there is none.
    """
    waiting = _concerns_to_read(user=user, on=on)
    today = {
        number: GroupToday(number, on=on) for number in {concern.collaboration_id for concern in waiting}
    }
    return [concern for concern in waiting if today[concern.collaboration_id].seen_by(user.pk, concern)]


@prepared
def _concerns_to_read(user: User, on: date) -> QuerySet[ConductConcern]:
    works_at = SettingRole.objects.filter(holds_on(on), user=user).order_by().values("provider_id")
    groups = (
        Membership.objects.filter(is_member_on(on), provider_id__in=works_at)
        .order_by()
        .values("collaboration_id")
    )
    steps = ConductStep.objects.filter(concern=OuterRef("pk")).order_by("-at", "-pk")
    rows = _concerns().filter(collaboration_id__in=groups)
    rows = rows.annotate(
        changed_at=Coalesce(Subquery(steps.values("at")[:1]), F("raised_at")),
        changed_by=Coalesce(
            Subquery(steps.values("by_id")[:1]), F("raised_by_id"), output_field=BigIntegerField()
        ),
    )
    read = Entry.objects.filter(
        about_type=CONCERN, about_id=OuterRef("pk"), action=Action.CONCERN_READ, by=user
    )
    return rows.exclude(changed_by=user).exclude(Exists(read.filter(at__gte=OuterRef("changed_at"))))


def has_read_concern(concern: ConductConcern, *, user: User, on: date) -> bool:
    """Whether the audit log says already that somebody read it on a day, as it is now."""
    last = (
        ConductStep.objects.filter(concern=concern)
        .order_by("-at", "-pk")
        .values_list("at", flat=True)
        .first()
    )
    entries = Entry.objects.filter(about_type=CONCERN, about_id=concern.pk, action=Action.CONCERN_READ)
    return entries.filter(by=user, at__date=on, at__gte=last or concern.raised_at).exists()


def readings_of(concern: ConductConcern) -> QuerySet[Entry]:
    """Who has read it, newest first."""
    return Entry.objects.filter(about_type=CONCERN, about_id=concern.pk, action=Action.CONCERN_READ).order_by(
        "-at", "-pk"
    )


def _concerns() -> QuerySet[ConductConcern]:
    return ConductConcern.objects.select_related("about__provider", "raised_by", "collaboration").order_by(
        "-raised_at", "-pk"
    )
