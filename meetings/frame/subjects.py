"""What can be put to the vote from elsewhere (G6): an application, a leaver's share, a concern about conduct.

The page that it is about belongs to an app below this one. It asks ``core.frame.deciding`` what the members
decided; the answer given here offers the vote, shows how it stands, and fills the page's form once it is
closed. Whoever records the decision still confirms it there.

Another subject is one ``core.frame.deciding.Subject`` more: it says which thing a person may put to the vote,
how it is proposed, and where its page is. An app above this one adds its own, as the supplement does spending.
"""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from collaborations.models import Collaboration
from core.frame.blocks import Block
from core.frame.deciding import Decided, Put, Subject, deciders, subject_named, subjects
from core.frame.visitor import Visitor
from meetings.models.votes import Vote
from meetings.rules.outcomes import OutcomeKind
from meetings.selectors import votes
from memberships.models.joining import Application
from memberships.selectors.conduct import concern_seen
from memberships.selectors.joining import application_in
from memberships.selectors.members import membership_in

APPLICATION, LEAVER, CONDUCT = "application", "leaver", "conduct"


# --- an application to join ---------------------------------------------------------------------------------


def _runs(visitor: Visitor, group: Collaboration) -> bool:
    return visitor.allows(Permission.RUN_COLLABORATION, group) or visitor.allows(Permission.CHANGE_MEMBERS)


def find_application(visitor: Visitor, group: Collaboration, pk: int) -> Put | None:
    application = application_in(group, pk) if _runs(visitor, group) else None
    if application is None or application.state != Application.State.OPEN:
        return None
    words = {"setting": application.provider, "group": group}
    return Put(
        APPLICATION,
        pk,
        (_("%(setting)s joins") % words)[:150],
        _("%(setting)s becomes a member of %(group)s.") % words,
        reverse("memberships:decide_application", args=[group.pk, pk]),
    )


def application_address(visitor: Visitor, vote: Vote) -> str:
    url = reverse("memberships:decide_application", args=[vote.collaboration_id, vote.subject_id])
    return url if _runs(visitor, vote.collaboration) else ""


# --- a leaver's share ---------------------------------------------------------------------------------------


def find_leaver(visitor: Visitor, group: Collaboration, pk: int) -> Put | None:
    membership = membership_in(group, pk) if _runs(visitor, group) else None
    if membership is None or membership.left_on is None:
        return None
    words = {"setting": membership.provider}
    return Put(
        LEAVER,
        pk,
        (_("The share of %(setting)s") % words)[:150],
        _("%(setting)s takes its share of the supplement along.") % words,
        reverse("memberships:hand_over", args=[group.pk, pk]),
        {pk: _("The vote is about this setting’s share.")},
    )


def leaver_address(visitor: Visitor, vote: Vote) -> str:
    url = reverse("memberships:hand_over", args=[vote.collaboration_id, vote.subject_id])
    return url if _runs(visitor, vote.collaboration) else ""


# --- a concern about conduct --------------------------------------------------------------------------------


def find_concern(visitor: Visitor, group: Collaboration, pk: int) -> Put | None:
    """For whoever records its next step. Nothing of what the concern says goes into the vote by itself."""
    seen = concern_seen(visitor.user, group, pk, on=visitor.on)
    if seen is None or not seen.may_move or seen.concern.state != seen.concern.State.DISCUSSED:
        return None
    return Put(
        CONDUCT,
        pk,
        _("How we work together"),
        "",
        reverse("memberships:concern", args=[group.pk, pk]),
        {seen.concern.about_id: _("The vote is about this setting.")},
        members_only=True,
    )


def concern_address(visitor: Visitor, vote: Vote) -> str:
    group = vote.collaboration
    seen = concern_seen(visitor.user, group, vote.subject_id or 0, on=visitor.on)
    return reverse("memberships:concern", args=[group.pk, vote.subject_id]) if seen is not None else ""


for _order, _subject in enumerate(
    (
        Subject(APPLICATION, gettext_lazy("The application"), find_application, application_address),
        Subject(LEAVER, gettext_lazy("The hand-over of the setting"), find_leaver, leaver_address),
        Subject(CONDUCT, gettext_lazy("What it is about"), find_concern, concern_address),
    )
):
    subjects.add(_subject, key=_subject.kind, order=10 * (_order + 1))


# --- how it stands, for the page that it is about -----------------------------------------------------------


@deciders.register(key="votes", order=10)
def decided_by_vote(visitor: Visitor, kind: str, pk: int, group: Collaboration) -> Decided | None:
    """The last vote about a thing, or the offer to put it to one."""
    subject = subject_named(kind)
    if subject is None:
        return None
    rows = votes.votes_on(kind, [pk])
    vote = rows[-1] if rows else None
    may_put = (vote is None or not vote.is_open) and subject.find(visitor, group, pk) is not None
    if vote is None and not may_put:
        return None
    context = {
        "vote": vote,
        "collaboration": group,
        "put_url": f"{reverse('meetings:put_to_vote', args=[group.pk])}?subject={kind}-{pk}"
        if may_put
        else "",
    }
    block = Block("meetings/blocks/subject.html", context, key="vote")
    settled = {OutcomeKind.CARRIED: True, OutcomeKind.NOT_CARRIED: False}
    is_carried = settled.get(OutcomeKind(vote.outcome)) if vote is not None and vote.outcome else None
    if vote is None or is_carried is None or vote.closed_at is None:
        return Decided(block)
    return Decided(block, is_carried, vote.outcome_words, timezone.localdate(vote.closed_at))
