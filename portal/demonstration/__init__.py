"""The demonstration: two invented authorities, built through the services, so that every feature can be seen at once."""

from portal.demonstration.cast import CAST, Person, current_code, sign_ins

__all__ = ["CAST", "Person", "current_code", "sign_ins"]
