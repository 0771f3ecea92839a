"""What the pages of a setting and of a person show of groups, people and offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from accounts.permissions import Permission
from core.frame.blocks import Block, Column, blocks
from core.frame.sections import Section
from memberships.selectors.joining import applications_of
from memberships.selectors.pages import appointments_of, people_today
from memberships.selectors.person_contacts import contact_of
from providers.selectors import workforce_of_setting
from reorganisation.selectors.brought import GroupOfSetting, groups_of_setting
from ways_of_working.selectors.clauses import clauses_from

if TYPE_CHECKING:
    from accounts.models import User
    from core.frame.visitor import Visitor
    from providers.models import Provider
    from ways_of_working.rules.clauses import Clause


@blocks[Section.SETTING].register(key="collaborations", order=40)
def collaborations(visitor: Visitor, setting: Provider) -> Block | None:
    """The groups of a setting today and later, each with who leads it and how the setting stands there."""
    if not _reads_groups(visitor, setting):
        return None
    is_theirs = visitor.allows(Permission.MANAGE_SETTING, setting)
    reads_all = visitor.allows(Permission.VIEW_MEMBERS)
    return Block(
        "memberships/blocks/groups.html",
        {
            "groups": [
                {"group": group, "clauses": expected_of(group)}
                for group in groups_of_setting(visitor, setting)
            ],
            "workforce": visitor.once(workforce_of_setting, setting),
            "setting": setting,
            "is_theirs": is_theirs,
            "reads_all": reads_all,
            "may_refer": visitor.allows(Permission.GIVE_SUPPORT),
            "may_change": visitor.allows(Permission.CHANGE_MEMBERS),
            "find_url": reverse("memberships:find", args=[setting.pk]) if is_theirs and not reads_all else "",
        },
        key="collaborations",
    )


def expected_of(group: GroupOfSetting) -> list[Clause]:
    """What attendance is expected in a group, and where that is agreed (C7)."""
    clauses = clauses_from(
        group.terms, ["attendance_threshold"], collaboration_id=group.membership.collaboration_id
    )
    return clauses if group.has_begun else []


@blocks[Section.SETTING].register(key="waiting", order=50)
def waiting_for_others(visitor: Visitor, setting: Provider) -> Block | None:
    """What a manager has asked and others have still to answer."""
    if visitor.allows(Permission.VIEW_SETTINGS) or not visitor.allows(Permission.MANAGE_SETTING, setting):
        return None
    applications = list(applications_of(setting))
    return (
        Block("memberships/blocks/waiting.html", {"applications": applications}, key="waiting")
        if applications
        else None
    )


@blocks[Section.SETTING].register(key="people", order=120)
def people(visitor: Visitor, setting: Provider) -> Block | None:
    """Who works there, the managers first, and what else they do."""
    if not _reads_groups(visitor, setting):
        return None
    of_team = visitor.allows(Permission.VIEW_PEOPLE)
    return Block(
        "memberships/blocks/setting_people.html",
        {
            "people": visitor.once(people_today, setting, on=visitor.on, of_team=of_team),
            "opens_people": of_team,
            "setting": setting,
        },
        Column.SIDE,
        "people",
    )


def _reads_groups(visitor: Visitor, setting: Provider) -> bool:
    return visitor.allows(Permission.VIEW_MEMBERS) or visitor.allows(Permission.MANAGE_SETTING, setting)


@blocks[Section.PERSON].register(key="reach", order=10)
def how_to_reach(visitor: Visitor, person: User) -> Block:
    may_change = visitor.allows(Permission.CHANGE_MEMBERS)
    return Block(
        "memberships/blocks/reach.html",
        {
            "person": person,
            "contact": contact_of(person),
            "change_url": reverse("memberships:change_contact", args=[person.pk]) if may_change else "",
        },
        key="reach",
    )


@blocks[Section.PERSON].register(key="roles", order=20)
def what_they_do(visitor: Visitor, person: User) -> Block:
    """Work at settings, leading and offices; what has ended is folded."""
    found = visitor.once(appointments_of, person, on=visitor.on)
    return Block(
        "memberships/blocks/appointments.html",
        {
            "appointments": [each for each in found if not each.has_ended],
            "earlier": [each for each in found if each.has_ended],
            "may_change": visitor.allows(Permission.CHANGE_MEMBERS) and person.pk != visitor.user.pk,
            "person": person,
        },
        key="roles",
    )
