"""Addresses of the register: its list, what is done with many settings, how one is reached.

Each is whole, from the authority's own address on.
"""

from django.urls import path

from providers.views import contacts, settings

app_name = "providers"
urlpatterns = [
    path("settings/", settings.Settings.as_view(), name="settings"),
    path("settings/with/", settings.WithSettings.as_view(), name="with_settings"),
    path("settings/move/", settings.MoveToDistrict.as_view(), name="move_to_district"),
    path("settings/<int:pk>/contact/", contacts.ChangeContact.as_view(), name="change_contact"),
]
