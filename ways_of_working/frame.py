"""What the pages' frame shows of ways of working and reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet, Value
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.permissions import Permission
from collaborations.selectors import collaborations_of, ids_run_by
from core.addresses import absolute
from core.calendar_files import Event, identity
from core.emails import within_authority
from core.frame.account import Readers, add_topic
from core.frame.diary import Days, diary
from core.frame.news import News, Row, add_news
from core.frame.places import Hub, Place, add_place
from core.frame.sections import Section
from core.frame.tabs import Tab, add_pages, add_tab
from ways_of_working.models import WaysOfWorking
from ways_of_working.selectors.reviews import open_reviews_of

add_tab(
    Section.COLLABORATION,
    Tab(
        _("Ways of working"),
        "ways_of_working:terms",
        pages=tuple(
            f"ways_of_working:{name}"
            for name in (
                "terms_version",
                "compare_terms",
                "terms_answers",
                "answer_terms",
                "reply_terms",
                "start_terms",
                "write_terms",
                "write_terms_section",
                "discard_terms",
                "circulate_terms",
                "remind_terms",
                "take_back_terms",
                "adopt_terms",
                "terms_pdf",
                "terms_summary_pdf",
            )
        ),
    ),
    key="ways_of_working",
    order=40,
)
add_pages(
    Section.COLLABORATION,
    "plan",
    "ways_of_working:reviews",
    "ways_of_working:review",
    "ways_of_working:record_review",
)
add_place(
    Hub.DATA,
    Place(
        _("Ways of working"),
        _("Which version each group works by, who owes an answer, and all of them to print."),
        "ways_of_working:terms_overview",
        Permission.VIEW_COLLABORATIONS,
        also=("ways_of_working:print_terms",),
    ),
    key="ways_of_working",
    order=40,
)
add_place(
    Hub.DATA,
    Place(
        _("Reviews"),
        _("What each group looked back on, and what is due."),
        "ways_of_working:all_reviews",
        Permission.VIEW_COLLABORATIONS,
    ),
    key="reviews",
    order=55,
)
add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Templates of ways of working"),
        _("The questions and examples that groups begin with."),
        "ways_of_working:terms_templates",
        Permission.VIEW_TEMPLATES,
        also=tuple(
            f"ways_of_working:{name}"
            for name in (
                "terms_template",
                "start_terms_template",
                "change_terms_template",
                "publish_terms_template",
                "discard_terms_template",
            )
        ),
        heading=_("Ways of working and leading"),
    ),
    key="templates",
    order=60,
)


def new_versions(user: User, since: date, until: date) -> QuerySet[WaysOfWorking]:
    """Ways of working that groups of the person's adopted."""
    groups = collaborations_of(user, on=until).order_by().values("pk")
    return WaysOfWorking.objects.filter(collaboration__in=groups, adopted_on__gte=since, adopted_on__lt=until)


def tell_version(row: Row) -> News:
    what = str(_("Ways of working, version %(version)d, adopted")) % {"version": row.number}
    path = within_authority("ways_of_working:terms_version", row.group_id, row.number)
    return News(row.on, what, path, row.group)


add_news(
    new_versions,
    tell_version,
    key="versions",
    order=30,
    columns=("adopted_on", "version", Value(""), "collaboration_id", "collaboration__name"),
)

add_topic(
    Readers.SETTING,
    _("Ways of working are to be read and answered, have changed or are talked about."),
    "ways_of_working.terms_asked",
    "ways_of_working.terms_changed",
    "ways_of_working.terms_discussed",
    key="terms",
    order=30,
)
add_topic(
    Readers.SETTING,
    _("Ways of working were adopted."),
    "ways_of_working.terms_adopted",
    key="terms_adopted",
    order=31,
)
add_topic(
    Readers.GROUP,
    _("Reviews are due."),
    "ways_of_working.reviews_opened",
    key="reviews",
    order=30,
)


@diary.register(key="reviews", order=30)
def reviews_in_diary(user: User, days: Days) -> Iterator[Event]:
    """Reviews that are open, on the day by which they are due: for those who run the group (W1)."""
    for review in open_reviews_of(ids_run_by(user, on=days.on), since=days.since, until=days.until):
        path = within_authority("ways_of_working:review", review.collaboration_id, review.pk)
        yield Event(
            uid=identity("review", review.authority, review.pk),
            title=gettext("%(group)s: review due, %(what)s")
            % {"group": review.collaboration, "what": review.get_clock_display()},
            day=review.due_on,
            made_at=days.made_at,
            url=absolute(f"/{review.authority.slug}/{path}"),
        )
