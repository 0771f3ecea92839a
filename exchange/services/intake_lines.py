"""What the lines of one collaboration do, done through the very services that people use.

The preview is this, done and then undone: what was shown cannot differ from what is loaded unless the
register has changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from collaborations.models import Collaboration
from collaborations.services import start_collaboration
from core.names import name_key
from core.wording import date_in_words
from exchange import selectors
from exchange.imports.lines import About, Line, Problem, Spot
from exchange.imports.settling import Group
from exchange.models import SheetLine
from memberships.models.members import Membership, SettingRole
from memberships.services.leaders import appoint_leader
from memberships.services.members import join, leave
from memberships.services.people import add_person_of_setting
from memberships.services.permissions import take_turn
from providers.models import District, Provider
from providers.rules.outlines import district_key
from providers.rules.workforce import roles_at

Result = SheetLine.Result
#: The fields of refusals, and the columns that they are about.
COLUMN_OF = {
    "name": "collaboration",
    "collaboration": "collaboration",
    "provider": "urn",
    "email": "email",
    "starts_on": "leads_from",
    "ends_on": "leads_from",
    "left_on": "until",
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one part of a line does.

    ``what`` says it in words; remarks are why it cannot be, or what to know.
    """

    spot: Spot
    about: About
    result: str
    what: str
    remarks: tuple[tuple[str, str], ...] = ()
    urn: str = ""
    email: str = ""

    @property
    def shown(self) -> list[Any]:
        """What a person was shown, for the digest."""
        remarks = [list(remark) for remark in self.remarks]
        return [list(self.spot), self.about, self.result, self.what, remarks]


@dataclass
class Context:
    """What all groups of a sheet share: who loads, districts and settings
    by name and number, when people were there first.
    """

    by: User
    districts: Mapping[str, District]
    settings: Mapping[str, Provider]
    there_from: Mapping[tuple[str, str], date]
    people: set[tuple[str, str]] = field(default_factory=set)


class _Undo(Exception):
    """Ends a transaction that was only a rehearsal."""


@contextmanager
def undone() -> Iterator[None]:
    """Everything done inside is taken back, tasks and audit entries too."""
    try:
        with transaction.atomic():
            yield
            raise _Undo
    except _Undo:
        pass


def problems_of(line: Line, about: About) -> tuple[tuple[str, str], ...]:
    return tuple(_said(problem) for problem in line.problems_about(about))


def remarks_of(line: Line, about: About) -> tuple[tuple[str, str], ...]:
    """What was mended in the columns of one part."""
    return tuple(_said(remark) for remark in line.remarks_about(about))


def refused_line(line: Line) -> Outcome:
    """A line of which nothing can be loaded."""
    return Outcome(line.spot, About.LINE, Result.REFUSED, _("The whole line"), problems_of(line, About.LINE))


def carry_out(group: Group, context: Context) -> list[Outcome]:
    """Load the lines of one collaboration, as far as they can be, and say what became of each part.

    Inside a transaction.
    """
    take_turn()
    try:
        with transaction.atomic():
            collaboration, outcome = _collaboration(group, context)
            members: dict[str, _Member] = {}
            outcomes = [
                found for line in group.lines for found in _line(line, collaboration, members, context)
            ]
            outcomes += [_end(member, context) for member in members.values() if member.last_on]
            if outcome.result == Result.NEW and not members:
                raise _Undo  # nobody would be in it
    except _Undo:
        why = (("urn", _("None of its members can be loaded, so it is not started.")),)
        outcome = replace(outcome, result=Result.REFUSED, remarks=why)
    return [outcome, *outcomes]


@dataclass
class _Member:
    """A setting of the group so far: its first line, its membership, its last day, and whom it has named."""

    line: Line
    membership: Membership
    last_on: date | None = None
    people: set[str] = field(default_factory=set)


def _collaboration(group: Group, context: Context) -> tuple[Collaboration | None, Outcome]:
    spot, words = group.lines[0].spot, {"name": group.name}
    found = selectors.collaboration_named(group.name)
    if found is not None:
        return found, Outcome(spot, About.COLLABORATION, Result.KNOWN, _("Collaboration %(name)s") % words)
    what = _("Collaboration %(name)s, started on %(day)s") % {**words, "day": date_in_words(group.started_on)}
    wanted = group.first("district")
    district = context.districts.get(district_key(wanted)) if wanted else None
    if wanted and district is None:
        known = ", ".join(one.name for one in context.districts.values()) or _("none yet")
        why = _("You have no district “%(wanted)s”. Yours: %(known)s.") % {"wanted": wanted, "known": known}
        return None, Outcome(spot, About.COLLABORATION, Result.REFUSED, what, (("district", why),))
    kind = next(
        (line.kind for line in group.lines if line.cells.get("kind")), Collaboration.Kind.COLLABORATION
    )
    try:
        made = start_collaboration(
            name=group.name,
            kind=kind,
            district=district,
            started_on=group.started_on,
            words=_("Loaded from a spreadsheet."),
            is_another=group.is_another,
            by=context.by,
        )
    except ValidationError as refusal:
        return None, Outcome(
            spot, About.COLLABORATION, Result.REFUSED, what, _remarks(refusal, "collaboration")
        )
    return made, Outcome(spot, About.COLLABORATION, Result.NEW, what, _other_kinds(group, kind))


def _other_kinds(group: Group, kind: str) -> tuple[tuple[str, str], ...]:
    others = [line.spot.in_words(_) for line in group.lines if line.cells.get("kind") and line.kind != kind]
    if not others:
        return ()
    return (
        (
            "kind",
            _("Other lines say another kind (%(lines)s). The first one counts.")
            % {"lines": ", ".join(others[:10])},
        ),
    )


def _line(
    line: Line, collaboration: Collaboration | None, members: dict[str, _Member], context: Context
) -> Iterator[Outcome]:
    if collaboration is None:
        why = _("The collaboration cannot be loaded: see its first line.")
        yield Outcome(
            line.spot, About.MEMBER, Result.REFUSED, _member_in_words(line, None), (("collaboration", why),)
        )
        return
    member = members.get(line.urn)
    if member is None:
        membership, outcome = _join(line, collaboration, context)
        yield outcome
        if membership is None:
            return
        member = members[line.urn] = _Member(line, membership)
    elif not line.has_person or line.email in member.people:
        twice = _("This setting is here twice: %(line)s was used.") % {"line": member.line.spot.in_words(_)}
        yield Outcome(
            line.spot,
            About.MEMBER,
            Result.REFUSED,
            _member_in_words(line, member.membership.provider),
            (("urn", twice),),
        )
        return
    if line.last_on is not None:
        member.last_on = min(line.last_on, member.last_on or line.last_on)
    if line.has_person or line.problems_about(About.PERSON):
        member.people.add(line.email)
        role, outcome_of_person = _person(line, member.membership.provider, context)
        if outcome_of_person is not None:
            yield outcome_of_person
        if line.leads or line.problems_about(About.LEADER):
            yield _leader(line, member.membership, role, context)
    elif line.problems_about(About.LEADER):
        yield Outcome(line.spot, About.LEADER, Result.REFUSED, _("Leader"), problems_of(line, About.LEADER))


def _member_in_words(line: Line, provider: Provider | None) -> str:
    return _("%(setting)s (%(urn)s) as a member from %(day)s") % {
        "setting": provider or line.setting or _("The setting"),
        "urn": line.urn,
        "day": date_in_words(line.member_from),
    }


def _join(line: Line, collaboration: Collaboration, context: Context) -> tuple[Membership | None, Outcome]:
    provider = context.settings.get(line.urn)
    what = _member_in_words(line, provider)
    if provider is None:
        why = _("This URN is not in your register. Load Ofsted's newest file, or add the setting by hand.")
        return None, Outcome(line.spot, About.MEMBER, Result.REFUSED, what, (("urn", why),))
    membership = selectors.membership_from(collaboration, provider, on=line.member_from)
    if membership is not None:
        since = _("It is recorded as a member from %(day)s.") % {"day": date_in_words(membership.joined_on)}
        remarks = remarks_of(line, About.LINE)
        remarks += (("joined_on", since),) if membership.joined_on != line.member_from else ()
        return membership, Outcome(line.spot, About.MEMBER, Result.KNOWN, what, remarks)
    try:
        made = join(collaboration=collaboration, provider=provider, on=line.member_from, by=context.by)
    except ValidationError as refusal:
        return None, Outcome(line.spot, About.MEMBER, Result.REFUSED, what, _remarks(refusal, "joined_on"))
    return made, Outcome(
        line.spot,
        About.MEMBER,
        Result.NEW,
        what,
        (*remarks_of(line, About.LINE), *_other_name(line, provider)),
    )


def _other_name(line: Line, provider: Provider) -> tuple[tuple[str, str], ...]:
    """The URN decides; a name that says something else is worth a look."""
    if not line.setting or not provider.name or name_key(line.setting) == name_key(provider.name):
        return ()
    return (
        (
            "setting",
            _("In your register this URN is %(name)s. Check that it is the right one.")
            % {"name": provider.name},
        ),
    )


def _person(line: Line, provider: Provider, context: Context) -> tuple[SettingRole | None, Outcome | None]:
    role_in_words = roles_at(provider.provider_type)[line.role]
    name = line.person or line.cells.get("person") or line.cells.get("email") or _("Somebody")
    what = _("%(person)s as %(role)s of %(setting)s") % {
        "person": name,
        "role": str(role_in_words).lower(),
        "setting": provider,
    }
    key = (line.urn, line.email)
    problems = problems_of(line, About.PERSON)
    if problems:
        return None, Outcome(line.spot, About.PERSON, Result.REFUSED, what, problems)
    starts_on = context.there_from[key]
    role = selectors.role_of_person(provider, line.email, on=starts_on)
    was_there = role is not None
    try:
        validate_email(line.email)
        role = role or add_person_of_setting(
            provider=provider,
            email=line.email,
            full_name=line.person,
            role=line.role,
            starts_on=starts_on,
            by=context.by,
        )
    except ValidationError as refusal:
        return None, Outcome(line.spot, About.PERSON, Result.REFUSED, what, _remarks(refusal, "email"))
    if key in context.people:
        return role, None  # another line of the sheet has said it
    context.people.add(key)
    return role, Outcome(
        line.spot,
        About.PERSON,
        Result.KNOWN if was_there else Result.NEW,
        what,
        remarks_of(line, About.PERSON),
        urn=line.urn,
        email=line.email,
    )


def _leader(line: Line, membership: Membership, role: SettingRole | None, context: Context) -> Outcome:
    starts_on = line.leads_from or line.member_from
    what = _("%(person)s as a leader from %(day)s") % {
        "person": line.person or _("Somebody"),
        "day": date_in_words(starts_on),
    }
    problems = problems_of(line, About.LEADER)
    if role is None and not problems:
        problems = (("person", _("The person cannot be loaded, so cannot be recorded as a leader.")),)
    if problems or role is None:
        return Outcome(line.spot, About.LEADER, Result.REFUSED, what, problems)
    if selectors.lead_of_person(membership, role.user, on=starts_on) is not None:
        return Outcome(line.spot, About.LEADER, Result.KNOWN, what)
    try:
        appoint_leader(
            membership=membership, user=role.user, manner=line.manner, starts_on=starts_on, by=context.by
        )
    except ValidationError as refusal:
        return Outcome(line.spot, About.LEADER, Result.REFUSED, what, _remarks(refusal, "leads"))
    return Outcome(line.spot, About.LEADER, Result.NEW, what)


def _end(member: _Member, context: Context) -> Outcome:
    """The last day of a membership that the spreadsheet tells and that is still to come."""
    if member.last_on is None:
        raise ValueError("this membership lasts")
    membership, spot = member.membership, member.line.spot
    words = {"setting": membership.provider, "day": date_in_words(member.last_on)}
    what = _("%(setting)s as a member to %(day)s") % words
    first_day_out = member.last_on + timedelta(days=1)
    if membership.left_on == first_day_out:
        return Outcome(spot, About.END, Result.KNOWN, what)
    try:
        leave(membership=membership, on=first_day_out, reason=_("Loaded from a spreadsheet."), by=context.by)
    except ValidationError as refusal:
        return Outcome(spot, About.END, Result.REFUSED, what, _remarks(refusal, "until"))
    return Outcome(spot, About.END, Result.NEW, what)


def _remarks(refusal: ValidationError, otherwise: str) -> tuple[tuple[str, str], ...]:
    if not hasattr(refusal, "error_dict"):
        return tuple((otherwise, reason) for reason in refusal.messages)
    return tuple(
        (COLUMN_OF.get(name, otherwise), reason)
        for name, reasons in refusal.message_dict.items()
        for reason in reasons
    )


def _said(problem: Problem) -> tuple[str, str]:
    return problem.column, problem.reason.in_words(_)


def context_for(groups: Sequence[Group], *, by: User) -> Context:
    """What the groups need to know of the register, in two queries."""
    lines = [line for group in groups for line in group.lines]
    first: dict[tuple[str, str], date] = {}
    for line in lines:
        if line.email:
            key = (line.urn, line.email)
            first[key] = min(line.member_from, first.get(key, line.member_from))
    districts = {district_key(one.name): one for one in District.objects.order_by("name__in_order", "pk")}
    return Context(
        by=by,
        districts=districts,
        settings=selectors.settings_by_urn({line.urn for line in lines}),
        there_from=first,
    )
