"""One base for every page that lists things."""

from core.lists.columns import Column, draw_rows
from core.lists.filters import BooleanFilter, ChoiceFilter, Chosen, DateRangeFilter, Filter, FilterForm, SearchFilter
from core.lists.pages import ListPage

__all__ = [
    "BooleanFilter",
    "ChoiceFilter",
    "Chosen",
    "Column",
    "DateRangeFilter",
    "Filter",
    "FilterForm",
    "ListPage",
    "SearchFilter",
    "draw_rows",
]
