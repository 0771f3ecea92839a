"""Addresses of collaborations' pages, and what tests send to them and read from them."""

from datetime import date

from collaborations.models import Collaboration

LIST = "/larkshire/collaborations/"


def page_of(collaboration: Collaboration, rest: str = "") -> str:
    return f"{LIST}{collaboration.pk}/{rest}"


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


def text(response) -> str:
    return " ".join(response.content.decode().split())
