"""What is done about authorities, people and roles, and about the links in letters."""

from accounts.services.links import make_link, take_back_links, use_link
from accounts.services.people import appoint_to_role, change_authority, create_authority, end_role, register_person

__all__ = [
    "appoint_to_role",
    "change_authority",
    "create_authority",
    "end_role",
    "make_link",
    "register_person",
    "take_back_links",
    "use_link",
]
