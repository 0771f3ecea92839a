"""A setting's home: what it owes, what its collaborations have brought, what it offers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.wording import date_in_words
from memberships.selectors.joining import invitations_of
from providers.models import Provider
from providers.rules.workforce import TELL, Workforce, ask_for_number
from provision import rules
from provision import selectors as provision_selectors
from provision.models import Vacancy
from reorganisation.selectors.brought import GroupOfSetting, groups_of_setting
from ways_of_working.selectors.agreement import terms_waiting_of

#: So many days before a vacancy fades, its setting is asked.
ASK_BEFORE_FADING = 4


@dataclass(frozen=True, slots=True)
class Task:
    """One line of the task list. Without ``url`` there is nothing to open."""

    label: str
    url: str
    hint: str
    status: str
    colour: str = ""


def tasks_owed(provider: Provider, *, on: date, groups: Sequence[GroupOfSetting] | None = None) -> list[Task]:
    """What a setting has still to do, for those who manage it. ``groups``: where they are known already."""
    known = groups_of_setting(provider, on=on) if groups is None else groups
    tasks = _tasks(provider, known, list(provision_selectors.vacancies_of(provider)), on)
    return [task for task in tasks if task.colour]


def _tasks(
    provider: Provider, groups: Sequence[GroupOfSetting], vacancies: Sequence[Vacancy], on: date
) -> list[Task]:
    invitations = invitations_of(provider)
    return [
        *_staff_return(provider, groups, on),
        *_answers(invitations),
        *_terms(groups),
        *_telling(groups),
        *_fading(provider, vacancies, on),
    ]


def _staff_return(provider: Provider, groups: Sequence[GroupOfSetting], on: date) -> Iterator[Task]:
    period = provision_selectors.open_period(on)
    if period is None:
        return
    url = reverse("provision:staff_return", args=[provider.pk])
    made = provision_selectors.return_of(provider, period)
    if made is not None:
        hint = _("%(staff)d, confirmed by %(person)s on %(day)s.") % {
            "staff": made.staff,
            "person": made.certified_by,
            "day": date_in_words(made.certified_at),
        }
        yield Task(_("Staff number"), url, hint, _("Done"))
    elif groups and provision_selectors.settings_asked(period).filter(pk=provider.pk).exists():
        due = _("%(period)s, due by %(day)s.") % {"period": period, "day": date_in_words(period.due_on)}
        is_late = provision_selectors.state_of_period(period, on=on) == rules.PeriodState.LATE
        label = ask_for_number(provider.provider_type, groups[0].last_staff)
        yield Task(label, url, due, _("Late") if is_late else _("To do"), "red" if is_late else "blue")


def _answers(invitations: Iterable[Any]) -> Iterator[Task]:
    for invitation in invitations:
        url = reverse("memberships:answer_invitation", args=[invitation.pk])
        yield Task(
            _("Answer an invitation"),
            url,
            _("%(group)s invites you to join.") % {"group": invitation.collaboration},
            _("To do"),
            "blue",
        )


def _terms(groups: Iterable[GroupOfSetting]) -> Iterator[Task]:
    """Ways of working that wait for the setting's answer (W2)."""
    for term in terms_waiting_of(group.membership for group in groups if group.has_begun):
        membership, ways = term.membership, term.ways
        url = reverse(
            "ways_of_working:answer_terms", args=[membership.collaboration_id, ways.version, membership.pk]
        )
        words = {"group": membership.collaboration, "day": date_in_words(ways.answer_by_on)}
        yield Task(
            _("Answer about the ways of working"),
            url,
            _("%(group)s, by %(day)s.") % words,
            _("To do"),
            "blue",
        )


def _telling(groups: Iterable[GroupOfSetting]) -> Iterator[Task]:
    for group in groups:
        if group.owes_telling:
            url = reverse(
                "memberships:staff_told", args=[group.membership.collaboration_id, group.membership.pk]
            )
            hint = (
                _("Confirm once a year that your staff know of %(group)s and its aims.")
                if group.workforce is Workforce.EMPLOYS
                else _("Confirm once a year that your assistants know of %(group)s and its aims.")
            )
            words = {"group": group.membership.collaboration}
            yield Task(str(TELL[group.workforce]), url, hint % words, _("To do"), "blue")


def _fading(provider: Provider, vacancies: Iterable[Vacancy], on: date) -> Iterator[Task]:
    fading = sum(
        0 < (rules.fades_on(vacancy.confirmed_on) - on).days <= ASK_BEFORE_FADING for vacancy in vacancies
    )
    if fading:
        hint = ngettext(
            "%(number)d entry is about to fade.", "%(number)d entries are about to fade.", fading
        ) % {"number": fading}
        yield Task(
            _("Confirm your free places"),
            reverse("provision:vacancies", args=[provider.pk]),
            hint,
            _("Soon"),
            "yellow",
        )
