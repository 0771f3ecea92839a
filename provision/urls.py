"""Addresses of what settings declare: staff returns, vacancies, delivery partnerships.

Each is whole, from the authority's own address on.
"""

from django.urls import path

from provision.views import partnerships, periods, places_link, return_lists, returns, vacancies

app_name = "provision"
urlpatterns = [
    path("collaborations/vacancies/", vacancies.AllVacancies.as_view(), name="all_vacancies"),
    path("settings/<int:pk>/vacancies/", vacancies.Vacancies.as_view(), name="vacancies"),
    path("settings/<int:pk>/vacancies/add/", vacancies.AddVacancy.as_view(), name="add_vacancy"),
    path("settings/<int:pk>/vacancies/<int:row>/", vacancies.ChangeVacancy.as_view(), name="change_vacancy"),
    path(
        "settings/<int:pk>/vacancies/<int:row>/still-free/",
        vacancies.ConfirmVacancy.as_view(),
        name="confirm_vacancy",
    ),
    path(
        "settings/<int:pk>/vacancies/<int:row>/remove/",
        vacancies.RemoveVacancy.as_view(),
        name="remove_vacancy",
    ),
    path("free-places/<str:token>/", places_link.KeepPlaces.as_view(), name="keep_places"),
    path("settings/<int:pk>/public-consent/", vacancies.GiveConsent.as_view(), name="give_consent"),
    path(
        "settings/<int:pk>/public-consent/withdraw/",
        vacancies.WithdrawConsent.as_view(),
        name="withdraw_consent",
    ),
    path("collaborations/staff-returns/", return_lists.Returns.as_view(), name="returns"),
    path(
        "collaborations/staff-returns/<int:row>/remind/",
        return_lists.RemindEverybody.as_view(),
        name="remind_returns",
    ),
    path(
        "collaborations/<int:pk>/staff-returns/",
        return_lists.ReturnsOfCollaboration.as_view(),
        name="staff_returns",
    ),
    path("collaborations/partnerships/<int:pk>/", partnerships.Partnerships.as_view(), name="partnerships"),
    path(
        "collaborations/partnerships/<int:pk>/add/",
        partnerships.AddPartnership.as_view(),
        name="add_partnership",
    ),
    path(
        "collaborations/partnerships/<int:pk>/<int:row>/",
        partnerships.ChangePartnership.as_view(),
        name="change_partnership",
    ),
    path(
        "collaborations/partnerships/<int:pk>/<int:row>/end/",
        partnerships.EndPartnership.as_view(),
        name="end_partnership",
    ),
    path("settings/<int:pk>/staff-return/", returns.StaffReturnPage.as_view(), name="staff_return"),
    path("staff-return/<str:token>/", returns.CertifyByLink.as_view(), name="staff_return_link"),
    path("staff-return-periods/", periods.Periods.as_view(), name="periods"),
    path("staff-return-periods/add/", periods.AddPeriod.as_view(), name="add_period"),
    path("staff-return-periods/<int:row>/", periods.ChangePeriod.as_view(), name="change_period"),
]
