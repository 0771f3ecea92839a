"""S1, S3, S5, S6 a second time, slowly: written from the rules (docs/decisions/0068), sharing no code with the
first. Days are counted one by one, every number is a Fraction of pounds, and pennies are given out one at a time.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import floor

A_DAY = timedelta(days=1)


def days_from(start: date, end: date) -> list[date]:
    days = []
    while start < end:
        days.append(start)
        start += A_DAY
    return days


def rounded(pence: Fraction) -> int:
    return floor(pence + Fraction(1, 2))


def give_out(total: int, weights: list) -> list[int]:
    """Whole pennies first, then one at a time to whoever is furthest below its exact part."""
    whole = sum(weights)
    if whole == 0:
        return [0 for _ in weights]
    exact = [Fraction(total) * Fraction(weight) / Fraction(whole) for weight in weights]
    parts = [floor(part) for part in exact]
    given = set()
    while sum(parts) < total:
        best = None
        for place in range(len(parts)):
            if place not in given and (
                best is None or exact[place] - parts[place] > exact[best] - parts[best]
            ):
                best = place
        parts[best] += 1
        given.add(best)
    return parts


class Slow:
    def __init__(self, terms) -> None:
        self.terms, self.period = terms, terms.period
        self.days = days_from(self.period.starts_on, self.period.ends_on)
        self.months = self._months()
        first = min(self.period.starts_on, self.period.count_on) - 3 * A_DAY
        last = max(self.period.ends_on, self.period.count_on) + 3 * A_DAY
        self.window = days_from(first, last)
        self.components = sorted(terms.components, key=lambda component: component.key)

    def _months(self) -> list[list[date]]:
        """The period's days in months, each from the day of the month on which the period began."""
        starts = []
        for number in range(40):
            years, month = divmod(self.period.starts_on.month - 1 + number, 12)
            year = self.period.starts_on.year + years
            try:
                starts.append(date(year, month + 1, self.period.starts_on.day))
            except ValueError:
                starts.append(date(year + (month == 11), (month + 1) % 12 + 1, 1))
        months = [[day for day in self.days if start <= day < end] for start, end in pairwise(starts)]
        return [month for month in months if month]

    def lost(self, rule: str, is_outside) -> Fraction:
        """How much of the period is lost where the days that are outside do not count."""
        if rule == "count_date":
            return Fraction(int(is_outside(self.period.count_on)))
        if rule == "whole":
            return Fraction(int(any(is_outside(day) for day in self.days)))
        if rule == "days":
            return Fraction(sum(is_outside(day) for day in self.days), len(self.days))
        return Fraction(sum(any(is_outside(day) for day in month) for month in self.months), len(self.months))

    def part(self, joined: date, left: date | None) -> Fraction:
        lost = self.lost(self.terms.joiners.value, lambda day: day < joined)
        lost += self.lost(self.terms.leavers.value, lambda day: left is not None and day >= left)
        return max(Fraction(0), 1 - lost)

    def part_of_days(self, days: set[date]) -> Fraction:
        """The parts of each run of days together, at most the whole."""
        total, run = Fraction(0), []
        for day in [*self.window, self.window[-1] + A_DAY]:
            if day in days:
                run.append(day)
            elif run:
                total += self.part(run[0], None if run[-1] == self.window[-1] else run[-1] + A_DAY)
                run = []
        return min(Fraction(1), total)

    def paid_part(self, group_id: int, member) -> Fraction:
        own = self.part(member.joined_on, member.left_on)
        if not member.elsewhere or own == 0:
            return own
        rows = [(member.joined_on, member.membership_id, group_id, member.left_on)]
        rows += [
            (other.joined_on, other.membership_id, other.collaboration_id, other.left_on)
            for other in member.elsewhere
            if self.part(other.joined_on, other.left_on) > 0
        ]
        rows.sort(key=lambda row: row[:2])
        held = {
            row[1]: {day for day in self.window if row[0] <= day and (row[3] is None or day < row[3])}
            for row in rows
        }
        choice = self.terms.twice.value
        if choice == "split":
            parts = {of: self._split(of, held) for of in held}
            return parts[member.membership_id] / max(Fraction(1), sum(parts.values()))
        if choice == "last_joined":
            rows = rows[::-1]
        if choice == "chosen":
            rows = [row for row in rows if row[2] == member.chosen_id] + [
                row for row in rows if row[2] != member.chosen_id
            ]
        taken: set[date] = set()
        paid = Fraction(0)
        for row in rows:
            days = held[row[1]]
            part = self.part_of_days(days) - self.part_of_days(days & taken)
            part = max(Fraction(0), min(part, 1 - paid))
            if row[1] == member.membership_id:
                return part
            paid += part
            taken |= days
        raise AssertionError("the member is among them")

    def _split(self, of: int, held: dict[int, set[date]]) -> Fraction:
        part, before = Fraction(0), Fraction(0)
        for groups in range(1, len(held) + 1):
            days = {day for day in held[of] if sum(day in other for other in held.values()) >= groups}
            part += self.part_of_days(days) * (Fraction(1, groups) - before)
            before = Fraction(1, groups)
        return max(Fraction(0), part)

    def count(self, component, member) -> Fraction:
        basis, only = component.basis.value, component.only
        measure = {"heads": "heads", "fte": "fte", "setting": "settings", "collaboration": "settings"}.get(
            basis, "hours" if basis == "hours" else component.measure.value
        )
        if only.provider_types and member.provider_type not in only.provider_types:
            return Fraction(0)
        staff = list(member.staff)
        asks = only.min_hours is not None or only.min_level is not None
        if only.min_hours is not None:
            staff = [person for person in staff if person.hours >= only.min_hours]
        if only.min_level is not None:
            staff = [
                person for person in staff if person.level is not None and person.level >= only.min_level
            ]
        if asks and not staff:
            return Fraction(0)
        if measure == "settings":
            return Fraction(1)
        if measure == "hours":
            return Fraction(member.hours)
        if measure == "heads":
            heads = member.heads or 0
            return Fraction(min(heads, len(staff)) if asks else heads)
        if not staff:
            return Fraction(member.fte or 0)
        posts = sum(Fraction(person.hours) for person in staff) / Fraction(self.terms.full_time_hours)
        return Fraction(rounded(posts * 100), 100)

    def kept(self, *unmet_lists) -> Fraction:
        lost = sum(each.percent for unmet in unmet_lists for each in unmet if each.consequence == "reduce")
        return Fraction(max(0, 100 - lost), 100)

    def run(self, groups) -> dict:
        groups = sorted(groups, key=lambda group: group.id)
        rows = [self._entitled(group) for group in groups]
        for component in self.components:
            if component.basis.value == "pot":
                sizes = [
                    sum(cell["weight"] for cell in row["cells"] if cell["component"] is component)
                    for row in rows
                ]
                for row, pence in zip(rows, give_out(component.sum_pence, sizes), strict=True):
                    self._share(row, component, pence)
        for row in rows:
            self._cap(row)
        asked = [row["asked"] for row in rows]
        pot = self.terms.pot
        if pot.pence is not None and sum(asked) > max(0, pot.pence - pot.contingency_pence):
            asked = give_out(max(0, pot.pence - pot.contingency_pence), asked)
        return {row["group"].id: self._paid(row, pence) for row, pence in zip(rows, asked, strict=True)}

    def _entitled(self, group) -> dict:
        members = sorted(group.members, key=lambda member: member.membership_id)
        everything = [*group.unmet, *(each for member in members for each in member.unmet)]
        blocked = any(each.consequence == "block" for each in everything)
        own = Fraction(0) if blocked else self.kept(group.unmet)
        row = {"group": group, "own": own, "members": {}, "cells": []}
        for member in members:
            out = any(each.consequence == "exclude" for each in member.unmet)
            part = Fraction(0) if out else self.paid_part(group.id, member)
            kept = Fraction(0) if blocked else self.kept(group.unmet, member.unmet)
            row["members"][member.membership_id] = kept
            for component in self.components:
                count = self.count(component, member)
                row["cells"].append({
                    "member": member.membership_id, "component": component, "kept": kept,
                    "size": count * part, "weight": count * part * kept,
                })  # fmt: skip
        for component in self.components:
            basis = component.basis.value
            if basis == "collaboration":
                self._share(row, component, rounded(Fraction(component.rate) * 100 * own))
            elif basis == "tiers":
                size = sum(cell["size"] for cell in row["cells"] if cell["component"] is component)
                reached = [tier for tier in component.tiers if Fraction(tier.from_number) <= size]
                pence = max(reached, key=lambda tier: tier.from_number).pence if reached else 0
                self._share(row, component, rounded(pence * own))
            elif basis != "pot":
                for cell in row["cells"]:
                    if cell["component"] is component:
                        cell["pence"] = rounded(cell["weight"] * Fraction(component.rate) * 100)
        return row

    def _share(self, row: dict, component, pence: int) -> None:
        cells = [cell for cell in row["cells"] if cell["component"] is component]
        for cell, part in zip(cells, give_out(pence, [cell["weight"] for cell in cells]), strict=True):
            cell["pence"] = part

    def _limit(self, cells: list[dict], cap: int | None, kept: Fraction) -> None:
        if cap is not None and sum(cell["pence"] for cell in cells) > rounded(cap * kept):
            for cell, part in zip(
                cells, give_out(rounded(cap * kept), [cell["pence"] for cell in cells]), strict=True
            ):
                cell["pence"] = part

    def _cap(self, row: dict) -> None:
        for cell in row["cells"]:
            self._limit([cell], cell["component"].member_cap_pence, cell["kept"])
        for of, kept in row["members"].items():
            cells = [cell for cell in row["cells"] if cell["member"] == of]
            self._limit(cells, self.terms.caps.member_pence, kept)
        row["sum"] = sum(cell["pence"] for cell in row["cells"])
        for component in self.components:
            cells = [cell for cell in row["cells"] if cell["component"] is component]
            self._limit(cells, component.collaboration_cap_pence, row["own"])
        row["asked"] = sum(cell["pence"] for cell in row["cells"])
        if self.terms.caps.collaboration_pence is not None:
            row["asked"] = min(row["asked"], rounded(self.terms.caps.collaboration_pence * row["own"]))

    def _paid(self, row: dict, pence: int) -> dict:
        cells = row["cells"]
        if sum(cell["pence"] for cell in cells) != pence:
            for cell, part in zip(cells, give_out(pence, [cell["pence"] for cell in cells]), strict=True):
                cell["pence"] = part
        percents = [instalment.percent for instalment in self.period.instalments]
        instalments = give_out(pence, percents)
        parts = [[floor(Fraction(cell["pence"] * percent, 100)) for percent in percents] for cell in cells]
        for cell, part in zip(cells, parts, strict=True):
            had: set[int] = set()
            while sum(part) < cell["pence"]:
                gaps = [
                    (instalments[place] - sum(other[place] for other in parts) + (place in had), -place)
                    for place in range(len(percents))
                ]
                place = -max(gap for gap in gaps if -gap[1] not in had)[1]
                part[place] += 1
                had.add(place)
        lines = {
            (cell["member"], cell["component"].key): (cell["pence"], tuple(part))
            for cell, part in zip(cells, parts, strict=True)
        }
        to = sorted((share.collaboration_id, share.parts) for share in row["group"].passes_to)
        if sum(parts for _id, parts in to):
            splits = [give_out(part, [parts for _id, parts in to]) for part in instalments]
            recipients = {of: sum(split[place] for split in splits) for place, (of, _parts) in enumerate(to)}
        else:
            recipients = {row["group"].id: pence}
        return {
            "sum": row["sum"], "asked": row["asked"], "pence": pence, "lines": lines,
            "instalments": tuple(instalments), "recipients": recipients,
        }  # fmt: skip
