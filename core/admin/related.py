"""Related records that a record shows: a link only for whoever may open the one that it leads to.

Django links each of them, whoever reads; the reader would be refused there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.helpers import AdminForm, AdminReadonlyField, Fieldline, Fieldset
from django.http import HttpRequest


class _ForReader:
    """A part of Django's form of a record, as it was made, and who reads it."""

    def __init__(self, made: Any, request: HttpRequest) -> None:
        self.__dict__.update(vars(made))
        self.request = request


class _Line(_ForReader, Fieldline):
    def __iter__(self) -> Iterator[Any]:
        for field in super().__iter__():
            if isinstance(field, AdminReadonlyField):
                yield _Readonly(field, self.request)
            else:
                yield field


class _Readonly(_ForReader, AdminReadonlyField):
    def get_admin_url(self, remote_field: Any, remote_obj: Any) -> Any:
        related = self.model_admin.admin_site._registry.get(remote_field.model)
        if related is None or not related.has_view_permission(self.request, remote_obj):
            return str(remote_obj)
        return super().get_admin_url(remote_field, remote_obj)


class _Set(_ForReader, Fieldset):
    def __iter__(self) -> Iterator[Any]:
        return (_Line(line, self.request) for line in super().__iter__())


class FormForReader(_ForReader, AdminForm):
    """``made`` is Django's form of a record."""

    def __iter__(self) -> Iterator[Any]:
        return (_Set(fieldset, self.request) for fieldset in super().__iter__())
