"""Pages of one setting's tasks, and officers' pages of staff return periods."""

from providers.views.bases import FormOfSetting, OfSetting, at_the_forms_fields
from providers.views.periods import AddPeriod, ChangePeriod, Periods
from providers.views.returns import CertifyByLink, StaffReturnPage
from providers.views.vacancies import AddVacancy, ChangeVacancy, ConfirmVacancy, GiveConsent, RemoveVacancy, Vacancies, WithdrawConsent

__all__ = [
    "AddPeriod",
    "AddVacancy",
    "CertifyByLink",
    "ChangePeriod",
    "ChangeVacancy",
    "ConfirmVacancy",
    "FormOfSetting",
    "GiveConsent",
    "OfSetting",
    "Periods",
    "RemoveVacancy",
    "StaffReturnPage",
    "Vacancies",
    "WithdrawConsent",
    "at_the_forms_fields",
]
