"""What the home page shows to each role: what needs attention first, then where to go."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.permissions import Permission
from core.wording import date_in_words
from ofsted.selectors.imports import last_load, runs_waiting


@dataclass(frozen=True, slots=True)
class Attention:
    """Something to do: a sentence, and where to do it."""

    title: str
    detail: str
    url: str


def attention_for(user: User) -> list[Attention]:
    """What needs this person, most pressing first. Empty when nothing does."""
    return [*_imports(user)]


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
    if loaded is not None and (timezone.now() - loaded.loaded_at).days > 200:
        text = _("The register was last loaded on %(date)s.") % {"date": date_in_words(loaded.loaded_at)}
        waiting.append(Attention(_("Load Ofsted's newest file"), text, reverse("ofsted:upload")))
    return waiting


def home_facts(user: User) -> dict[str, object]:
    """The person's own collaborations and settings today."""
    return {"collaborations": [], "settings": []}
