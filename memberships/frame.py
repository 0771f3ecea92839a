"""What the pages' frame shows of members, people and offices."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet, Value
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from collaborations.selectors import collaborations_of
from core.emails import within_authority
from core.frame.news import News, Row, add_news
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_tab
from memberships.models.members import Membership
from memberships.selectors.people import settings_of
from providers.selectors import name_of_setting

add_tab(
    Section.COLLABORATION,
    Tab(
        _("Members"),
        "memberships:members",
        pages=tuple(
            f"memberships:{name}"
            for name in (
                "add_member",
                "member",
                "leave",
                "withdraw_member",
                "add_person",
                "end_person",
                "withdraw_person",
                "applications",
                "decide_application",
                "invite",
                "invitations",
                "remind_invitation",
                "withdraw_invitation",
                "give_notice",
                "take_back_notice",
                "hand_over",
                "hand_over_add",
                "hand_over_change",
                "hand_over_done",
                "hand_over_remove",
                "concerns",
                "concern",
                "raise_concern",
                "move_concern",
                "staff_told",
                "staff_told_reminders",
                "staff_summary",
                "staff_summary_pdf",
            )
        ),
    ),
    key="members",
    order=20,
)
add_tab(
    Section.COLLABORATION,
    Tab(
        _("People and offices"),
        "memberships:offices",
        pages=tuple(
            f"memberships:{name}"
            for name in (
                "give_office",
                "end_office",
                "withdraw_office",
                "appoint_leader",
                "end_leader",
                "withdraw_leader",
                "decide_leader",
            )
        ),
    ),
    key="people",
    order=90,
)
add_place(
    Hub.DATA,
    Place(
        _("Applications"),
        _("Settings that asked to join a group, and what the members decided."),
        "memberships:all_applications",
        Permission.VIEW_MEMBERS,
    ),
    key="applications",
    order=60,
)


def new_members(user: User, since: date, until: date) -> QuerySet[Membership]:
    """Settings that joined a group of the person's, but for the person's own."""
    groups = collaborations_of(user, on=until).order_by().values("pk")
    own = settings_of(user, on=until).order_by().values("pk")
    rows = Membership.objects.filter(collaboration__in=groups, joined_on__gte=since, joined_on__lt=until)
    return rows.exclude(provider__in=own).annotate(setting_name=name_of_setting("provider__"))


def tell_member(row: Row) -> News:
    what = str(_("New member: %(setting)s")) % {"setting": row.title}
    return News(row.on, what, within_authority("collaborations:detail", row.group_id), row.group)


add_news(
    new_members,
    tell_member,
    key="members",
    order=20,
    columns=("joined_on", Value(0), "setting_name", "collaboration_id", "collaboration__name"),
)
