"""Endpoints that are wrong in one way each, to see that the matrix finds it; and one that is right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from accounts.permissions import Permission
from core.views import Page, found_or_404
from providers.models import Provider


class SoundPage(Page):
    """Shows two providers to officers. To anybody else who may enter, it is forbidden."""

    permission = Permission.CHANGE_SETTINGS
    arguments: ClassVar[Sequence[str]] = ("pk", "row")

    def providers(self) -> list[Provider]:
        ids = [self.kwargs[argument] for argument in self.arguments]
        return [found_or_404(Provider.objects.filter(pk=pk).first()) for pk in ids]

    def permission_object(self) -> None:
        self.providers()

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse(" and ".join(provider.name for provider in self.providers()))


class NoPermission(SoundPage):
    """The check of the permission was forgotten."""

    permission = ""
    signed_in = True


class NoSignIn(NoPermission):
    signed_in = False
    public = True


class ForeignRow(SoundPage):
    """Looks for no row."""

    arguments = ()


class ForeignParent(SoundPage):
    """Looks for one row, and not for the other."""

    arguments = ("row",)


class UnplannedAct(SoundPage):
    """Acts, which the matrix does not know."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse("Done")


class ActsForAll(NoPermission):
    """Acts for anybody, and names a group of others."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        Provider.objects.filter(pk=self.kwargs["pk"]).update(name="Other words")
        return HttpResponse("Larkshire Riverside")


class ForeignName(SoundPage):
    """Shows a text of the other authority's."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse("Larkshire and Marlshire")


class QuotesNothing(SoundPage):
    """Its template names what the view does not give."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse("<p>“” is at version 2 now.</p>")


class Broken(SoundPage):
    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise RuntimeError("a fault of the sample")


SAMPLES = (
    SoundPage,
    NoPermission,
    NoSignIn,
    ForeignRow,
    ForeignParent,
    UnplannedAct,
    ActsForAll,
    ForeignName,
    QuotesNothing,
    Broken,
)

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    *(path(f"{view.__name__}/<int:pk>/<int:row>/", view.as_view(), name=view.__name__) for view in SAMPLES),
]

handler403 = "core.views.forbidden"
handler404 = "core.views.not_found"
handler500 = "core.views.server_error"
