"""What members, leaders, applications and concerns ask of a person (C1, C2, C5 to C9, L1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from collaborations.models import Collaboration
from collaborations.rules import LED
from core.frame.lines import Contact, Line, collaboration_lines, personal_lines, setting_lines, waiting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from core.wording import date_in_words
from memberships.models.members import LeaderAppointment, Membership
from memberships.rules.size import Size, should_talk_of_dividing, size_of
from memberships.rules.staff_told import staff_told_due
from memberships.selectors.conduct import concerns_to_read
from memberships.selectors.lists import group_numbers
from memberships.selectors.on_page import (
    ids_of,
    leaders_of_page,
    members_by_group,
    memberships_of_settings,
)
from memberships.selectors.on_page_joining import (
    Waiting,
    applications_nobody_leads,
    applications_of_page,
    invitations_of_page,
)
from memberships.selectors.staff_told import telling_facts
from providers.models import Provider
from providers.rules.workforce import TELL, Workforce
from ways_of_working.selectors.on_page import terms_of_page

#: So long before it ends, the end of a leader's time or of a membership is talked about.
NEAR = timedelta(days=60)
DAY = timedelta(days=1)
#: Settings where nobody can sign in are named one by one up to this number.
MAX_NAMED = 2


def of_group(group: Collaboration, what: str, url: str, **facts: object) -> Line:
    return Line(what, url, Section.COLLABORATION, group.name, group.pk, **facts)  # type: ignore[arg-type]


def _about(waiting: Waiting, what: str, url: str, **facts: object) -> Line:
    """Of a group that is known by its name alone."""
    return Line(what, url, Section.COLLABORATION, waiting.group, waiting.group_id, **facts)  # type: ignore[arg-type]


# --- what a group needs -------------------------------------------------------------------------------------


@collaboration_lines.register(key="applications", order=10)
def applications(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    asked = {group.pk: group for group in groups}
    for application in applications_of_page(visitor):
        if application.group_id in asked:
            where = [application.group_id, application.pk]
            yield of_group(
                asked[application.group_id],
                _("%(setting)s asks to join") % {"setting": application.setting},
                reverse("memberships:decide_application", args=where),
                detail=_("The members decide together."),
                since=application.since,
                action=_("Record the decision"),
            )


@collaboration_lines.register(key="leaders", order=20)
def leaders(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Whose time ends (L1), a group that nobody leads, and one that one person leads alone."""
    for group in groups:
        if group.state not in LED:
            continue
        leading, url = leaders_of_page(visitor)[group.pk], reverse("memberships:offices", args=[group.pk])
        yield from (_ending(group, leader, url) for leader in leading if _is_near(leader.ends_on, visitor.on))
        if not leading:
            words = _("Talk about who could lead.")
            yield of_group(group, _("Nobody leads the group"), url, detail=words, comes_first=True)
        elif len({leader.user_id for leader in leading}) == 1:
            words = _("Ask who could lead jointly or take turns.")
            yield of_group(group, _("One person leads alone"), url, detail=words)


def _ending(group: Collaboration, leader: LeaderAppointment, url: str) -> Line:
    last = _last_day(leader.ends_on)
    words = {"person": leader.user, "day": date_in_words(last)}
    return of_group(
        group,
        _("%(person)s leads for the last time on %(day)s") % words,
        url,
        detail=_("Talk about who leads from then."),
        due_on=last,
    )


@collaboration_lines.register(key="members", order=30)
def members(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """Who leaves (C6), who has missed more meetings than agreed (C7), and where nobody can sign in (C5)."""
    for group in groups:
        of_today = members_by_group(visitor)[group.pk]
        yield from (_leaving(group, member) for member in of_today if _is_near(member.left_on, visitor.on))
        yield from (_at_risk(group, member) for member in of_today if member.at_risk_since)
        yield from _without_people(
            group,
            [member for member in of_today if not member.managers],  # type: ignore[attr-defined]
        )


def _leaving(group: Collaboration, member: Membership) -> Line:
    last = _last_day(member.left_on)
    return of_group(
        group,
        _("%(setting)s leaves, last day %(day)s") % {"setting": member.provider, "day": date_in_words(last)},
        reverse("memberships:hand_over", args=[group.pk, member.pk]),
        detail=_("Agree who takes over its actions and papers."),
        due_on=last,
        action=_("Hand-over list"),
    )


def _at_risk(group: Collaboration, member: Membership) -> Line:
    """With whom to ring or write to: a home's telephone is not shown."""
    provider, people = member.provider, member.managers  # type: ignore[attr-defined]
    telephone = "" if provider.is_domestic else provider.telephone
    person = people[0] if people else {"name": str(provider), "email": ""}
    return of_group(
        group,
        _("%(setting)s has missed more meetings than you agreed") % {"setting": provider},
        _page_of(group, member),
        detail=_("Ask what would help it to come."),
        contact=Contact(person["name"], telephone, person["email"]) if people or telephone else None,
    )


def _without_people(group: Collaboration, silent: Sequence[Membership]) -> Iterator[Line]:
    words = _("Tell the early years team whom to add.")
    if len(silent) > MAX_NAMED:
        what = _("Nobody from %(number)d member settings can sign in") % {"number": len(silent)}
        yield of_group(group, what, reverse("memberships:members", args=[group.pk]), detail=words)
        return
    for member in silent:
        what = _("Nobody from %(setting)s can sign in") % {"setting": member.provider}
        yield of_group(group, what, _page_of(group, member), detail=words)


def _page_of(group: Collaboration, member: Membership) -> str:
    """The card of a member, with whom to ring and to write to."""
    return reverse("memberships:member", args=[group.pk, member.pk])


@collaboration_lines.register(key="staff_told", order=60)
def staff_not_told(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    for group in groups:
        owing = sum(
            staff_told_due(telling_facts(member), visitor.on)
            for member in members_by_group(visitor)[group.pk]
        )
        if owing:
            what = ngettext(
                "%(number)d member has still to confirm that its staff know of the group",
                "%(number)d members have still to confirm that their staff know of the group",
                owing,
            ) % {"number": owing}
            yield of_group(group, what, reverse("memberships:staff_told_reminders", args=[group.pk]))


@collaboration_lines.register(key="size", order=90)
def size(visitor: Visitor, groups: Sequence[Collaboration]) -> Iterator[Line]:
    """C2. Officers divide a group and leaders ask them to: each is led to the own page."""
    for group in groups:
        if group.state not in LED:
            continue
        number = len(members_by_group(visitor)[group.pk])
        if size_of(number) is Size.SMALL:
            words = _("Think about settings near you that could join.")
            url = reverse("memberships:invite", args=[group.pk])
            yield of_group(group, _("This is a small group"), url, detail=words)
        if should_talk_of_dividing(number, terms_of_page(visitor)[group.pk].optimum_size):
            may_divide = visitor.allows(Permission.REORGANISE)
            name = "reorganisation:start_division" if may_divide else "support:ask_support"
            words = _("Think about whether two smaller groups would work better.")
            url = reverse(name, args=[group.pk])
            yield of_group(group, _("This is a large group: talk about dividing"), url, detail=words)


# --- what a setting owes ------------------------------------------------------------------------------------


@setting_lines.register(key="invitations", order=10)
def invitations(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    ids = ids_of(settings)
    for invitation in invitations_of_page(visitor):
        if invitation.setting_id in ids:
            yield _about(
                invitation,
                _("%(group)s invites you to join") % {"group": invitation.group},
                reverse("memberships:answer_invitation", args=[invitation.pk]),
                setting=invitation.setting,
                since=invitation.since,
                action=_("Answer"),
            )


@setting_lines.register(key="staff_told", order=40)
def tell_staff(visitor: Visitor, settings: Sequence[Provider]) -> Iterator[Line]:
    """C9: nobody who works alone is asked."""
    for membership in memberships_of_settings(visitor, settings):
        facts = telling_facts(membership)
        if membership.joined_on <= visitor.on and staff_told_due(facts, visitor.on):
            employs = facts.workforce is Workforce.EMPLOYS
            yield of_group(
                membership.collaboration,
                str(TELL[facts.workforce]),
                reverse("memberships:staff_told", args=[membership.collaboration_id, membership.pk]),
                setting=str(membership.provider),
                detail=_("Confirm once a year that your staff know of the group and its aims.")
                if employs
                else _("Confirm once a year that your assistants know of the group and its aims."),
            )


# --- what waits for others ----------------------------------------------------------------------------------


@waiting_lines.register(key="applications", order=10)
def own_applications(visitor: Visitor) -> Iterator[Line]:
    ids = ids_of(visitor.settings)
    for application in applications_of_page(visitor):
        if application.setting_id in ids:
            yield _about(
                application,
                _("Your application to %(group)s") % {"group": application.group},
                reverse("memberships:application", args=[application.pk]),
                setting=application.setting,
                detail=_("The members have not decided yet."),
                since=application.since,
            )


@waiting_lines.register(key="invitations", order=20)
def invitations_sent(visitor: Visitor) -> Iterator[Line]:
    """Of the groups that the person runs."""
    run = {group.pk: group for group in visitor.groups if getattr(group, "is_run", False)}
    for invitation in invitations_of_page(visitor):
        if invitation.group_id in run:
            yield of_group(
                run[invitation.group_id],
                _("Your invitation to %(setting)s") % {"setting": invitation.setting},
                reverse("memberships:invitations", args=[invitation.group_id]),
                detail=_("It has not answered yet."),
                since=invitation.since,
            )


@waiting_lines.register(key="notices", order=40)
def notices(visitor: Visitor) -> Iterator[Line]:
    """Of the person's settings that leave a group (C6)."""
    for membership in memberships_of_settings(visitor, visitor.settings):
        if membership.left_on is not None and membership.joined_on <= visitor.on:
            words = {"group": membership.collaboration, "day": date_in_words(_last_day(membership.left_on))}
            yield of_group(
                membership.collaboration,
                _("You leave %(group)s, last day %(day)s") % words,
                reverse("memberships:take_back_notice", args=[membership.collaboration_id, membership.pk]),
                setting=str(membership.provider),
                action=_("Take it back"),
            )


# --- what waits for a person --------------------------------------------------------------------------------


@personal_lines.register(key="gaps", order=60)
def gaps(visitor: Visitor) -> Iterator[Line]:
    """Groups without a leader, from kept counts."""
    if not visitor.allows(Permission.APPOINT_LEADERS):
        return
    number = visitor.once(group_numbers, on=visitor.on).without_leader
    if number:
        what = ngettext(
            "%(count)d collaboration has no leader", "%(count)d collaborations have no leader", number
        )
        url = reverse("collaborations:list") + "?leader=none&state=running"
        yield Line(what % {"count": number}, url, detail=_("Talk to its members about who could lead."))


@personal_lines.register(key="applications", order=40)
def applications_nobody_answers(visitor: Visitor) -> Iterator[Line]:
    """Applications (C5) to groups that nobody leads: who else would answer them?"""
    if not visitor.allows(Permission.CHANGE_MEMBERS):
        return
    waiting = applications_nobody_leads(visitor)
    if waiting is None:
        return
    what = ngettext(
        "%(count)d application waits at a collaboration that nobody leads",
        "%(count)d applications wait at collaborations that nobody leads",
        waiting.number,
    ) % {"count": waiting.number}
    url = reverse("memberships:all_applications") + "?state=open&leader=none"
    if waiting.number == 1:
        where = [waiting.collaboration_id, waiting.application_id]
        url = reverse("memberships:decide_application", args=where)
    yield Line(what, url, since=waiting.since)


@personal_lines.register(key="concerns", order=30)
def concerns(visitor: Visitor) -> Iterator[Line]:
    """Concerns (C8) that the person may read and has not read since they changed. Nothing here says whom they
    are about, nor of which group they are.
    """
    if not visitor.once(works_somewhere, visitor):
        return
    for concern in concerns_to_read(visitor.user, on=visitor.on):
        yield Line(
            _("Read what has been written to you"),
            reverse("memberships:concern", args=[concern.collaboration_id, concern.pk]),
            detail=_("It is for you and a few others of your group."),
            since=timezone.localdate(concern.changed_at),  # type: ignore[attr-defined]
        )


def works_somewhere(visitor: Visitor) -> bool:
    return bool(visitor.groups or visitor.settings)


def _is_near(end: date | None, today: date) -> bool:
    """Whether an end is known and near. ``end``: the first day on which it holds no more."""
    return end is not None and end <= today + NEAR


def _last_day(end: date | None) -> date | None:
    return None if end is None else end - DAY
