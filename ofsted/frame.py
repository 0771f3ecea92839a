"""What the pages' frame shows of Ofsted's file and the leading policy."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.account import Readers, add_topic
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.DATA,
    Place(
        _("Ofsted's file"),
        _("Load the newest register, and see what each load changed."),
        "ofsted:imports",
        Permission.VIEW_IMPORTS,
        also=tuple(
            f"ofsted:{name}" for name in ("import", "import_rows", "upload", "choose_name", "discard")
        ),
    ),
    key="ofsted",
    order=30,
)
add_place(
    Hub.ADMINISTRATION,
    Place(
        _("Leading policy"),
        _("From which judgements a setting may lead a group."),
        "admin:ofsted_leadingpolicy_changelist",
        Permission.VIEW_POLICY,
        heading=_("Ways of working and leading"),
    ),
    key="policy",
    order=70,
)

add_topic(
    Readers.TEAM,
    _("A file of Ofsted's was loaded."),
    "ofsted.file_loaded",
    key="files",
    order=30,
)
