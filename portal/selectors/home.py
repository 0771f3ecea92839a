"""What the home page shows to each role: what needs attention first, then where to go."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.permissions import Permission
from collaborations.selectors import collaborations_of, enquiries_waiting
from core.wording import date_in_words
from leadership.selectors import Attention, settings_to_look_at
from leadership.selectors import attention_for as leadership_attention
from memberships.selectors import collaborations_without_leader_count, settings_of
from ofsted.selectors.imports import last_load, runs_waiting

#: Ofsted publishes the file twice a year.
DAYS_UNTIL_OLD = 200


def attention_for(user: User) -> list[Attention]:
    """What needs this person, most pressing first. Empty when nothing does."""
    return [
        *leadership_attention(user),
        *_imports(user),
        *_enquiries(user),
        *_gaps(user),
        *settings_to_look_at(user, on=timezone.localdate()),
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
    loaded = last_load()
    if loaded is None and not waiting:
        return [Attention(_("Load Ofsted's file"), _("The register of settings is empty until you do."), reverse("ofsted:upload"))]
    if loaded is not None and loaded.loaded_at is not None and (timezone.now() - loaded.loaded_at).days > DAYS_UNTIL_OLD:
        text = _("The register was last loaded on %(date)s.") % {"date": date_in_words(loaded.loaded_at)}
        waiting.append(Attention(_("Load Ofsted's newest file"), text, reverse("ofsted:upload")))
    return waiting


def _gaps(user: User) -> list[Attention]:
    if not user.has_perm(Permission.APPOINT_LEADERS):
        return []
    count = collaborations_without_leader_count(on=timezone.localdate())
    if not count:
        return []
    title = ngettext("%(count)d collaboration has no leader", "%(count)d collaborations have no leader", count) % {"count": count}
    return [Attention(title, _("Talk to its members about who could lead."), reverse("collaborations:list") + "?leader=none&state=running")]


def _enquiries(user: User) -> list[Attention]:
    if not user.has_perm(Permission.CHANGE_COLLABORATIONS):
        return []
    waiting = list(enquiries_waiting()[:2])
    if len(waiting) == 1:
        text = _("It came on %(day)s from %(who)s.") % {"who": waiting[0].asked_by, "day": date_in_words(waiting[0].started_on)}
        title = _("Take up the enquiry about %(name)s") % {"name": waiting[0]}
        return [Attention(title, text, reverse("collaborations:life", args=[waiting[0].pk]))]
    if not waiting:
        return []
    title = _("%(count)d enquiries about new collaborations wait") % {"count": enquiries_waiting().count()}
    text = _("The oldest came on %(day)s.") % {"day": date_in_words(waiting[0].started_on)}
    return [Attention(title, text, reverse("collaborations:list") + "?state=enquiry")]


def home_facts(user: User) -> dict[str, object]:
    """The person's own collaborations and settings today."""
    today = timezone.localdate()
    return {"collaborations": collaborations_of(user, on=today), "settings": settings_of(user, on=today)}
