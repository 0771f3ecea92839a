"""The head of a setting's page, and what is open there, for whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from core.frame.lines import Line, in_order, lines_of_settings
from core.frame.sections import Section
from core.prepared import prepared
from core.wording import date_in_words
from memberships.models.joining import Application, Invitation
from memberships.selectors.joining import applications_of, invitations_of
from ofsted.rules.policy import Verdict
from ofsted.selectors.pages import judgements_today
from provision import rules
from provision.panels import last_returns_of, period_of_page
from provision.selectors import state_of_period
from reorganisation.selectors.brought import groups_of_setting
from ways_of_working.selectors.agreement import terms_waiting_of

if TYPE_CHECKING:
    from core.frame.visitor import Visitor
    from ofsted.selectors.pages import Judgements
    from providers.models import Provider

VERDICT_COLOURS = {Verdict.MAY_LEAD: "green", Verdict.OFFICER_DECIDES: "yellow", Verdict.BELOW_LINE: "red"}


@dataclass(frozen=True, slots=True)
class Head:
    """``tags`` are words with their colour; ``took_over`` the registrations before this one, with the day."""

    kind: str
    district: str
    urn: str
    tags: list[tuple[str, str]] = field(default_factory=list)
    took_over: list[tuple[str, str, str]] = field(default_factory=list)


def judgements_for(visitor: Visitor, setting: Provider) -> Judgements:
    """As the block of judgements reads them, so that a page asks once."""
    with_policy = visitor.allows(Permission.VIEW_POLICY)
    return visitor.once(judgements_today, setting, on=visitor.on, with_policy=with_policy)


def head_of(visitor: Visitor, setting: Provider, *, in_full: bool) -> Head:
    """``in_full``: with what the overview reads in any case; the pages below it say less."""
    district = str(setting.district) if setting.district else _("No district")
    head = Head(setting.provider_subtype or setting.get_provider_type_display(), district, setting.urn)
    if not in_full:
        return head
    found = judgements_for(visitor, setting)
    if found.decision is not None:
        verdict = found.decision.verdict
        words = _("Agency") if found.through_agency else _(verdict.label)
        head.tags.append((str(words), VERDICT_COLOURS[verdict]))
    head.tags.append(_listing(setting))
    if visitor.allows(Permission.VIEW_MEMBERS):
        number = sum(each.has_begun for each in groups_of_setting(visitor, setting))
        words = ngettext("In %(number)d group", "In %(number)d groups", number) % {"number": number}
        head.tags.append((words if number else _("In no group"), "blue" if number else "grey"))
    opens = visitor.allows(Permission.VIEW_SETTINGS)
    for earlier in found.earlier:
        url = reverse("portal:setting", args=[earlier.setting.pk]) if opens else ""
        head.took_over.append((earlier.setting.with_urn, url, date_in_words(earlier.on)))
    return head


def _listing(setting: Provider) -> tuple[str, str]:
    if setting.unlisted_since is not None:
        words = _("No longer listed since %(day)s") % {"day": date_in_words(setting.unlisted_since)}
        return words, "orange"
    if setting.first_listed_on is None:
        return _("Not in Ofsted’s file"), "grey"
    return _("Listed by Ofsted"), "grey"


def lines_for(visitor: Visitor, setting: Provider) -> list[Line]:
    """What a setting's manager has to do; for the team what is open there, in the third person."""
    if visitor.allows(Permission.VIEW_SETTINGS):
        return in_order(_open_here(visitor, setting)) if visitor.allows(Permission.CHANGE_MEMBERS) else []
    return lines_of_settings(visitor, [setting])


def _open_here(visitor: Visitor, setting: Provider) -> Iterator[Line]:
    groups = [each for each in groups_of_setting(visitor, setting) if each.has_begun]
    memberships = [each.membership for each in groups]
    yield from _staff_number(visitor, setting, is_asked=bool(groups))
    for term in terms_waiting_of(memberships):
        membership = term.membership
        yield _line(
            _("Has not answered on the ways of working"),
            reverse("ways_of_working:terms_answers", args=[membership.collaboration_id, term.ways.version]),
            membership,
            due_on=term.ways.answer_by_on,
        )
    for membership in (each.membership for each in groups if each.owes_telling):
        where = [membership.collaboration_id, membership.pk]
        words = _("Has not confirmed that staff know of the group")
        yield _line(words, reverse("memberships:staff_told", args=where), membership)
    for invitation in _invitations(setting=setting):
        where = [invitation.collaboration_id]
        words = _("Has not answered an invitation")
        yield _line(
            words, reverse("memberships:invitations", args=where), invitation, since=invitation.sent_at
        )
    for application in _applications(setting=setting):
        where = [application.collaboration_id, application.pk]
        words = _("Has asked to join and waits for the members’ decision")
        url = reverse("memberships:decide_application", args=where)
        yield _line(words, url, application, since=application.applied_at)


@prepared
def _invitations(setting: Provider) -> QuerySet[Invitation]:
    return invitations_of(setting)


@prepared
def _applications(setting: Provider) -> QuerySet[Application]:
    return applications_of(setting).filter(state=Application.State.OPEN)


def _staff_number(visitor: Visitor, setting: Provider, *, is_asked: bool) -> Iterator[Line]:
    period = visitor.once(period_of_page, visitor.on) if is_asked else None
    if period is None:
        return
    newest = next(iter(visitor.once(last_returns_of, setting)), None)
    if newest is None or newest.period_id != period.pk:
        late = state_of_period(period, on=visitor.on) == rules.PeriodState.LATE
        words = _("Owes the staff number") if late else _("Has not confirmed the staff number yet")
        url = reverse("provision:staff_return", args=[setting.pk])
        yield Line(words, url, Section.SETTING, str(setting), setting.pk, str(period), due_on=period.due_on)


def _line(what: str, url: str, row: Any, *, since: Any = None, due_on: Any = None) -> Line:
    group = row.collaboration
    waits = timezone.localdate(since) if since is not None else None
    return Line(what, url, Section.COLLABORATION, group.name, group.pk, since=waits, due_on=due_on)
