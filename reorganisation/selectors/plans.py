"""Reads about plans to divide or merge (C4), and what a collaboration came from or became."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from accounts.models import can_work
from collaborations.models import Collaboration, Lineage, StateChange
from collaborations.rules import Actor, State, next_moves
from collaborations.selectors import collaborations, name_is_taken
from core.dates import Span, part_within
from core.prepared import prepared
from core.reasons import Reason
from core.searching import Matches, matching, search_in
from core.wording import date_in_words, last_day_in_words
from memberships.models.joining import Application, Invitation
from memberships.models.members import LeaderAppointment, Membership, SettingRole
from memberships.models.offices import OfficeHolder
from memberships.rules.leaders import WantedLeader, refusals_of
from memberships.selectors.days import not_ended_by, not_left_by
from memberships.selectors.people import times_at_setting
from ofsted.rules.policy import Decision, decide
from ofsted.selectors.standing import leading_decision, relevant_judgements, table_in_force
from reorganisation.models import (
    PlannedLeader,
    PlannedMember,
    PlannedSuccessor,
    Reorganisation,
    ReorganisationSource,
)
from reorganisation.rules.plans import (
    NOT_MET,
    LeaderToBe,
    Meeting,
    Place,
    PlanFacts,
    Recorded,
    Successor,
)

OPEN = (Reorganisation.State.DRAFT, Reorganisation.State.AGREED)
DAY = timedelta(days=1)
MAX_TO_MERGE = 50


# --- plans --------------------------------------------------------------------------------------------------


def plans() -> QuerySet[Reorganisation]:
    """Every plan, the newest first, with the names of the collaborations that end and of those that begin."""
    ending = ReorganisationSource.objects.filter(plan=OuterRef("pk")).order_by(
        "collaboration__name__in_order", "pk"
    )
    beginning = PlannedSuccessor.objects.filter(plan=OuterRef("pk")).order_by("pk")
    rows = Reorganisation.objects.select_related("started_by", "done_by")
    return rows.annotate(
        ending=ArraySubquery(ending.values("collaboration__name")),
        beginning=ArraySubquery(beginning.values("name")),
    ).order_by("-started_at", "-pk")


def plans_to_carry_out_by(day: date) -> QuerySet[Reorganisation]:
    """Agreed plans that take effect by a day, the earliest first."""
    agreed = plans().filter(state=Reorganisation.State.AGREED, takes_effect_on__lte=day)
    return agreed.order_by("takes_effect_on", "pk")


def plan_by_id(plan_id: int) -> Reorganisation | None:
    return plans().filter(pk=plan_id).first()


def plan_for_update(plan_id: int) -> Reorganisation:
    """The row, locked to the end of the transaction. Raises Reorganisation.DoesNotExist."""
    return (
        Reorganisation.objects.select_for_update(of=("self",), no_key=True)
        .select_related("done_by")
        .get(pk=plan_id)
    )


def open_plan_of(collaboration: Collaboration) -> Reorganisation | None:
    """The plan by which a collaboration is to end; at most one is open."""
    return Reorganisation.objects.filter(sources__collaboration=collaboration, sources__is_open=True).first()


def sources_of(plan: Reorganisation) -> list[ReorganisationSource]:
    return list(
        ReorganisationSource.objects.filter(plan=plan)
        .select_related("collaboration", "collaboration__district")
        .order_by("collaboration__name__in_order", "pk")
    )


def successors_planned(plan: Reorganisation) -> list[PlannedSuccessor]:
    return list(
        PlannedSuccessor.objects.filter(plan=plan).select_related("district", "collaboration").order_by("pk")
    )


def shares_of_ended(collaboration_ids: Collection[int]) -> dict[int, dict[int, int]]:
    """By collaboration that divided by a plan: by the collaborations that it became, the shares of its balance in
    per cent. Only where its plan says them.
    """
    sources = ReorganisationSource.objects.filter(
        collaboration__in=collaboration_ids,
        plan__state=Reorganisation.State.DONE,
        plan__successors__collaboration__isnull=False,
        plan__successors__share_percent__isnull=False,
    )
    found: dict[int, dict[int, int]] = {}
    for earlier, later, share in sources.order_by("pk").values_list(
        "collaboration_id", "plan__successors__collaboration_id", "plan__successors__share_percent"
    ):
        found.setdefault(earlier, {})[later] = share or 0
    return found


def successor_in(plan: Reorganisation, successor_id: int) -> PlannedSuccessor | None:
    return PlannedSuccessor.objects.filter(plan=plan, pk=successor_id).select_related("district").first()


def placed_members(plan: Reorganisation) -> list[PlannedMember]:
    """The members as they were placed, by name."""
    rows = PlannedMember.objects.filter(plan=plan).select_related(
        "membership__provider", "membership__collaboration", "successor"
    )
    return list(rows.order_by("membership__provider__search_text", "pk"))


def leaders_planned(plan: Reorganisation) -> list[PlannedLeader]:
    """Who is planned to lead where, by name; not those whose setting leaves or has no place."""
    rows = PlannedLeader.objects.filter(member__plan=plan, member__successor__isnull=False)
    return list(
        rows.select_related("user", "member__membership__provider", "member__successor").order_by(
            "user__full_name__in_order", "pk"
        )
    )


def planned_leader_in(plan: Reorganisation, leader_id: int) -> PlannedLeader | None:
    rows = PlannedLeader.objects.filter(member__plan=plan, pk=leader_id)
    return rows.select_related("user", "member__membership__provider", "member__successor").first()


def day_of(plan: Reorganisation, *, today: date) -> date:
    """The first day of the new collaborations; while nobody has said it, today stands in."""
    return plan.takes_effect_on or today


def memberships_to_place(plan: Reorganisation, *, on: date) -> list[Membership]:
    """The members that the plan has to place: those that have not left by its day, by name."""
    rows = Membership.objects.filter(not_left_by(on), collaboration__reorganisations__plan=plan)
    return list(
        rows.select_related("provider", "collaboration").order_by(
            "provider__search_text", "collaboration__name__in_order", "pk"
        )
    )


def people_to_lead(plan: Reorganisation, *, on: date) -> list[tuple[Membership, SettingRole]]:
    """People of the members that go to a successor, each with the membership that they would lead for, by
    name.
    """
    going = set(
        PlannedMember.objects.filter(plan=plan, successor__isnull=False).values_list(
            "membership_id", flat=True
        )
    )
    memberships = {
        membership.provider_id: membership
        for membership in reversed(memberships_to_place(plan, on=on))
        if membership.pk in going
    }
    roles = SettingRole.objects.filter(
        not_ended_by(on), can_work(), provider_id__in=memberships
    ).select_related("user", "provider")
    return [
        (memberships[role.provider_id], role) for role in roles.order_by("user__full_name__in_order", "pk")
    ]


# --- what the rules are asked with --------------------------------------------------------------------------


def plan_facts(plan: Reorganisation, *, today: date) -> PlanFacts:
    """Everything that a plan is judged by (C4)."""
    on = day_of(plan, today=today)
    sources = sources_of(plan)
    memberships = memberships_to_place(plan, on=on)
    groups = [source.collaboration_id for source in sources]
    agreed = plan.state in (Reorganisation.State.AGREED, Reorganisation.State.DONE)
    return PlanFacts(
        divides=plan.kind == Reorganisation.Kind.DIVIDE,
        sources=[str(source) for source in sources],
        successors=[
            Successor(successor.pk, successor.name, name_is_taken(successor.name), successor.share_percent)
            for successor in successors_planned(plan)
        ],
        places=list(_places(plan, memberships)),
        leaders=list(_leaders_to_be(plan, {membership.pk: membership for membership in memberships}, on)),
        starts_on=plan.takes_effect_on,
        recorded=recorded_until(groups, today=today),
        records_holder=plan.records_holder,
        balance=plan.balance_words,
        copies_terms=plan.copies_ways_of_working,
        have_terms=any(source.collaboration.terms_adopted_on for source in sources),
        meeting=Meeting(plan.met_leaders_on, plan.met_words) if agreed else NOT_MET,
        waiting=Application.objects.filter(collaboration_id__in=groups, state=Application.State.OPEN).count()
        + Invitation.objects.filter(collaboration_id__in=groups, state=Invitation.State.SENT).count(),
    )


def _places(plan: Reorganisation, memberships: Sequence[Membership]) -> Iterator[Place]:
    said = dict(PlannedMember.objects.filter(plan=plan).values_list("membership_id", "successor_id"))
    leaving = set(
        PlannedMember.objects.filter(plan=plan, leaves=True).values_list("membership_id", flat=True)
    )
    for membership in memberships:
        time = Span(membership.joined_on, membership.left_on)
        yield Place(
            membership.pk,
            membership.provider_id,
            str(membership.provider),
            time,
            said.get(membership.pk),
            membership.pk in leaving,
        )


def _leaders_to_be(
    plan: Reorganisation, memberships: dict[int, Membership], on: date
) -> Iterator[LeaderToBe]:
    # The others have left since
    planned = [leader for leader in leaders_planned(plan) if leader.member.membership_id in memberships]
    settings = {memberships[leader.member.membership_id].provider_id for leader in planned}
    judged, table = (relevant_judgements(settings, on=on), table_in_force(on)) if settings else ({}, None)
    times: dict[tuple[int, int], list[Span]] = {}
    roles = SettingRole.objects.filter(
        provider_id__in=settings, user_id__in={leader.user_id for leader in planned}
    )
    for user_id, provider_id, start, end in roles.order_by("starts_on").values_list(
        "user_id", "provider_id", "starts_on", "ends_on"
    ):
        times.setdefault((user_id, provider_id), []).append(Span(start, end))
    for leader in planned:
        membership = memberships[leader.member.membership_id]
        at_setting = times.get((leader.user_id, membership.provider_id), [])
        decision = decide(table, judged[membership.provider_id].relevant)  # type: ignore[arg-type]
        wanted = _wanted(
            membership, at_setting, decision, on=on, ends_on=leader.ends_on, words=leader.officers_decision
        )
        name = leader.user.full_name
        why = [{"person": name, "why": refusal.reason.in_words(_)} for refusal in refusals_of(wanted)]
        yield LeaderToBe(
            membership.pk, name, [Reason("L1", gettext_noop("%(person)s: %(why)s"), facts) for facts in why]
        )


def wanted_leader(
    user_id: int, membership: Membership, *, on: date, ends_on: date | None, words: str
) -> WantedLeader:
    """What L1 is asked about somebody who is to lead in a successor from its first day."""
    decision = leading_decision(provider_id=membership.provider_id, on=on)
    return _wanted(
        membership,
        times_at_setting(user_id, membership.provider_id),
        decision,
        on=on,
        ends_on=ends_on,
        words=words,
    )


def _wanted(
    membership: Membership,
    at_setting: list[Span],
    decision: Decision,
    *,
    on: date,
    ends_on: date | None,
    words: str,
) -> WantedLeader:
    """Without an end of its own the time lasts as long as the
    membership and the person's time at the setting.
    """
    wanted = Span(on, ends_on or membership.left_on)
    within = part_within(wanted, at_setting) if ends_on is None else None
    return WantedLeader(within or wanted, Span(on, membership.left_on), at_setting, decision, words)


def recorded_until(groups: Collection[int], *, today: date) -> Recorded | None:
    """The first day on which collaborations can end without
    contradicting what is recorded of them (dates are half-open).
    """
    return max(_recorded(groups, today), key=lambda one: one.day, default=None)


def _recorded(groups: Collection[int], today: date) -> Iterator[Recorded]:
    move = (
        StateChange.objects.filter(collaboration_id__in=groups)
        .select_related("collaboration")
        .order_by("-on", "-pk")
        .first()
    )
    if move is not None:
        words = {
            "name": move.collaboration,
            "state": move.get_to_state_display(),
            "day": date_in_words(move.on),
        }
        yield Recorded(move.on, _("%(name)s became “%(state)s” on %(day)s") % words)
    memberships = Membership.objects.filter(collaboration_id__in=groups).select_related(
        "provider", "collaboration"
    )
    if joined := memberships.order_by("-joined_on", "-pk").first():
        words = {
            "setting": joined.provider,
            "name": joined.collaboration,
            "day": date_in_words(joined.joined_on),
        }
        yield Recorded(joined.joined_on + DAY, _("%(setting)s joins %(name)s on %(day)s") % words)
    if (
        left := memberships.filter(left_on__lte=today).order_by("-left_on", "-pk").first()
    ) and left.left_on is not None:
        words = {"setting": left.provider, "name": left.collaboration}
        words["day"] = last_day_in_words(left.left_on)
        yield Recorded(left.left_on, _("%(day)s was the last day of %(setting)s in %(name)s") % words)
    yield from _posts(
        LeaderAppointment.objects,
        groups,
        today,
        _("%(person)s leads from %(day)s"),
        _("%(person)s led to %(day)s"),
    )
    begins, ended = _("%(person)s holds an office from %(day)s"), _("%(person)s held an office to %(day)s")
    yield from _posts(OfficeHolder.objects, groups, today, begins, ended)


def _posts(rows, groups: Collection[int], today: date, begins: str, ended: str) -> Iterator[Recorded]:  # type: ignore[no-untyped-def]
    held = rows.filter(membership__collaboration_id__in=groups).select_related("user")
    if last := held.order_by("-starts_on", "-pk").first():
        yield Recorded(
            last.starts_on + DAY, begins % {"person": last.user, "day": date_in_words(last.starts_on)}
        )
    if last := held.filter(ends_on__lte=today).order_by("-ends_on", "-pk").first():
        yield Recorded(last.ends_on, ended % {"person": last.user, "day": last_day_in_words(last.ends_on)})


# --- which collaborations -----------------------------------------------------------------------------------


def may_be_planned(collaboration: Collaboration, kind: str) -> bool:
    """Whether a plan of this kind can begin with the collaboration as it stands (C1)."""
    to = State.DIVIDING if kind == Reorganisation.Kind.DIVIDE else State.MERGING
    return any(row.to is to for row in next_moves(State(collaboration.state), Actor.PLAN))


def collaborations_to_merge(text: str, *, chosen: Collection[int]) -> Matches:
    """Those that can be merged and are not chosen yet, found by
    words of their name; the first fifty by name.
    """
    ready = [
        state.value
        for state in State
        if any(row.to is State.MERGING for row in next_moves(state, Actor.PLAN))
    ]
    rows = collaborations().filter(state__in=ready).exclude(pk__in=chosen)
    matches = matching(rows, text, search_in("name_in_order", "name")(rows))
    return Matches(matches.rows[:MAX_TO_MERGE], matches.correction)


def collaborations_chosen(ids: Collection[int]) -> list[Collaboration]:
    return list(collaborations().filter(pk__in=ids))


def lineage_of(collaboration: Collaboration) -> dict[str, list[Lineage]]:
    """What a collaboration came from (``earlier``) and what it became (``later``), by name.

    One query; none where it was read with ``has_lineage``, and has none.
    """
    found = _lineage(collaboration=collaboration) if getattr(collaboration, "has_lineage", True) else []
    return {
        "earlier": [row for row in found if row.later_id == collaboration.pk],
        "later": [row for row in found if row.earlier_id == collaboration.pk],
    }


@prepared
def _lineage(collaboration: Collaboration) -> QuerySet[Lineage]:
    rows = Lineage.objects.filter(Q(earlier=collaboration) | Q(later=collaboration))
    rows = rows.select_related("earlier", "later")
    return rows.order_by("earlier__name__in_order", "later__name__in_order", "pk")
