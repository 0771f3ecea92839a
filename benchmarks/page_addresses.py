"""The authority's addresses and more to compare with: an empty page for somebody signed in, the same with the
head and foot of every page, and Django's admin as it comes.
"""

from django.contrib.admin import AdminSite, ModelAdmin
from django.http import HttpRequest, HttpResponse
from django.urls import path

from config.authority_urls import *  # noqa: F403
from config.authority_urls import urlpatterns as ours
from core.views import Page
from providers.models import Provider


class PlainSite(AdminSite):
    """Without our templates' furniture, for whoever is signed in."""

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated


class PlainProviders(ModelAdmin):
    """The columns, filters and search of our list, with what Django does by default."""

    list_display = ("name", "urn", "provider_type", "postcode", "district")
    list_filter = ("provider_type", "district", "unlisted_since")
    search_fields = ("name", "urn", "postcode")


def nothing(request: HttpRequest) -> HttpResponse:
    """Session, person and scope, and no content."""
    return HttpResponse(f"Hello {request.user}")


class Layout(Page):
    """Title, head, navigation, search and foot, and no content: what every page pays before its own."""

    signed_in = True
    template_name = "base.html"
    title = "Nothing"


plain = PlainSite(name="plain")
plain.register(Provider, PlainProviders)
urlpatterns = [
    *ours,
    path("nothing/", nothing),
    path("layout/", Layout.as_view()),
    path("plain-admin/", plain.urls),
]
