"""Rows of a record shown on its page. They are read-only unless the record's own service takes them."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.admin import StackedInline, TabularInline
from django.http import HttpRequest
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from core.admin.fields import FieldsInScopeMixin


class LabelledInlineMixin:
    """Each control of a table's rows is named after its column and
    row: a table has no labels (WCAG 1.3.1, 4.1.2).
    """

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset_class = super().get_formset(request, obj, **kwargs)  # type: ignore[misc]

        class Labelled(formset_class):  # type: ignore[misc, valid-type]
            def add_fields(self, form: Any, index: int | None) -> None:
                super().add_fields(form, index)
                row = _("new row") if index is None else _("row %(number)s") % {"number": index + 1}
                for name, field in form.fields.items():
                    if not field.widget.is_hidden:
                        field.widget.attrs.setdefault(
                            "aria-label", f"{capfirst(str(field.label or name))}, {row}"
                        )

        Labelled.__name__ = formset_class.__name__
        return Labelled


class _OfficerInline(FieldsInScopeMixin, LabelledInlineMixin):
    """``editable = True`` only where the record's service reads the rows (``form.inline_rows[prefix]``)."""

    editable: ClassVar[bool] = False
    #: The permission that shows these rows; empty: whoever sees the record sees them.
    view_permission: ClassVar[str] = ""
    extra = 0
    show_change_link = False
    #: Changed by the record's service with the record, so no permission of their own is asked.
    can_delete = True

    def _may_edit(self, request: HttpRequest, obj: Any) -> bool:
        record_admin = self.admin_site.get_model_admin(self.parent_model)  # type: ignore[attr-defined]
        if obj is None:
            return self.editable and record_admin.has_add_permission(request)
        return self.editable and record_admin.has_change_permission(request, obj)

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return self._may_edit(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_edit(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may_edit(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not self.view_permission or request.user.has_perm(self.view_permission)


class OfficerTabularInline(_OfficerInline, TabularInline):
    """Rows as a table."""


class OfficerStackedInline(_OfficerInline, StackedInline):
    """Rows one below the other."""
