"""Addresses of the pages on which settings join a group, and
what tests send to them and read from them (C5).
"""

from datetime import date

TOP = "/larkshire/collaborations/"
TODAY = date(2026, 11, 21)


def of(group, rest: str = "") -> str:
    return f"{TOP}{group.collaboration.pk}/{rest}"


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}_day": str(value.day), f"{name}_month": str(value.month), f"{name}_year": str(value.year)}


def text(response) -> str:
    return " ".join(response.content.decode().split())


def main_of(response) -> str:
    return text(response).split("<main", 1)[1].split("</main>")[0]


DECISION = {**day("decided_on", date(2026, 11, 20)), "decision": "All agreed at the meeting."}
