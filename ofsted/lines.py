"""What loads of Ofsted's file ask of those who load it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.permissions import Permission
from core.frame.lines import Line, personal_lines
from core.frame.visitor import Visitor
from core.wording import date_in_words
from memberships.selectors.loads import members_judged_by
from ofsted.models import ImportRun
from ofsted.selectors.imports import loads_to_look_at

#: Ofsted publishes the file twice a year.
DAYS_UNTIL_OLD = 200
#: So long what a load changed stands on home.
DAYS_NEW = 14


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
        if (visitor.on - loaded_on).days < DAYS_NEW and visitor.allows(Permission.VIEW_MEMBERS):
            yield from judged(loaded, loaded_on, visitor.on)
        if (visitor.on - loaded_on).days > DAYS_UNTIL_OLD:
            words = _("The register was last loaded on %(date)s.") % {"date": date_in_words(loaded_on)}
            yield Line(_("Load Ofsted's newest file"), reverse("ofsted:upload"), detail=words)


def judged(run: ImportRun, loaded_on: date, on: date) -> Iterator[Line]:
    """The members that a load has judged anew: one line, which leads to what followed."""
    number = members_judged_by(run, on=on)
    if number:
        what = ngettext(
            "%(number)d member of a collaboration is judged anew",
            "%(number)d members of collaborations are judged anew",
            number,
        ) % {"number": number}
        yield Line(
            what,
            f"{reverse('ofsted:import', args=[run.pk])}#followed",
            detail=_("By the file loaded on %(date)s. See which, and how.")
            % {"date": date_in_words(loaded_on)},
        )
