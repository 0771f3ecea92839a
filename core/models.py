"""Base classes of everything that an authority owns. No table of its own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.db.models.lookups import Exact
from django.utils.encoding import force_str
from django_scopes import ScopedManager

from core.scoping import NoAuthorityInScope, authority_id_or_none


class AuthorityInScope(models.Func):
    """Column default: the authority of the transaction.

    Holds for bulk_create, raw SQL and guardian's rows too.
    """

    template = "NULLIF(current_setting('app.authority_id', true), '')::bigint"
    arity = 0
    output_field = models.BigIntegerField()


class JoinedWithinAuthority:
    """Part of a field between two things of one authority: each join over
    it, in both directions, compares the authority too.

    It is what the composite key and the primary key say, and what a database needs that keeps authorities on
    several machines.
    """

    model: type[models.Model]
    remote_field: Any

    def get_extra_restriction(self, alias: Any, related_alias: str) -> Any:
        """``alias`` is the table that is pointed at.

        It is None where ``exclude()`` has trimmed that table from its subquery.
        """
        mine = _authority_column(self.model, related_alias)
        if alias is not None:
            return Exact(_authority_column(self.remote_field.model, alias), mine)
        authority_id = authority_id_or_none()
        return None if authority_id is None else Exact(mine, authority_id)


def _authority_column(model: type[models.Model], alias: str) -> Any:
    field: Any = model._meta.get_field("authority")
    return field.get_col(alias)


class OwnedForeignKey(JoinedWithinAuthority, models.ForeignKey):
    """A foreign key between two things of one authority.

    The database's constraint is the composite ``(authority_id, x_id)`` key that ``CompositeKey`` of
    ``core.isolation.operations`` makes: row-level security does not bind foreign key checks, so a
    single-column key could point into another authority.
    """

    def __init__(self, to: Any, on_delete: Any, **kwargs: Any) -> None:
        kwargs["db_constraint"] = False
        super().__init__(to, on_delete, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """A choice among the rows of the authority in scope when the
        form is made, not when its class is read.
        """
        kwargs.setdefault("queryset", EveryRow(self.remote_field.model))
        return super().formfield(**{"form_class": OwnedChoiceField, **kwargs})


class EveryRow:
    """Stands for ``Model.objects.all()`` until an authority is in scope."""

    def __init__(self, model: Any) -> None:
        self.model = model

    def all(self) -> Any:
        return self if authority_id_or_none() is None else self.model._default_manager.all()

    def complex_filter(self, limit: Any) -> Any:
        return self.all() if self.all() is self else self.all().complex_filter(limit)


class OwnedChoiceField(forms.ModelChoiceField):
    """Django evaluates the choices of a form class once, when it is
    imported; there is no authority in scope then.
    """


class OwnedOneToOneField(JoinedWithinAuthority, models.OneToOneField):
    """As OwnedForeignKey, for one-to-one.

    In the database the unique constraint is ``(authority_id, x_id)``: ``CompositeKey`` makes it.
    """

    def __init__(self, to: Any, on_delete: Any, **kwargs: Any) -> None:
        kwargs["db_constraint"] = False
        super().__init__(to, on_delete, **kwargs)


def authority_key(*, db_constraint: bool = True) -> Any:
    """The authority that a row belongs to: the one in scope unless another is given.

    Without ``db_constraint`` where a composite key to an owned row, never null, says already that the
    authority exists: each constraint is a look-up for each row of a large load.
    """
    return models.ForeignKey(
        "accounts.Authority",
        on_delete=models.PROTECT,
        db_default=AuthorityInScope(),
        editable=False,
        related_name="+",
        db_index=False,
        db_constraint=db_constraint,
    )


class AuthorityOwned(models.Model):
    """A row that belongs to one authority and cannot be read or written for another."""

    authority = authority_key()

    objects = ScopedManager(authority="authority_id")  # type: ignore[django-manager-missing]

    class Meta:
        abstract = True
        base_manager_name = "objects"  # foreign key access, refresh_from_db and the delete collector too

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.claim_authority()
        super().save(*args, **kwargs)

    def _get_FIELD_display(self, field: Any) -> str:
        """The label of a choice.

        Django hashes every translated label for each row: a fifth of a list's time.
        """
        value = getattr(self, field.attname)
        label = next((label for choice, label in field.flatchoices if choice == value), value)
        return force_str(label, strings_only=True)

    def claim_authority(self) -> None:
        """Take the authority in scope; raise NoAuthorityInScope if there is none or the row is another's."""
        here = authority_id_or_none()
        if here is None:
            raise NoAuthorityInScope(f"saving {self._meta.label} with no authority in scope")
        mine = self.__dict__.get("authority_id")
        if not isinstance(mine, int):
            self.authority_id = here
        elif mine != here:
            raise NoAuthorityInScope(f"{self._meta.label} belongs to authority {mine}, working for {here}")
