"""What loads of Ofsted's file ask of those who load it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from core.wording import date_in_words
from memberships.selectors.loads import members_told_of
from ofsted.models import ImportRun
from ofsted.selectors.imports import loads_to_look_at

#: Ofsted publishes the file twice a year.
DAYS_UNTIL_OLD = 200
#: So long after a load the home page says what it brought for members.
NEWS = timedelta(days=14)


@personal_lines.register(key="imports", order=35)
def imports(visitor: Visitor) -> Iterator[Line]:
    if not visitor.allows(Permission.IMPORT_REGISTER):
        return
    waiting, loaded = loads_to_look_at()
    for run in waiting:
        yield Line(
            _("Check the upload of %(file)s") % {"file": run.file_name},
            reverse("ofsted:import", args=[run.pk]),
            detail=_("It has been compared with the register and waits for you to confirm it."),
        )
    if loaded is None and not waiting:
        words = _("The register of settings is empty until you do.")
        yield Line(_("Load Ofsted's file"), reverse("ofsted:upload"), detail=words, comes_first=True)
    if loaded is not None and loaded.loaded_at is not None:
        loaded_on = timezone.localdate(loaded.loaded_at)
        if visitor.on - loaded_on <= NEWS:
            yield from _followed(visitor, loaded)
        if (visitor.on - loaded_on).days > DAYS_UNTIL_OLD:
            words = _("The register was last loaded on %(date)s.") % {"date": date_in_words(loaded_on)}
            yield Line(_("Load Ofsted's newest file"), reverse("ofsted:upload"), detail=words)


def _followed(visitor: Visitor, loaded: ImportRun) -> Iterator[Line]:
    """That the load says something new of members' inspections, to whoever sees members (P43)."""
    number = members_told_of(loaded, on=visitor.on) if visitor.allows(Permission.VIEW_MEMBERS) else 0
    if number:
        what = ngettext(
            "Ofsted says something new about %(number)d member",
            "Ofsted says something new about %(number)d members",
            number,
        )
        yield Line(
            what % {"number": number},
            f"{reverse('ofsted:import', args=[loaded.pk])}#followed",
            detail=_("Inspections in the file of %(day)s. See who is concerned, and which leaders.")
            % {"day": date_in_words(loaded.listed_on)},
        )
