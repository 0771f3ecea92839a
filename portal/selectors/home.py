"""What the home page shows to each role: what needs attention first, then where to go."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.permissions import Permission
from collaborations.selectors import collaborations_of, enquiries_waiting, ids_run_by
from core.attention import Attention
from core.wording import date_in_words
from leadership.selectors import cases_to_look_at, settings_to_look_at
from library.selectors import documents_to_review
from memberships.selectors.conduct import concerns_to_read
from memberships.selectors.joining import applications_nobody_leads
from memberships.selectors.lists import GroupNumbers, group_numbers
from memberships.selectors.people import settings_of
from ofsted.selectors.imports import newest_load, runs_waiting
from portal.selectors.setting import tasks_owed
from providers.models import Provider
from providers.rules.workforce import YOURS, workforce_of
from reorganisation.selectors.plans import plans_to_carry_out
from reorganisation.selectors.succession import successions_to_settle
from support.selectors.attention import attention_for as support_to_look_at

#: Ofsted publishes the file twice a year.
DAYS_UNTIL_OLD = 200
MAX_NAMED = 3


def attention_for(user: User, *, settings: Sequence[Provider] = ()) -> list[Attention]:
    """What needs this person, most pressing first.

    Empty when nothing does. ``settings``: where the person works (``home_facts``).
    """
    numbers = (
        group_numbers(on=timezone.localdate())
        if user.has_perm(Permission.VIEW_COLLABORATIONS)
        else GroupNumbers(0, 0)
    )
    return [
        *cases_to_look_at(user),
        *support_to_look_at(user),
        *_imports(user),
        *_successions(user),
        *_plans(user),
        *_enquiries(user, numbers.enquiries),
        *_gaps(user, numbers.without_leader),
        *_applications(user),
        *settings_to_look_at(user, on=timezone.localdate()),
        *_concerns(user, settings),
        *_documents(user, settings),
        *_own_settings(settings),
    ]


def _imports(user: User) -> list[Attention]:
    if not user.has_perm(Permission.IMPORT_REGISTER):
        return []
    waiting = [
        Attention(
            _("Check the upload of %(file)s") % {"file": run.file_name},
            _("It has been compared with the register and waits for you to confirm it."),
            reverse("ofsted:import", args=[run.pk]),
        )
        for run in runs_waiting()
    ]
    loaded = newest_load()
    if loaded is None and not waiting:
        return [
            Attention(
                _("Load Ofsted's file"),
                _("The register of settings is empty until you do."),
                reverse("ofsted:upload"),
            )
        ]
    if (
        loaded is not None
        and loaded.loaded_at is not None
        and (timezone.now() - loaded.loaded_at).days > DAYS_UNTIL_OLD
    ):
        text = _("The register was last loaded on %(date)s.") % {"date": date_in_words(loaded.loaded_at)}
        waiting.append(Attention(_("Load Ofsted's newest file"), text, reverse("ofsted:upload")))
    return waiting


def _gaps(user: User, count: int) -> list[Attention]:
    if not count or not user.has_perm(Permission.APPOINT_LEADERS):
        return []
    title = ngettext(
        "%(count)d collaboration has no leader", "%(count)d collaborations have no leader", count
    ) % {"count": count}
    return [
        Attention(
            title,
            _("Talk to its members about who could lead."),
            reverse("collaborations:list") + "?leader=none&state=running",
        )
    ]


def _applications(user: User) -> list[Attention]:
    """Applications (C5) to groups that nobody leads: who else would answer them? One query."""
    if not user.has_perm(Permission.CHANGE_MEMBERS):
        return []
    found = applications_nobody_leads(on=timezone.localdate())
    if found.since is None:
        return []
    title = ngettext(
        "%(count)d application waits at a collaboration that nobody leads",
        "%(count)d applications wait at collaborations that nobody leads",
        found.number,
    )
    one = [found.collaboration_id, found.application_id]
    url = (
        reverse("memberships:decide_application", args=one)
        if found.number == 1
        else reverse("memberships:all_applications")
    )
    text = _("The oldest came on %(day)s.") if found.number > 1 else _("It came on %(day)s.")
    more = "" if found.number == 1 else "?state=open&leader=none"
    return [
        Attention(
            title % {"count": found.number},
            text % {"day": date_in_words(timezone.localdate(found.since))},
            url + more,
        )
    ]


def _successions(user: User) -> list[Attention]:
    """Take-overs (O2) whose old registration is still a member: nothing moves unless an officer says so."""
    if not user.has_perm(Permission.CHANGE_MEMBERS):
        return []
    waiting = list(successions_to_settle(on=timezone.localdate())[:MAX_NAMED])
    return [
        Attention(
            _("Say what moves from %(old)s to %(new)s") % {"old": link.old, "new": link.new},
            _("It took over on %(day)s, and the old registration is still a member.")
            % {"day": date_in_words(link.on)},
            reverse("reorganisation:move_to_successor", args=[link.pk]),
        )
        for link in waiting
    ]


def _plans(user: User) -> list[Attention]:
    """Plans (C4) that the leaders have agreed to and whose day has come or is near: nothing happens unless an
    officer carries them out.
    """
    if not user.has_perm(Permission.REORGANISE):
        return []
    found, today = [], timezone.localdate()
    for plan in plans_to_carry_out(on=today)[:MAX_NAMED]:
        words = {"names": ", ".join(plan.ending), "day": date_in_words(plan.takes_effect_on)}  # type: ignore[attr-defined]
        has_come = plan.takes_effect_on is not None and plan.takes_effect_on <= today
        title = (
            _("Carry out the plan for %(names)s")
            if has_come
            else _("The plan for %(names)s: carry it out from %(day)s")
        )
        text = (
            _("It takes effect on %(day)s.")
            if has_come
            else _("The leaders have agreed to it. Look at it once more.")
        )
        found.append(Attention(title % words, text % words, reverse("reorganisation:plan", args=[plan.pk])))
    return found


def _concerns(user: User, settings: Sequence[Provider]) -> list[Attention]:
    """How we work together (C8) that the person may read and has not read since they changed.

    Nothing here says whom they are about.
    """
    if not settings:
        return []
    title, text = _("Read what has been written to you"), _("It is for you and a few others of your group.")
    return [
        Attention(title, text, reverse("memberships:concern", args=[concern.collaboration_id, concern.pk]))
        for concern in concerns_to_read(user, on=timezone.localdate())
    ]


def _documents(user: User, settings: Sequence[Provider]) -> list[Attention]:
    """Shared documents that the person owns and wanted to look at again by now."""
    if not settings:
        return []
    text = _("You wanted to look at it again. Keep it, replace it or take it away.")
    return [
        Attention(
            _("Look at “%(title)s”") % {"title": document.title},
            text,
            reverse("library:document", args=[document.collaboration_id, document.pk]),
        )
        for document in documents_to_review(user, timezone.localdate())[:MAX_NAMED]
    ]


def _own_settings(settings: Sequence[Provider]) -> list[Attention]:
    """What the settings that a person manages owe."""
    today, found = timezone.localdate(), []
    for setting in settings:
        if setting.is_managed:  # type: ignore[attr-defined]
            found += [
                Attention(f"{setting}: {task.label}", task.hint, task.url)
                for task in tasks_owed(setting, on=today)
            ]
    return found


def _enquiries(user: User, count: int) -> list[Attention]:
    if not count or not user.has_perm(Permission.CHANGE_COLLABORATIONS):
        return []
    waiting = list(enquiries_waiting()[:2])
    if len(waiting) == 1:
        text = _("It came on %(day)s from %(who)s.") % {
            "who": waiting[0].asked_by,
            "day": date_in_words(waiting[0].started_on),
        }
        title = _("Take up the enquiry about %(name)s") % {"name": waiting[0]}
        return [Attention(title, text, reverse("collaborations:life", args=[waiting[0].pk]))]
    if not waiting:
        return []
    title = _("%(count)d enquiries about new collaborations wait") % {"count": count}
    text = _("The oldest came on %(day)s.") % {"day": date_in_words(waiting[0].started_on)}
    return [Attention(title, text, reverse("collaborations:list") + "?state=enquiry")]


def home_facts(user: User) -> dict[str, Any]:
    """The person's own collaborations, each with the page to begin on, and settings today."""
    today = timezone.localdate()
    groups = list(collaborations_of(user, on=today))
    run = ids_run_by(user, on=today) if groups else set()
    pages = {True: "portal:dashboard", False: "collaborations:detail"}
    linked = [
        {"name": group.name, "url": reverse(pages[group.pk in run], args=[group.pk])} for group in groups
    ]
    settings = list(settings_of(user, on=today))
    return {"collaborations": linked, "settings": settings, "settings_heading": _heading_of(settings)}


def _heading_of(settings: Sequence[Provider]) -> str:
    """“Your childminding” of a childminder; of several settings “Your settings”."""
    if len(settings) != 1:
        return _("Your settings")
    return str(YOURS[workforce_of(settings[0].provider_type, None)])
