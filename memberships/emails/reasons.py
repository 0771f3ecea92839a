"""Why somebody gets an email about a group or a setting, in a sentence."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from providers.rules.workforce import ONE_PERSON


def why_lead(group: Any) -> str:
    return _("You get this email because you lead %(group)s.") % {"group": group}


def why_run(group: Any) -> str:
    return _("You get this email because you lead %(group)s or hold an office in it.") % {"group": group}


def why_manage(setting: Any) -> str:
    """Of a childminder nobody says that she manages herself."""
    if getattr(setting, "provider_type", "") in ONE_PERSON:
        return _("You get this email because it is about your childminding.")
    return _("You get this email because you manage %(setting)s.") % {"setting": setting}


def why_member(group: Any) -> str:
    return _("You get this email because you manage a member of %(group)s, or run the group.") % {
        "group": group
    }
