"""What support asks of officers, and what of it waits for or is news to those who run a group (L4)."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines, waiting_lines
from core.frame.sections import Section
from core.frame.visitor import Visitor
from support.selectors.on_page import desk_of, is_news, quiet_referrals, requests_of_page
from support.selectors.requests import answer_in_words


@personal_lines.register(key="requests", order=20)
def requests(visitor: Visitor) -> Iterator[Line]:
    """The one, or one line for all."""
    waiting = desk_of(visitor)
    if waiting.since is None:
        return
    what = ngettext(
        "%(n)d request for support waits for an answer",
        "%(n)d requests for support wait for an answer",
        waiting.number,
    ) % {"n": waiting.number}
    one = waiting.number == 1
    yield Line(
        what,
        reverse("support:support_request", args=[waiting.first])
        if one
        else reverse("support:support") + "?state=asked",
        since=timezone.localdate(waiting.since),
        action=_("Answer"),
    )


@personal_lines.register(key="referrals", order=85)
def referrals_without_news(visitor: Visitor) -> Iterator[Line]:
    """Only this person's own: whoever referred a setting follows it up."""
    number = quiet_referrals(visitor) if visitor.allows(Permission.GIVE_SUPPORT) else 0
    if number:
        what = ngettext(
            "%(n)d referral of yours has had no news", "%(n)d referrals of yours have had no news", number
        ) % {"n": number}
        url = reverse("support:referrals") + f"?state=open&by={visitor.user.pk}"
        yield Line(what, url, detail=_("For four weeks or longer. Ask how it went."))


@personal_lines.register(key="answers", order=25)
def answers(visitor: Visitor) -> Iterator[Line]:
    """What the team answered to the groups that the person runs, and officers who are to come."""
    for request in requests_of_page(visitor):
        if is_news(request) and _runs(visitor, request.collaboration_id):
            yield Line(
                _("The early years team has answered your request"),
                reverse("support:support_request", args=[request.pk]),
                Section.COLLABORATION,
                request.collaboration.name,
                request.collaboration_id,
                detail=answer_in_words(request),
                due_on=request.wanted_on if request.state == "accepted" else None,
            )


@waiting_lines.register(key="requests", order=30)
def own_requests(visitor: Visitor) -> Iterator[Line]:
    for request in requests_of_page(visitor):
        if not is_news(request) and _runs(visitor, request.collaboration_id):
            yield Line(
                _("Your request to the early years team: %(kind)s")
                % {"kind": request.get_kind_display().lower()},
                reverse("support:support_request", args=[request.pk]),
                Section.COLLABORATION,
                request.collaboration.name,
                request.collaboration_id,
                since=timezone.localdate(request.asked_at),
            )


def _runs(visitor: Visitor, collaboration_id: int) -> bool:
    return any(group.pk == collaboration_id and getattr(group, "is_run", False) for group in visitor.groups)
