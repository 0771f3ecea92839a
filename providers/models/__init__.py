from providers.models.grants import ProviderGrant
from providers.models.identity import ProviderIdentity, SuccessionLink
from providers.models.provider import District, Provider

__all__ = ["District", "Provider", "ProviderGrant", "ProviderIdentity", "SuccessionLink"]
