"""What the pages of a setting and of a person show of the team, of roles and of signing in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts import selectors
from accounts.panels import signing_in_of
from accounts.permissions import Permission
from accounts.rules import STATE_NAMES, TRANSITIONS, AccountStep, Mover
from core.frame.blocks import Block, Column, blocks
from core.frame.sections import Section

if TYPE_CHECKING:
    from accounts.models import User
    from core.frame.visitor import Visitor
    from providers.models import Provider

#: The page of each step that a manager takes with an account, and what its link says.
STEPS = {
    AccountStep.LOCK: ("lock", _("Block here")),
    AccountStep.UNLOCK: ("unlock", _("Open the account again")),
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
    roles = list(selectors.roles_of(person))
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


@blocks[Section.PERSON].register(key="signing_in", order=110)
def signing_in(visitor: Visitor, person: User) -> Block:
    """How the account stands, when the person last came, the second step, devices; what a manager may do (A2)."""
    facts = visitor.once(signing_in_of, person)
    steps = []
    if facts.state is not None and person.pk != visitor.user.pk and visitor.allows(Permission.MANAGE_PEOPLE):
        steps = [
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
