"""Addresses of quality, each whole, from the authority's own address on."""

from django.urls import path

from qa_framework.views import beginning, frameworks, parts

app_name = "qa_framework"
VERSION = "quality/frameworks/<int:version>/"
urlpatterns = [
    path("quality/frameworks/", frameworks.Frameworks.as_view(), name="frameworks"),
    path("quality/frameworks/begin/", beginning.BeginShipped.as_view(), name="begin_shipped"),
    path("quality/frameworks/begin/empty/", beginning.BeginEmpty.as_view(), name="begin_empty"),
    path("quality/frameworks/begin/file/", beginning.LoadFile.as_view(), name="load"),
    path("quality/frameworks/format/", beginning.FileFormat.as_view(), name="file_format"),
    path(VERSION, frameworks.FrameworkPage.as_view(), name="framework"),
    path(f"{VERSION}file/", frameworks.TakeFile.as_view(), name="take_file"),
    path(f"{VERSION}changes/", frameworks.WhatChanges.as_view(), name="changes"),
    path(f"{VERSION}next/", frameworks.BeginVersion.as_view(), name="begin_version"),
    path(f"{VERSION}end/", frameworks.EndFramework.as_view(), name="end"),
    # writing a draft
    path(f"{VERSION}about/", frameworks.ChangeAbout.as_view(), name="about"),
    path(f"{VERSION}discard/", frameworks.DiscardDraft.as_view(), name="discard"),
    path(f"{VERSION}publish/", frameworks.PublishDraft.as_view(), name="publish"),
    path(f"{VERSION}levels/add/", parts.WriteLevel.as_view(), name="add_level"),
    path(f"{VERSION}levels/<int:row>/", parts.WriteLevel.as_view(), name="level"),
    path(f"{VERSION}areas/add/", parts.WriteArea.as_view(), name="add_area"),
    path(f"{VERSION}areas/<int:row>/", parts.WriteArea.as_view(), name="area"),
    path(f"{VERSION}standards/add/", parts.WriteStandard.as_view(), name="add_standard"),
    path(f"{VERSION}standards/<int:row>/", parts.WriteStandard.as_view(), name="standard"),
    path(f"{VERSION}standards/<int:row>/words/<slug:kind>/", parts.WriteWords.as_view(), name="words"),
    path(f"{VERSION}ending/<int:row>/", parts.SaySuccessors.as_view(), name="successors"),
    path(f"{VERSION}<slug:part>/<int:row>/move/<slug:where>/", parts.MovePart.as_view(), name="move_part"),
    path(f"{VERSION}<slug:part>/<int:row>/remove/", parts.RemovePart.as_view(), name="remove_part"),
]
