"""Addresses of home pages across subjects, and of public pages.

Each is whole, from the authority's own address on.
"""

from django.urls import path

from portal.views import brand, dashboard, duties, hubs, news, public, search, sent_mail, setting

app_name = "portal"
urlpatterns = [
    path("collaborations/<int:pk>/dashboard/", dashboard.Dashboard.as_view(), name="dashboard"),
    path("collaborations/<int:pk>/health/", dashboard.GroupHealth.as_view(), name="group_health"),
    path("settings/<int:pk>/", setting.SettingHome.as_view(), name="setting"),
    path("search/", search.Search.as_view(), name="search"),
    path("data/", hubs.Data.as_view(), name="data"),
    path("support/", hubs.Support.as_view(), name="support"),
    path("administration/", hubs.Administration.as_view(), name="administration"),
    path("my-groups/", hubs.MyGroups.as_view(), name="my_groups"),
    path("my-settings/", hubs.MySettings.as_view(), name="my_settings"),
    path("public/", public.PublicPage.as_view(), name="public_page"),
    path("brand.css", brand.BrandStyle.as_view(), name="brand_css"),
    path("accessibility/", duties.Accessibility.as_view(), name="accessibility"),
    path("privacy/", duties.Privacy.as_view(), name="privacy"),
    path("report-a-concern/", duties.ReportConcern.as_view(), name="report_concern"),
    path("news/<str:token>/", news.NewsChoice.as_view(), name="news_choice"),
    path("sent-mail/", sent_mail.SentMail.as_view(), name="sent_mail"),
    path("sent-mail/<str:key>/", sent_mail.SentMailMessage.as_view(), name="sent_mail_message"),
    path("sent-mail/<str:key>/html/", sent_mail.SentMailHtml.as_view(), name="sent_mail_html"),
]
