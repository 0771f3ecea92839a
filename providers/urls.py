"""Addresses of a setting's own tasks, and of staff return periods, straight under ``/<authority>/``."""

from django.urls import path

from providers import views

app_name = "providers"
urlpatterns = [
    path("settings/<int:pk>/staff-return/", views.StaffReturnPage.as_view(), name="staff_return"),
    path("settings/<int:pk>/vacancies/", views.Vacancies.as_view(), name="vacancies"),
    path("settings/<int:pk>/vacancies/add/", views.AddVacancy.as_view(), name="add_vacancy"),
    path("settings/<int:pk>/vacancies/<int:row>/", views.ChangeVacancy.as_view(), name="change_vacancy"),
    path("settings/<int:pk>/vacancies/<int:row>/still-free/", views.ConfirmVacancy.as_view(), name="confirm_vacancy"),
    path("settings/<int:pk>/vacancies/<int:row>/remove/", views.RemoveVacancy.as_view(), name="remove_vacancy"),
    path("settings/<int:pk>/public-consent/", views.GiveConsent.as_view(), name="give_consent"),
    path("settings/<int:pk>/public-consent/withdraw/", views.WithdrawConsent.as_view(), name="withdraw_consent"),
    path("staff-return/<str:token>/", views.CertifyByLink.as_view(), name="staff_return_link"),
    path("staff-return-periods/", views.Periods.as_view(), name="periods"),
    path("staff-return-periods/add/", views.AddPeriod.as_view(), name="add_period"),
    path("staff-return-periods/<int:row>/", views.ChangePeriod.as_view(), name="change_period"),
]
