from portal.views.brand import BrandStyle
from portal.views.dashboard import Dashboard, GroupHealth
from portal.views.duties import Accessibility, Privacy, ReportConcern
from portal.views.exports import ExportCentre
from portal.views.health import DatabaseHealth, WebHealth, WorkerHealth
from portal.views.home import ChooseAuthority, Home
from portal.views.public import PublicPage
from portal.views.setting import SettingHome
from portal.views.sign_ins import NewerFile, SignIns

__all__ = [
    "Accessibility",
    "BrandStyle",
    "ChooseAuthority",
    "Dashboard",
    "DatabaseHealth",
    "ExportCentre",
    "GroupHealth",
    "Home",
    "NewerFile",
    "Privacy",
    "PublicPage",
    "ReportConcern",
    "SettingHome",
    "SignIns",
    "WebHealth",
    "WorkerHealth",
]
