"""Addresses of one authority, each standing behind its ``/<slug>/`` (accounts.middleware)."""

from django.contrib import admin
from django.urls import include, path

from config.moved_addresses import moved_addresses
from portal.views.home import Home

urlpatterns = [
    path("", Home.as_view(), name="home"),
    path("", include("accounts.urls")),
    path("accounts/", include("allauth.urls")),
    *moved_addresses(),
    path("admin/", admin.site.urls),
    path("files/", include("documents.urls")),
    path("ofsted/", include("ofsted.urls")),
    path("audit/", include("audit.urls")),
    # Each of these names its addresses whole: a subject's pages stand below settings and below
    # collaborations.
    path("", include("accounts.urls")),
    path("", include("portal.urls")),
    path("", include("providers.urls")),
    path("", include("collaborations.urls")),
    path("", include("memberships.urls")),
    path("", include("ways_of_working.urls")),
    path("", include("provision.urls")),
    path("", include("meetings.urls")),
    path("", include("development.urls")),
    path("", include("library.urls")),
    path("", include("reorganisation.urls")),
    path("", include("exchange.urls")),
    path("", include("support.urls")),
    path("", include("supplement.urls")),
    path("", include("qa_framework.urls")),
    path("", include("leadership.urls")),
]

handler400 = "core.views.bad_request"
handler403 = "core.views.forbidden"
handler404 = "core.views.not_found"
handler500 = "core.views.server_error"
