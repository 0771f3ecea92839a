"""Addresses of home pages across subjects, and of public pages.

Each is whole, from the authority's own address on.
"""

from django.urls import path

from portal.views import (
    brand,
    calendar,
    county,
    dashboard,
    data_pack,
    duties,
    engagements,
    hubs,
    news,
    person,
    public,
    search,
    sent_mail,
    setting,
)

app_name = "portal"
PACK = "days/<int:event>/data/"
OWN_PACK = "days/<int:event>/place/data/"
urlpatterns = [
    path("collaborations/meetings-to-attend/", engagements.Engagements.as_view(), name="engagements"),
    path("collaborations/meetings/rates/", county.AttendanceByDistrict.as_view(), name="attendance_rates"),
    path(
        "collaborations/meetings/rates/groups/", county.AttendanceByGroup.as_view(), name="attendance_groups"
    ),
    path(
        "collaborations/meetings/rates/settings/",
        county.AttendanceBySetting.as_view(),
        name="attendance_settings",
    ),
    path("collaborations/meetings/quiet/", county.QuietGroups.as_view(), name="quiet_groups"),
    path("collaborations/<int:pk>/dashboard/", dashboard.Dashboard.as_view(), name="dashboard"),
    path("collaborations/<int:pk>/health/", dashboard.GroupHealth.as_view(), name="group_health"),
    path(PACK, data_pack.DataPackPage.as_view(), name="data_pack"),
    path(f"{PACK}pdf/", data_pack.DataPackPdf.as_view(), name="data_pack_pdf"),
    path(f"{PACK}share/", data_pack.ShareDataPack.as_view(), name="share_data_pack"),
    path(f"{PACK}stop-sharing/", data_pack.StopSharingDataPack.as_view(), name="stop_sharing_data_pack"),
    path(f"{PACK}groups/<int:pk>/", data_pack.DataPackGroup.as_view(), name="data_pack_group"),
    path(f"{PACK}groups/<int:pk>/pdf/", data_pack.DataPackGroupPdf.as_view(), name="data_pack_group_pdf"),
    path(OWN_PACK, data_pack.OwnDataPack.as_view(), name="own_data_pack"),
    path(f"{OWN_PACK}pdf/", data_pack.OwnDataPackPdf.as_view(), name="own_data_pack_pdf"),
    path("settings/<int:pk>/", setting.SettingHome.as_view(), name="setting"),
    path("settings/<int:pk>/people/", setting.SettingPeople.as_view(), name="setting_people"),
    path("settings/<int:pk>/judgements/", setting.SettingJudgements.as_view(), name="setting_judgements"),
    path(
        "settings/<int:pk>/collaborations/",
        setting.SettingCollaborations.as_view(),
        name="setting_collaborations",
    ),
    path("settings/<int:pk>/numbers/", setting.SettingNumbers.as_view(), name="setting_numbers"),
    path("settings/<int:pk>/public/", setting.SettingPublic.as_view(), name="setting_public"),
    path("settings/<int:pk>/history/", setting.SettingHistory.as_view(), name="setting_history"),
    path("people/<int:pk>/", person.PersonPage.as_view(), name="person"),
    path("people/<int:pk>/emails/", person.PersonEmails.as_view(), name="person_emails"),
    path("people/<int:pk>/history/", person.PersonHistory.as_view(), name="person_history"),
    path("search/", search.Search.as_view(), name="search"),
    path("data/", hubs.Data.as_view(), name="data"),
    path("support/", hubs.Support.as_view(), name="support"),
    path("money/", hubs.Money.as_view(), name="money"),
    path("quality/", hubs.Quality.as_view(), name="quality"),
    path("administration/", hubs.Administration.as_view(), name="administration"),
    path("my-groups/", hubs.MyGroups.as_view(), name="my_groups"),
    path("my-settings/", hubs.MySettings.as_view(), name="my_settings"),
    path("public/", public.PublicPage.as_view(), name="public_page"),
    path("brand.css", brand.BrandStyle.as_view(), name="brand_css"),
    path("accessibility/", duties.Accessibility.as_view(), name="accessibility"),
    path("privacy/", duties.Privacy.as_view(), name="privacy"),
    path("report-a-concern/", duties.ReportConcern.as_view(), name="report_concern"),
    path("calendar/<str:token>.ics", calendar.CalendarFeed.as_view(), name="calendar_feed"),
    path("news/<str:token>/", news.NewsChoice.as_view(), name="news_choice"),
    path("news/updates/<str:token>/", news.UpdatesChoice.as_view(), name="updates_choice"),
    path("sent-mail/", sent_mail.SentMail.as_view(), name="sent_mail"),
    path("sent-mail/<str:key>/", sent_mail.SentMailMessage.as_view(), name="sent_mail_message"),
    path("sent-mail/<str:key>/html/", sent_mail.SentMailHtml.as_view(), name="sent_mail_html"),
]
