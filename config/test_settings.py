"""Settings of the tests: a real PostgreSQL, nothing that leaves the machine.

The private server is started by the first test that needs it (tests/server.py), which then says where it is.
xdist's workers find its address, and the folder for files, in the environment of the process that started
them. The connection is the owner's, who may create the test database; conftest.py then makes every connection
the application's role.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

LOCAL = Path(__file__).resolve().parent.parent / ".local"

NOT_STARTED = "postgresql://eyc_owner@/eyc?host=/the-server-of-the-tests-is-not-started"
if not os.environ.get("TEST_FOLDER"):
    os.environ["TEST_FOLDER"] = tempfile.mkdtemp(prefix="eyc-tests-")
    atexit.register(shutil.rmtree, os.environ["TEST_FOLDER"], ignore_errors=True)
FOLDER = Path(os.environ["TEST_FOLDER"]) / str(os.getpid())
os.environ["DATABASE_URL"] = os.environ.get("DATABASE_OWNER_URL") or NOT_STARTED
os.environ.update(
    SECRET_KEY="only-for-the-tests",  # noqa: S106 - it opens nothing
    SECOND_FACTOR_KEYS="factors-of-the-tests",
    LINK_KEYS="links-of-the-tests",
    NEEDS_KEYS="needs-of-the-tests",
    DEBUG="0",
    DEMONSTRATION="0",
    ALLOWED_HOSTS="localhost,127.0.0.1,testserver",
    BASE_URL="http://localhost:8000",
    REDIS_URL="redis://127.0.0.1:1/0",  # nobody answers there: a test that needs a broker starts one
    DJANGO_ALLOW_ASYNC_UNSAFE="true",  # Playwright keeps an event loop in the thread of the tests
)

from config.settings import *  # noqa: E402, F403 - the environment above must stand first
from config.settings import DATABASES, STORAGES  # noqa: E402

DATABASES.pop("owner", None)
DATABASES["default"]["TEST"] = {"NAME": os.environ.get("TEST_DATABASE")}
DATABASES["default"]["CONN_MAX_AGE"] = 0
# A driver that waits in C hears no test's time limit (pyproject.toml). The server ends what waits longer than
# any honest test.
DATABASES["default"]["OPTIONS"]["options"] = "-c lock_timeout=60s -c statement_timeout=180s"

FILES_ROOT = FOLDER / "files"
READERS_FOLDER = FOLDER / "readers"
MAIL_ROOT = FOLDER / "mail"
STORAGES["default"] = {
    "BACKEND": "django.core.files.storage.FileSystemStorage",
    "OPTIONS": {"location": FILES_ROOT, "base_url": None},
}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT = FOLDER / "static"
WHITENOISE_AUTOREFRESH = True

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
