from django.contrib.admin.apps import AdminConfig


class OfficerAdmin(AdminConfig):
    """``django.contrib.admin`` (the label stays "admin") with our site in the place of Django's."""

    default_site = "core.admin.site.OfficerSite"
