"""Addresses of one authority, each standing behind its ``/<slug>/`` (accounts.middleware)."""

from django.contrib import admin
from django.urls import include, path

from portal import views

urlpatterns = [
    path("", views.Home.as_view(), name="home"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    path("files/", include("documents.urls")),
    path("ofsted/", include("ofsted.urls")),
    path("collaborations/<int:pk>/dashboard/", views.Dashboard.as_view(), name="dashboard"),
    path("collaborations/<int:pk>/health/", views.GroupHealth.as_view(), name="group_health"),
    path("collaborations/", include("memberships.urls")),
    path("settings/<int:pk>/", views.SettingHome.as_view(), name="setting"),
    path("", include("providers.urls")),
    path("public/", views.PublicPage.as_view(), name="public_page"),
    path("leadership/", include("leadership.urls")),
    path("audit/", include("audit.urls")),
    path("exports/", views.ExportCentre.as_view(), name="exports"),
    path("brand.css", views.BrandStyle.as_view(), name="brand_css"),
    path("accessibility/", views.Accessibility.as_view(), name="accessibility"),
    path("privacy/", views.Privacy.as_view(), name="privacy"),
    path("report-a-concern/", views.ReportConcern.as_view(), name="report_concern"),
    path("sent-mail/", include("portal.sent_mail_urls")),
]

handler400 = "core.views.bad_request"
handler403 = "core.views.forbidden"
handler404 = "core.views.not_found"
handler500 = "core.views.server_error"
