"""What the pages of shared documents share: the library, one document, and those who may change it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from collaborations.views.mixins import FormOfCollaboration, OfSeenCollaboration
from core.views import Crumb, found_or_404
from library import selectors

if TYPE_CHECKING:
    from accounts.models import User
    from library.models import GroupDocument


class OfLibrary(OfSeenCollaboration):
    """A page below ``library/``: for everybody who sees the collaboration.

    Which documents there are depends on the person.
    """

    permission = Permission.VIEW_COLLABORATIONS

    def library_url(self) -> str:
        return reverse("library:library", args=[self.collaboration.pk])

    def may_add(self) -> bool:
        """Everybody who works at a member setting, and officers."""
        return self.allows(Permission.CHANGE_COLLABORATIONS) or selectors.is_of_group(
            self.request.user, self.collaboration, on=self.visitor.on
        )


class OfDocument(OfLibrary):
    """A page of one document. To whoever may not open it, it does not exist."""

    @cached_property
    def document(self) -> Any:
        """With its newest version's facts, and ``is_kept``: whether this person may change it."""
        return found_or_404(self.find())

    def find(self) -> GroupDocument | None:
        return selectors.document_seen(
            self.request.user, self.collaboration, self.kwargs["row"], on=timezone.localdate()
        )

    def find_removed(self) -> GroupDocument | None:
        """The same while it is removed: for those who may bring it back."""
        return selectors.document_removed(
            self.request.user, self.collaboration, self.kwargs["row"], on=timezone.localdate()
        )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            self.permission_object()
            self.check()
        return super().dispatch(request, *args, **kwargs)

    def check(self) -> None:
        """Hook: raises Http404 or PermissionDenied."""
        _there = self.document

    def document_url(self) -> str:
        return reverse("library:document", args=[self.collaboration.pk, self.kwargs["row"]])

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Documents"), self.library_url()))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"document": self.document, **kwargs})


class OfKeptDocument(OfDocument):
    """The same for the owner and for who runs the group.

    Others who may open the document are told so (403).
    """

    def check(self) -> None:
        if not self.document.is_kept:
            raise PermissionDenied(
                _("Only the owner of the document and the people who run the group can do this.")
            )

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(self.document.title, self.document_url()))


class FormOfDocument(OfKeptDocument, FormOfCollaboration):
    """A form about one document."""

    def get_success_url(self) -> str:
        return self.document_url()


class ChoosesPerson(FormOfDocument):
    """A form that asks for one of the group's people other than the owner."""

    @cached_property
    def people(self) -> list[User]:
        return list(
            selectors.people_of_group(self.collaboration, on=timezone.localdate()).exclude(
                pk=self.document.owner_id
            )
        )

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "people": self.people}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**{"people": self.people, **kwargs})

    def chosen(self, form: Any) -> User:
        return next(person for person in self.people if person.pk == form.cleaned_data["person"])
