"""What people write about settings: the register, staff returns, vacancies."""

from providers.forms.offers import ChangeVacancyForm, VacancyForm
from providers.forms.register import DistrictChoiceForm, IdentityForm, ProviderForm, TakeOverForm
from providers.forms.returns import MORE_ROWS, CertifyForm, PeriodForm, PeriodModelForm, initial_of, suggested_period

__all__ = [
    "MORE_ROWS",
    "CertifyForm",
    "ChangeVacancyForm",
    "DistrictChoiceForm",
    "IdentityForm",
    "PeriodForm",
    "PeriodModelForm",
    "ProviderForm",
    "TakeOverForm",
    "VacancyForm",
    "initial_of",
    "suggested_period",
]
