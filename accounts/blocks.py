"""What the pages of a setting and of a person show of the team, of roles and of signing in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import selectors
from accounts.panels import SigningIn, decisions_about, is_too_old, signing_in_of, waiting_correction
from accounts.permissions import Permission
from accounts.rules import STATE_NAMES, TRANSITIONS, AccountState, AccountStep, Mover, Way
from accounts.services.corrections import holds_role, way_to_correct
from core.frame.blocks import Block, Column, blocks
from core.frame.sections import Section
from core.prepared import prepared

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import RoleAppointment, User
    from core.frame.visitor import Visitor
    from providers.models import Provider

#: The page of each step that a manager takes with an account, and what its link says.
STEPS = {
    AccountStep.LOCK: ("lock", _("Block here")),
    AccountStep.UNLOCK: ("unlock", _("Let in again")),
    AccountStep.END_SESSIONS: ("end_sessions", _("Sign out everywhere")),
    AccountStep.INVITE_AGAIN: ("invite_again", _("Give more time to sign in")),
}


@blocks[Section.SETTING].register(key="team", order=140)
def team(visitor: Visitor, setting: Provider) -> Block | None:
    """Whom a setting's manager asks: the early years team."""
    if visitor.allows(Permission.VIEW_SETTINGS):
        return None
    return Block("accounts/blocks/team.html", {}, Column.SIDE, "team")


@blocks[Section.PERSON].register(key="team_roles", order=30)
def roles(visitor: Visitor, person: User) -> Block | None:
    """Roles over this authority, and permissions that somebody gave by hand."""
    roles = _roles(person=person)
    if not roles:
        return None
    may_change = visitor.allows(Permission.MANAGE_PEOPLE) and person.pk != visitor.user.pk
    return Block(
        "accounts/blocks/roles.html",
        {
            "roles": [role for role in roles if role.ends_on is None or role.ends_on > visitor.on],
            "earlier": [role for role in roles if role.ends_on is not None and role.ends_on <= visitor.on],
            "may_change": may_change,
        },
        key="team_roles",
    )


@prepared
def _roles(person: User) -> QuerySet[RoleAppointment]:
    return selectors.roles_of(person)


@blocks[Section.PERSON].register(key="signing_in", order=110)
def signing_in(visitor: Visitor, person: User) -> Block:
    """How the account stands, when the person last came, the second step, devices; what a manager may do
    (A2).
    """
    facts = visitor.once(signing_in_of, person)
    steps = _corrections(visitor, person, facts)
    if facts.state is not None and person.pk != visitor.user.pk and visitor.allows(Permission.MANAGE_PEOPLE):
        steps += [
            (reverse(f"accounts:{page}", args=[person.pk]), label)
            for step, (page, label) in STEPS.items()
            if Mover.MANAGER in TRANSITIONS[step].by and facts.state in TRANSITIONS[step].before
        ]
    return Block(
        "accounts/blocks/signing_in.html",
        {
            "facts": facts,
            "state": gettext(STATE_NAMES[facts.state]) if facts.state is not None else "",
            "steps": steps,
        },
        Column.SIDE,
        "signing_in",
    )


def _corrections(visitor: Visitor, person: User, facts: SigningIn) -> list[tuple[str, Any]]:
    """To the pages that correct a name or an address, and that say that two accounts are one person's."""
    manages = visitor.allows(Permission.MANAGE_PEOPLE)
    is_open = facts.state in (None, AccountState.INVITED, AccountState.LAPSED, AccountState.ACTIVE)
    if person.pk == visitor.user.pk or not is_open or not visitor.allows(Permission.CHANGE_MEMBERS):
        return []
    by_officer = way_to_correct(person) is Way.AT_ONCE and not holds_role(person, on=visitor.on)
    steps = []
    if manages or by_officer:
        steps.append((reverse("accounts:correct", args=[person.pk]), _("Correct name or address")))
    if manages:
        steps.append((reverse("accounts:merge", args=[person.pk]), _("Two accounts of one person")))
    return steps


@blocks[Section.PERSON].register(key="waiting_correction", order=5)
def waits_for_confirmation(visitor: Visitor, person: User) -> Block | None:
    """A change that the person has to confirm: what, until when, and how it is taken back."""
    correction = waiting_correction(person) if visitor.allows(Permission.CHANGE_MEMBERS) else None
    if correction is None:
        return None
    may_take_back = visitor.allows(Permission.MANAGE_PEOPLE) and person.pk != visitor.user.pk
    return Block(
        "accounts/blocks/waiting_correction.html",
        {
            "correction": correction,
            "is_too_old": is_too_old(correction, at=timezone.now()),
            "take_back_url": reverse("accounts:take_back_correction", args=[person.pk])
            if may_take_back
            else "",
        },
        key="waiting_correction",
    )


@blocks[Section.PERSON].register(key="decisions", order=115)
def what_was_decided(visitor: Visitor, person: User) -> Block | None:
    """What was taken away, and that somebody was blocked or let in again: who, when, why. For managers."""
    if not visitor.allows(Permission.MANAGE_PEOPLE):
        return None
    decisions = list(decisions_about(person))
    return (
        Block("accounts/blocks/decisions.html", {"decisions": decisions}, key="decisions")
        if decisions
        else None
    )
