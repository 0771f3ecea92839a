"""Addresses of the platform itself. Everything of an authority is under ``/<slug>/`` (config/authority_urls.py)."""

from django.urls import include, path

from portal import views

urlpatterns = [
    path("", views.ChooseAuthority.as_view(), name="home"),
    path("accounts/", include("allauth.urls")),
    path("health/web/", views.WebHealth.as_view(), name="health_web"),
    path("health/worker/", views.WorkerHealth.as_view(), name="health_worker"),
    path("health/database/", views.DatabaseHealth.as_view(), name="health_database"),
    path("demonstration/", views.SignIns.as_view(), name="demonstration"),
    path("demonstration/ofsted-file.csv", views.NewerFile.as_view(), name="demonstration_file"),
]

handler400 = "core.views.bad_request"
handler403 = "core.views.forbidden"
handler404 = "core.views.not_found"
handler500 = "core.views.server_error"
