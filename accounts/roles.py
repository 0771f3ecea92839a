"""The role table: who holds which permission, in words first.

Roles on one collaboration or setting stand further down.

A person holds a role between two dates; on the last day it ends by itself, whatever job runs or does not run.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_noop

from accounts.permissions import Permission as P


class Role(StrEnum):
    """Roles over a whole authority."""

    OFFICER = "officer"
    MANAGER = "manager"
    FINANCE = "finance"
    QUALITY_LEAD = "quality_lead"
    AUDITOR = "auditor"


class ObjectRole(StrEnum):
    """Roles on one collaboration or setting, held by an appointment there (memberships)."""

    LEADER = "leader"
    OFFICE_HOLDER = "office_holder"
    MEMBER = "member"
    SETTING_MANAGER = "setting_manager"


@dataclass(frozen=True, slots=True)
class RoleDefinition:
    """What a role is for and what it may do."""

    title: str
    purpose: str
    permissions: frozenset[P]
    needs_second_factor: bool = True


_SEES = frozenset(
    {
        P.VIEW_SETTINGS,
        P.VIEW_COLLABORATIONS,
        P.VIEW_MEMBERS,
        P.VIEW_RETURNS,
        P.VIEW_POLICY,
        P.VIEW_FRAMEWORKS,
        P.USE_ADMIN,
        P.EXPORT,
    }
)
#: Everybody of the team but the quality lead, whose work no money is part of.
_SEES_MONEY = frozenset({P.VIEW_SUPPLEMENT, P.VIEW_CLAIMS, P.VIEW_RUNS})
_OFFICER = (
    _SEES
    | _SEES_MONEY
    | {
        P.CHANGE_SETTINGS,
        P.ADD_SETTINGS,
        P.VIEW_PRIVATE_ADDRESS,
        P.LINK_SETTINGS,
        P.VIEW_IMPORTS,
        P.IMPORT_REGISTER,
        P.CHANGE_COLLABORATIONS,
        P.ADD_COLLABORATIONS,
        P.CHANGE_MEMBERS,
        P.APPOINT_LEADERS,
        P.VIEW_TEMPLATES,
        P.CHANGE_TEMPLATES,
        P.PRINT_TERMS,
        P.REORGANISE,
        P.SEND_MESSAGES,
        P.IMPORT_COLLABORATIONS,
        P.MANAGE_SETTING,
        P.SET_RETURNS,
        P.VIEW_SUPPORT,
        P.GIVE_SUPPORT,
        P.VIEW_EVENTS,
        P.RUN_EVENTS,
        P.WORK_ON_CASES,
        P.VIEW_PEOPLE,
        P.VIEW_JOBS,
        P.ASSESS_CLAIMS,
    }
)

ROLES: dict[Role, RoleDefinition] = {
    Role.OFFICER: RoleDefinition(
        gettext_noop("Early years officer"),
        gettext_noop(
            "Keeps the register of settings, loads Ofsted's file, supports collaborations and the cases"
            " assigned to them."
        ),
        _OFFICER,
    ),
    Role.MANAGER: RoleDefinition(
        gettext_noop("Early years manager"),
        gettext_noop(
            "Does what an officer does, adopts the leading policy, writes and approves the supplement’s scheme,"
            " approves its payment runs, sees and assigns every leadership case, appoints officers, and reads"
            " the audit log and the security events."
        ),
        _OFFICER
        | {
            P.PUBLISH_TEMPLATES,
            P.CHANGE_POLICY,
            P.ADOPT_POLICY,
            P.VIEW_ALL_CASES,
            P.ASSIGN_CASES,
            P.MANAGE_PEOPLE,
            P.CHANGE_AUTHORITY,
            P.VIEW_AUDIT,
            P.VIEW_SECURITY,
            P.WRITE_SCHEME,
            P.APPROVE_SCHEME,
            P.APPROVE_RUN,
            P.WRITE_FRAMEWORKS,
        },
    ),
    Role.FINANCE: RoleDefinition(
        gettext_noop("Finance officer"),
        gettext_noop(
            "Calculates and pays the supplement, and approves a run that somebody else calculated. Sees no"
            " leadership case and no self-evaluation."
        ),
        _SEES | _SEES_MONEY | {P.MAKE_RUNS, P.APPROVE_RUN},
    ),
    Role.QUALITY_LEAD: RoleDefinition(
        gettext_noop("Quality lead"),
        gettext_noop(
            "Writes and publishes quality frameworks, looks after visits and validation. Sees the register and"
            " the collaborations."
        ),
        _SEES | {P.WRITE_FRAMEWORKS},
    ),
    Role.AUDITOR: RoleDefinition(
        gettext_noop("Auditor"),
        gettext_noop("Reads the register, the collaborations and the audit log, and changes nothing."),
        _SEES | _SEES_MONEY | {P.VIEW_AUDIT, P.VIEW_IMPORTS, P.VIEW_JOBS, P.VIEW_SUPPORT, P.VIEW_EVENTS},
    ),
}

#: Permissions on the collaboration and on the setting itself that an appointment there brings.
OBJECT_ROLES: dict[ObjectRole, frozenset[P]] = {
    ObjectRole.LEADER: frozenset({P.VIEW_COLLABORATIONS, P.RUN_COLLABORATION, P.LEAD_COLLABORATION}),
    ObjectRole.OFFICE_HOLDER: frozenset({P.VIEW_COLLABORATIONS, P.RUN_COLLABORATION}),
    ObjectRole.MEMBER: frozenset({P.VIEW_COLLABORATIONS}),
    ObjectRole.SETTING_MANAGER: frozenset({P.VIEW_SETTINGS, P.MANAGE_SETTING}),
}


def permissions_of(roles: frozenset[str]) -> frozenset[P]:
    """Everything that the given authority-wide roles may do together."""
    return frozenset().union(*(ROLES[Role(role)].permissions for role in roles))


def needs_second_factor(roles: frozenset[str]) -> bool:
    return any(ROLES[Role(role)].needs_second_factor for role in roles)
