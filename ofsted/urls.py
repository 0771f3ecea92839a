"""Addresses of the loads of Ofsted's file."""

from django.urls import path

from ofsted import views

app_name = "ofsted"
urlpatterns = [
    path("files/", views.Imports.as_view(), name="imports"),
    path("files/new/", views.Upload.as_view(), name="upload"),
    path("files/<int:pk>/", views.Import.as_view(), name="import"),
    path("files/<int:pk>/name/", views.ChooseName.as_view(), name="choose_name"),
    path("files/<int:pk>/discard/", views.Discard.as_view(), name="discard"),
    path("files/<int:pk>/<slug:kind>/", views.ImportRows.as_view(), name="import_rows"),
]
