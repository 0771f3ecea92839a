"""Addresses of the platform itself.

Everything of an authority is under ``/<slug>/`` (config/authority_urls.py).
"""

from django.urls import include, path
from django.views.generic import RedirectView

from portal.views.health import DatabaseHealth, WebHealth, WorkerHealth
from portal.views.home import ChooseAuthority
from portal.views.sign_ins import NewerFile, SignIns
from portal.views.status import PlatformStatusPage

urlpatterns = [
    path("", ChooseAuthority.as_view(), name="home"),
    # The list of sessions stands on an authority's pages: the package's own page is never shown.
    path("accounts/sessions/", RedirectView.as_view(pattern_name="home")),
    path("accounts/", include("allauth.urls")),
    path("health/web/", WebHealth.as_view(), name="health_web"),
    path("health/worker/", WorkerHealth.as_view(), name="health_worker"),
    path("health/database/", DatabaseHealth.as_view(), name="health_database"),
    path("status/", PlatformStatusPage.as_view(), name="status"),
    path("demonstration/", SignIns.as_view(), name="demonstration"),
    path("demonstration/ofsted-file.csv", NewerFile.as_view(), name="demonstration_file"),
]

handler400 = "core.views.bad_request"
handler403 = "core.views.forbidden"
handler404 = "core.views.not_found"
handler500 = "core.views.server_error"
