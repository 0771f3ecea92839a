"""C2: how many members there are against the advice, and against what the ways of working say."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from collaborations.rules import ADVISED_SIZE
from core.reasons import Reason


class Size(TextChoices):
    """How many members there are against the advice. Nothing is ever refused because of it."""

    EMPTY = "empty", _("No members")
    SMALL = "small", _("Small")
    ADVISED = "advised", _("As advised")
    LARGE = "large", _("Large")


def size_of(members: int) -> Size:
    """C2: six to eight settings is manageable."""
    if members == 0:
        return Size.EMPTY
    if members < ADVISED_SIZE.start:
        return Size.SMALL
    return Size.ADVISED if members in ADVISED_SIZE else Size.LARGE


def bounds_of(size: Size) -> tuple[int, int | None]:
    """The least and the greatest number of members of a size."""
    first, last = ADVISED_SIZE.start, ADVISED_SIZE.stop - 1
    return {
        Size.EMPTY: (0, 0),
        Size.SMALL: (1, first - 1),
        Size.ADVISED: (first, last),
        Size.LARGE: (last + 1, None),
    }[size]


def should_talk_of_dividing(members: int, optimum: int | None) -> bool:
    """Whether there are more members than the number above which the group
    talks about dividing; nobody's number: the advice.
    """
    return members > (ADVISED_SIZE[-1] if optimum is None else optimum)


def size_advice(members: int, optimum: int | None = None) -> Reason | None:
    """The advice in words; None when the number of members is as advised.

    ``optimum``: as the ways of working or a default say.
    """
    facts = {
        "members": members,
        "least": ADVISED_SIZE.start,
        "most": ADVISED_SIZE.stop - 1,
        "optimum": optimum or 0,
    }
    size = size_of(members)
    if size is Size.EMPTY:
        return Reason(
            "C2",
            gettext_noop("There are no members yet. From %(least)d to %(most)d settings work well together."),
            facts,
        )
    if optimum is not None and optimum != ADVISED_SIZE[-1] and should_talk_of_dividing(members, optimum):
        sentence = gettext_noop(
            "There are more than %(optimum)d members: the number above which it is time to talk about"
            " dividing."
        )
        return Reason("C2", sentence, facts)
    if size is Size.SMALL:
        return Reason(
            "C2",
            gettext_noop("This is a small group: from %(least)d to %(most)d settings work well together."),
            facts,
        )
    if size is Size.LARGE and optimum is not None and not should_talk_of_dividing(members, optimum):
        sentence = gettext_noop(
            "From %(least)d to %(most)d settings are easier to manage. Here it is time to talk about dividing"
            " above %(optimum)d."
        )
        return Reason("C2", sentence, facts)
    if size is Size.LARGE:
        return Reason(
            "C2",
            gettext_noop("This is a large group: from %(least)d to %(most)d settings are easier to manage."),
            facts,
        )
    return None
