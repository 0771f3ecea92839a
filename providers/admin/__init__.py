"""The officers' door to the register. The register's own admin is registered by the app that knows all its panels (``portal.admin``)."""

from providers.admin.districts import DistrictAdmin
from providers.admin.panels import Panel
from providers.admin.periods import ReturnPeriodAdmin
from providers.admin.register import ProviderAdmin, list_filter_of

__all__ = ["DistrictAdmin", "Panel", "ProviderAdmin", "ReturnPeriodAdmin", "list_filter_of"]
