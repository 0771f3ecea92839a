"""Adding a document, and what is done about one afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from collaborations.views.mixins import FormOfCollaboration
from core.uploads import was_too_big
from core.views import ConfirmPage, Crumb
from library import selectors, services
from library.forms import AddDocumentForm, ChangeDocumentForm, ChoosesPersonOfGroup, FileForm
from library.services import hand_over_document
from library.views.bases import ChoosesPerson, FormOfDocument, OfLibrary

if TYPE_CHECKING:
    from library.models import GroupDocument


class AddDocument(OfLibrary, FormOfCollaboration):
    """Share a file with the group, its leaders, or named people."""

    title = _("Add a document")
    template_name = "library/add.html"
    form_class = AddDocumentForm
    submit_label = _("Add the document")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            self.permission_object()
            if not self.may_add():
                raise PermissionDenied(_("The people of the member settings add documents."))
        return super().dispatch(request, *args, **kwargs)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return (*super().breadcrumbs(), Crumb(_("Documents"), self.library_url()))

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "too_big": was_too_big(self.request)}

    def get_cancel_url(self) -> str:
        return self.library_url()

    def save(self, form: AddDocumentForm) -> HttpResponseBase:
        data = {**form.cleaned_data}
        upload = data.pop("file")
        document = services.add_document(
            collaboration=self.collaboration,
            **data,
            file=upload.file,
            name=upload.name,
            by=self.request.user,
            at=timezone.now(),
        )
        said = gettext("The document is added.")
        if document.audience == document.Audience.NAMED:
            said = gettext("The document is added. Until you name people, nobody else can open it.")
        messages.success(self.request, said)
        return HttpResponseRedirect(reverse("library:document", args=[self.collaboration.pk, document.pk]))


class ReplaceDocument(FormOfDocument):
    """Bring a newer version. The older ones stay."""

    title = _("Replace by a new version")
    template_name = "library/replace.html"
    form_class = FileForm
    submit_label = _("Add the new version")

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "too_big": was_too_big(self.request)}

    def save(self, form: FileForm) -> None:
        upload = form.cleaned_data["file"]
        version = services.replace_document(
            document_id=self.document.pk,
            file=upload.file,
            name=upload.name,
            by=self.request.user,
            at=timezone.now(),
        )
        messages.success(self.request, gettext("Version %(number)s is added.") % {"number": version.number})


class ChangeDocument(FormOfDocument):
    title = _("Change the details")
    form_class = ChangeDocumentForm
    success_message = _("The details are saved.")

    def get_initial(self) -> dict[str, Any]:
        names = ("title", "audience", "copyright_note", "review_on")
        return {
            **{name: getattr(self.document, name) for name in names},
            "seen": selectors.fingerprint_of(self.document),
        }

    def save(self, form: ChangeDocumentForm) -> None:
        services.change_document(
            document_id=self.document.pk, **form.cleaned_data, by=self.request.user, at=timezone.now()
        )

    def get_success_url(self) -> str:
        return url_if_seen(self)


class HandOverDocument(ChoosesPerson):
    """Give the document to another owner of the group."""

    title = _("Choose another owner")
    form_class = ChoosesPersonOfGroup
    submit_label = _("Change the owner")
    template_name = "library/owner.html"

    def save(self, form: ChoosesPersonOfGroup) -> None:
        person = self.chosen(form)
        hand_over_document(
            document_id=self.document.pk, person=person, by=self.request.user, at=timezone.now()
        )
        messages.success(self.request, gettext("%(person)s is the owner now.") % {"person": person})

    def get_success_url(self) -> str:
        return url_if_seen(self)


class RemoveDocument(FormOfDocument, ConfirmPage):
    """Asks first. Removed documents can be brought back from the library's page."""

    title = _("Remove this document?")
    explanation = _(
        "Nobody can open it any more. You can bring it back, with all its versions, from the list of shared"
        " documents."
    )
    submit_label = _("Remove the document")
    success_message = _("The document is removed. You can bring it back below the list.")
    destructive = True

    def find(self) -> GroupDocument | None:
        """Pressed twice is once: the second time it is removed already."""
        return super().find() or (self.find_removed() if self.request.method == "POST" else None)

    def save(self, form: Any) -> None:
        services.remove_document(document_id=self.document.pk, by=self.request.user, at=timezone.now())

    def get_success_url(self) -> str:
        return self.library_url()

    def get_cancel_url(self) -> str:
        return self.document_url()


class RestoreDocument(FormOfDocument, ConfirmPage):
    """Bring a removed document back."""

    explanation = _("The same people as before may open it again.")
    submit_label = _("Bring it back")
    success_message = _("The document is back.")

    def find(self) -> GroupDocument | None:
        """Pressed twice is once: the second time it is back already."""
        return self.find_removed() or (super().find() if self.request.method == "POST" else None)

    def breadcrumbs(self) -> Sequence[Crumb]:
        return super().breadcrumbs()[:-1]  # its own page is not there while it is removed

    def get_title(self) -> str:
        return gettext("Bring “%(title)s” back?") % {"title": self.document.title}

    def save(self, form: Any) -> None:
        services.restore_document(document_id=self.document.pk, by=self.request.user)

    def get_cancel_url(self) -> str:
        return self.library_url()


def url_if_seen(page: FormOfDocument) -> str:
    """The document's page, or the library when the person may not open the document any more."""
    return page.document_url() if page.find() else page.library_url()
