"""What the pages' frame shows of quality: the team's places."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from core.frame.places import Hub, Place, add_place

add_place(
    Hub.QUALITY,
    Place(
        _("Quality frameworks"),
        _("What settings and collaborations look at themselves by: written, published, replaced."),
        "qa_framework:frameworks",
        Permission.VIEW_FRAMEWORKS,
        also=tuple(
            f"qa_framework:{name}"
            for name in (
                *("begin_shipped", "begin_empty", "load", "file_format", "framework", "take_file", "changes"),
                *("begin_version", "end", "about", "discard", "publish", "add_level", "level", "add_area"),
                *("area", "add_standard", "standard", "words", "successors", "move_part", "remove_part"),
            )
        ),
    ),
    key="frameworks",
    order=10,
)
