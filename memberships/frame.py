"""What the pages' frame shows of members, people and offices."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet, Value
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from accounts.selectors import current_authority
from collaborations.selectors import collaborations_of
from core.addresses import absolute
from core.calendar_files import Event, identity
from core.emails import within_authority
from core.frame.account import Part, Readers, Row, account_rows, add_topic
from core.frame.diary import Days, diary
from core.frame.jobs import Job, add_job
from core.frame.news import News, add_news
from core.frame.news import Row as NewsRow
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_pages, add_tab
from core.frame.visitor import Visitor
from core.wording import from_to_in_words
from memberships.models.members import Membership
from memberships.selectors.diary import endings_of
from memberships.selectors.pages import work_of
from memberships.selectors.people import settings_of
from memberships.selectors.person_contacts import contact_of
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
add_pages(
    Section.SETTING,
    "people",
    *(f"memberships:{name}_at_setting" for name in ("add_person", "end_person", "withdraw_person")),
)
for key, job in (
    ("add-member", Job(_("Add a member"), "memberships:add_member", Permission.CHANGE_MEMBERS)),
    ("invite", Job(_("Invite a setting"), "memberships:invite", Permission.CHANGE_MEMBERS)),
    ("appoint-leader", Job(_("Appoint a leader"), "memberships:appoint_leader", Permission.APPOINT_LEADERS)),
    (
        "record-office",
        Job(_("Record an office holder"), "memberships:give_office", Permission.APPOINT_LEADERS),
    ),
):
    add_job(key, job)


def new_members(user: User, since: date, until: date) -> QuerySet[Membership]:
    """Settings that joined a group of the person's, but for the person's own."""
    groups = collaborations_of(user, on=until).order_by().values("pk")
    own = settings_of(user, on=until).order_by().values("pk")
    rows = Membership.objects.filter(collaboration__in=groups, joined_on__gte=since, joined_on__lt=until)
    return rows.exclude(provider__in=own).annotate(setting_name=name_of_setting("provider__"))


def tell_member(row: NewsRow) -> News:
    what = str(_("New member: %(setting)s")) % {"setting": row.title}
    return News(row.on, what, within_authority("collaborations:detail", row.group_id), row.group)


add_news(
    new_members,
    tell_member,
    key="members",
    order=20,
    columns=("joined_on", Value(0), "setting_name", "collaboration_id", "collaboration__name"),
)


@account_rows[Part.PERSON].register(key="telephone", order=20)
def telephone(visitor: Visitor) -> Iterator[Row]:
    """The own number, and who reads it."""
    contact = contact_of(visitor.user)
    lines: list[str] = [contact.telephone or gettext("Not given")]
    if contact.telephone:
        lines.append(
            gettext("Seen by the early years team and the members of your groups")
            if contact.shown_to_groups
            else gettext("Seen by the early years team only")
        )
    if contact.wish:
        lines.append(gettext("You prefer: %(how)s") % {"how": contact.get_wish_display().lower()})
    action = _("Change") if contact.telephone else _("Add")
    yield Row.changed_at(reverse("memberships:own_contact"), _("Telephone"), *lines, action=action)


@account_rows[Part.WORK].register(key="appointments", order=20)
def work(visitor: Visitor) -> Iterator[Row]:
    """What the person does at settings and in groups today and later."""
    for each in work_of(visitor.user, on=visitor.on):
        when = from_to_in_words(each.starts_on, each.ends_on)
        yield Row.changed_at(each.url, each.what, each.place, when, action=_("Open"))


add_topic(
    Readers.EVERYBODY,
    _("You are given something to do at a setting or in a group, or it ends."),
    "memberships.welcomed",
    "memberships.appointment_ends",
    key="welcome",
    order=40,
)
add_topic(
    Readers.SETTING,
    _("Your setting is invited, or the members have decided on what you applied for."),
    "memberships.invitation_sent",
    "memberships.application_decided",
    key="joining",
    order=10,
)
add_topic(
    Readers.SETTING,
    _("You are asked whether your staff know, or more meetings were missed than your group agreed."),
    "memberships.staff_told_reminder",
    "memberships.attendance_at_risk",
    key="standing",
    order=20,
)
add_topic(
    Readers.SETTING,
    _("Something of your group waits for you to read."),
    "memberships.concern_moved",
    key="waiting",
    order=70,
)
add_topic(
    Readers.GROUP,
    _("Somebody asks to join, answers your invitation, leaves, or stays after all."),
    "memberships.application_received",
    "memberships.invitation_answered",
    "memberships.notice_given",
    "memberships.notice_taken_back",
    key="members",
    order=10,
)
add_topic(
    Readers.GROUP,
    _("The early years team appoints somebody in your group, or a setting no longer asks to join."),
    "memberships.appointed_by_team",
    "memberships.application_withdrawn",
    key="appointed",
    order=20,
)
add_topic(
    Readers.TEAM,
    _("Somebody asks to join a collaboration that nobody leads."),
    "memberships.application_for_team",
    key="applications",
    order=15,
)


@diary.register(key="endings", order=40)
def endings_in_diary(user: User, days: Days) -> Iterator[Event]:
    """The last day of what somebody does at a setting or in a group."""
    authority = current_authority()
    for ending in endings_of(user, since=days.since, until=days.until):
        if ending.collaboration_id is not None:
            path = within_authority("collaborations:detail", ending.collaboration_id)
        else:
            path = within_authority("portal:setting", ending.provider_id)
        yield Event(
            uid=identity(ending.kind, authority, ending.pk),
            title=gettext("Last day: %(what)s, %(place)s") % {"what": ending.what, "place": ending.place},
            day=ending.last_day,
            made_at=days.made_at,
            url=absolute(f"/{authority.slug}/{path}"),
        )
