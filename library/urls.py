"""Addresses of a collaboration's shared documents. Each is whole, from the authority's own address on."""

from django.urls import path

from library.views import keeping, readers, reading

app_name = "library"
urlpatterns = [
    path("collaborations/<int:pk>/library/", reading.Library.as_view(), name="library"),
    path("collaborations/<int:pk>/library/<int:row>/", reading.DocumentPage.as_view(), name="document"),
    path(
        "collaborations/<int:pk>/library/<int:row>/versions/<int:version>/",
        reading.OpenDocument.as_view(),
        name="open_document",
    ),
    path(
        "collaborations/<int:pk>/library/<int:row>/opened/",
        reading.DocumentOpenings.as_view(),
        name="document_openings",
    ),
    path("collaborations/<int:pk>/library/add/", keeping.AddDocument.as_view(), name="add_document"),
    path(
        "collaborations/<int:pk>/library/<int:row>/change/",
        keeping.ChangeDocument.as_view(),
        name="change_document",
    ),
    path(
        "collaborations/<int:pk>/library/<int:row>/replace/",
        keeping.ReplaceDocument.as_view(),
        name="replace_document",
    ),
    path(
        "collaborations/<int:pk>/library/<int:row>/owner/",
        keeping.HandOverDocument.as_view(),
        name="hand_over_document",
    ),
    path(
        "collaborations/<int:pk>/library/<int:row>/remove/",
        keeping.RemoveDocument.as_view(),
        name="remove_document",
    ),
    path(
        "collaborations/<int:pk>/library/<int:row>/bring-back/",
        keeping.RestoreDocument.as_view(),
        name="restore_document",
    ),
    path(
        "collaborations/<int:pk>/library/<int:row>/readers/add/",
        readers.NameReader.as_view(),
        name="name_reader",
    ),
    path(
        "collaborations/<int:pk>/library/<int:row>/readers/<int:reader>/end/",
        readers.EndReader.as_view(),
        name="end_reader",
    ),
]
