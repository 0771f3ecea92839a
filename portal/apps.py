from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "Pages"

    def ready(self) -> None:
        # what each app contributes to the frame of the pages (core.frame), to the search of everything, and to
        # what needs a person, the page of a collaboration, and those of a setting and a person
        autodiscover_modules("frame", "hits", "lines", "group_blocks", "blocks")
