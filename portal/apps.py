from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = "Pages"

    def ready(self) -> None:
        # what each app contributes to the frame of the pages (core.frame), to the search of everything, to what
        # needs a person, and to the pages of a collaboration, a setting and a person
        autodiscover_modules("frame", "hits", "lines", "blocks")
