from providers.models.counts import ListedCount
from providers.models.grants import ProviderGrant
from providers.models.identity import ProviderIdentity, SuccessionLink
from providers.models.offers import DeliveryPartner, DeliveryPartnership, PublicConsent, Vacancy
from providers.models.outlines import DistrictOutline
from providers.models.provider import District, Provider
from providers.models.returns import ReturnPeriod, StaffReturn, StaffReturnLine, StaffReturnReminder

__all__ = [
    "DeliveryPartner",
    "DeliveryPartnership",
    "District",
    "DistrictOutline",
    "ListedCount",
    "Provider",
    "ProviderGrant",
    "ProviderIdentity",
    "PublicConsent",
    "ReturnPeriod",
    "StaffReturn",
    "StaffReturnLine",
    "StaffReturnReminder",
    "SuccessionLink",
    "Vacancy",
]
