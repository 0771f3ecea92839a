"""Writes about the register of settings."""

from providers.services.register import (
    NOT_IN_REGISTER,
    add_district,
    add_identity,
    add_provider,
    change_provider,
    differences_to_keep,
    link_successor,
    remove_district,
    remove_identity,
    rename_district,
    scheme_form,
    set_district,
    set_identities,
    unlink_successor,
)

__all__ = [
    "NOT_IN_REGISTER",
    "add_district",
    "add_identity",
    "add_provider",
    "change_provider",
    "differences_to_keep",
    "link_successor",
    "remove_district",
    "remove_identity",
    "rename_district",
    "scheme_form",
    "set_district",
    "set_identities",
    "unlink_successor",
]
