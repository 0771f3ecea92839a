"""Ends of time in the admin: stored as the first day without, shown and asked for as the last day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from core.wording import last_day_in_words

#: Fields that hold an end.
ENDS = ("ends_on", "left_on")
LAST_DAY = _("Last day")


class LastDaysMixin:
    """Puts "last day" into the place of an end wherever a record is only shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {field.name for field in self.opts.fields}  # type: ignore[attr-defined]
        self.end = next((name for name in ENDS if name in names), "")
        self.last_day = _last_day_of(self.end)

    def shown(self, names: Sequence[Any]) -> tuple[Any, ...]:
        return tuple("last_day" if name == self.end and self.end else name for name in names)

    def get_list_display(self, request: Any) -> Any:
        return self.shown(super().get_list_display(request))  # type: ignore[misc]

    def get_fieldsets(self, request: Any, obj: Any = None) -> Any:
        fieldsets = super().get_fieldsets(request, obj)  # type: ignore[misc]
        if obj is None or self.has_change_permission(request, obj):  # type: ignore[attr-defined]
            return fieldsets
        return [(name, {**said, "fields": self.shown(said["fields"])}) for name, said in fieldsets]


def _last_day_of(end: str) -> Callable[[Any], str]:
    @admin.display(description=LAST_DAY, ordering=end or None)
    def last_day(row: Any) -> str:
        return last_day_in_words(getattr(row, end, None)) or "–"

    return last_day
