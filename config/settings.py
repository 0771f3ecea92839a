"""Settings of the one deployment.

What differs between machines comes from the environment (config.environment).
"""

import os
import tempfile
from pathlib import Path
from typing import Any

from accounts.identity_provider import is_shared_server
from config import environment as env

BASE_DIR = Path(__file__).resolve().parent.parent
LOCAL_DIR = BASE_DIR / ".local"

DEMONSTRATION = env.flag("DEMONSTRATION", default=False)
DEBUG = env.flag("DEBUG", default=False)
if DEBUG and not DEMONSTRATION:
    # `make dev` sets both. Errors are shown with their data, which no real authority's may be.
    raise env.WrongEnvironment("DEBUG", "must be off where DEMONSTRATION is")
SECRET_KEY = env.text("SECRET_KEY")
#: Older keys: sessions that they have signed go on.
SECRET_KEY_FALLBACKS = env.list_of("SECRET_KEY_FALLBACKS", default=[])
#: By use, newest first (core.keys). What lives long has keys of its own, so that SECRET_KEY may change at any
#: time.
KEYS: dict[str, list[str]] = {
    "second factors": env.list_of(
        "SECOND_FACTOR_KEYS", default=[SECRET_KEY] if DEMONSTRATION else env.REQUIRED
    ),
    "links": env.list_of("LINK_KEYS", default=[SECRET_KEY] if DEMONSTRATION else env.REQUIRED),
    # What people need to get in and to eat at an event, until its day is over.
    "needs": env.list_of("NEEDS_KEYS", default=[SECRET_KEY] if DEMONSTRATION else env.REQUIRED),
    # Marks in the security log: equal addresses are known as equal, and nobody without the key knows them.
    "addresses": env.list_of("ADDRESS_HASH_KEY", default=[SECRET_KEY]),
    "short": [SECRET_KEY, *SECRET_KEY_FALLBACKS],
}
# As long as links, and derived by their use: no ballot box opens with what signs a link (decision 0057).
KEYS["ballots"] = KEYS["links"]
BASE_URL = env.address("BASE_URL", default="http://localhost:8000")
ALLOWED_HOSTS = env.list_of("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list_of("CSRF_TRUSTED_ORIGINS", default=[])

# --- applications, lowest layer last but one (docs/architecture.md) -----------------------------------------
OUR_APPS = [
    "portal",
    "leadership",
    "qa_framework",
    "support",
    "supplement",
    "reorganisation",
    "exchange",
    "meetings",
    "development",
    "library",
    "ways_of_working",
    "provision",
    "memberships",
    "collaborations",
    "ofsted",
    "providers",
    "documents",
    "audit",
    "accounts",
    "core",
]
INSTALLED_APPS = [
    *OUR_APPS,
    "core.admin.apps.OfficerAdmin",  # django.contrib.admin with our site
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "guardian",
    "pghistory",
    "pgtrigger",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.logs.RequestLogMiddleware",
    "accounts.middleware.SecurityEventMiddleware",
    "core.addresses.BaseAddressMiddleware",
    "core.security.SecurityHeadersMiddleware",
    "core.unstorable.UnstorableTextMiddleware",
    "accounts.middleware.AuthorityAddressMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "core.kept_forms.KeptFormsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SessionLifeMiddleware",
    "accounts.middleware.LimitMiddleware",
    "accounts.middleware.AuthorityScopeMiddleware",
    "accounts.middleware.SecondFactorMiddleware",
]
ROOT_URLCONF = "config.urls"
AUTHORITY_URLCONF = "config.authority_urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context.every_page",
            ],
            "builtins": ["core.templatetags.csrf"],
        },
    }
]

# --- data ---------------------------------------------------------------------------------------------------
DATABASES = {"default": env.database(env.text("DATABASE_URL"))}
DATABASES["default"]["CONN_MAX_AGE"] = env.number("DATABASE_CONN_MAX_AGE", default=600)
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = True  # safe behind a transaction-mode pooler
if owner_url := env.text("DATABASE_OWNER_URL", default=""):
    # Migrations run as the owner: `manage.py migrate --database owner`. Web and workers are never given this
    # address.
    DATABASES["owner"] = {**env.database(owner_url, name="DATABASE_OWNER_URL"), "TEST": {"MIRROR": "default"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.address("REDIS_URL", schemes=frozenset({"redis", "rediss", "redis+socket", "unix"}))
# rediss:// is encrypted, and the server's certificate is checked against this file or the system's.
REDIS_CA_FILE = env.text("REDIS_CA_FILE", default="")
REDIS_TLS: dict[str, Any] = (
    {
        "ssl_cert_reqs": "required",
        "ssl_check_hostname": True,
        **({"ssl_ca_certs": REDIS_CA_FILE} if REDIS_CA_FILE else {}),
    }
    if REDIS_URL.startswith("rediss://")
    else {}
)
CACHES = {
    "default": {
        "BACKEND": "core.cache.SoftRedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "eyc",
        "OPTIONS": REDIS_TLS,
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
FILES_ROOT = Path(env.text("FILES_ROOT", default=str(LOCAL_DIR / "files")))
STORAGES = {
    "default": env.files_storage(FILES_ROOT),
    # Compressing takes half a minute, which pays on a line and not on one machine.
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
        if DEMONSTRATION
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", default=str(LOCAL_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]

# --- people -------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "accounts.backends.SignIn",
    "accounts.backends.Roles",
    "accounts.backends.Appointments",
]
ANONYMOUS_USER_NAME = None
GUARDIAN_AUTO_PREFETCH = True
GUARDIAN_MONKEY_PATCH_USER = False
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("full_name", "email")},  # Django's own names are not ours
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.ServiceWordsValidator"},
]
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {"request_login_code": "accounts.forms.RequestCodeForm"}
SOCIALACCOUNT_ADAPTER = "accounts.adapters.SocialAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True  # each by our own email and outbox (accounts.adapters)
# allauth's own limits count by the victim's address and need the cache; ours (accounts.services.limits) do
# not.
ACCOUNT_RATE_LIMITS = False
MFA_RATE_LIMITS = (
    False  # of passkeys, which nobody guesses: ten a minute for a whole council behind one address
)
MFA_FORMS = {
    "authenticate": "accounts.forms.AuthenticateForm",
    "reauthenticate": "accounts.forms.ReauthenticateForm",
    "add_webauthn": "accounts.forms.AddWebAuthnForm",
    "authenticate_webauthn": "accounts.forms.AuthenticateWebAuthnForm",
    "login_webauthn": "accounts.forms.LoginWebAuthnForm",
    "reauthenticate_webauthn": "accounts.forms.ReauthenticateWebAuthnForm",
}
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("TRUSTED_PROXIES", default=0)
MFA_ADAPTER = "accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_TOTP_TOLERANCE = 1  # the code before and after the present one too: phones and people are slow
MFA_TOTP_ISSUER = "Early years collaborations"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = BASE_URL.startswith("http://localhost")
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, Any]] = {
    # Ours in place of allauth's: PKCE, nonce, and ID tokens that are proved (decision 0046)
    "openid_connect": {"APPS": [], "provider_class": "accounts.oidc.provider.IdentityProvider"}
}
OIDC_DOMAINS: list[str] = []
OIDC_ID = env.text("OIDC_ID", default="council")
# Whether the council's own sign-in asks everybody for a second factor, so that it counts here (decision
# 0027).
OIDC_SECOND_FACTOR = env.flag("OIDC_SECOND_FACTOR", default=False)
#: The operator's word that the server knows every address of OIDC_DOMAINS, so that a token without
#: ``email_verified`` counts, as Microsoft Entra sends for work accounts (decision 0028).
OIDC_VOUCHES_FOR_DOMAINS = env.flag("OIDC_VOUCHES_FOR_DOMAINS", default=False)
if oidc_server := env.address("OIDC_SERVER", default=""):
    # A council's own identity provider. It vouches for addresses of these domains only.
    if is_shared_server(oidc_server):
        raise env.WrongEnvironment(
            "OIDC_SERVER", "must be the address of one directory: /common/ and its like let anybody in"
        )
    OIDC_DOMAINS = [domain.lower() for domain in env.list_of("OIDC_DOMAINS")]
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append(
        {
            "provider_id": OIDC_ID,
            "name": env.text("OIDC_NAME", default="your council account"),
            "client_id": env.text("OIDC_CLIENT_ID"),
            "secret": env.text("OIDC_CLIENT_SECRET"),
            "settings": {"server_url": oidc_server},
        }
    )

# --- background work ----------------------------------------------------------------------------------------
CELERY_BROKER_URL = env.address("CELERY_BROKER_URL", default=REDIS_URL)
if CELERY_BROKER_URL.startswith("rediss://"):
    CELERY_BROKER_USE_SSL = REDIS_TLS
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False  # workers log as the web does: one JSON object a line
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {
    # Seconds until others get what a killed worker held; a living one renews its hold (config/leases.py),
    # however long its tasks last.
    "visibility_timeout": env.number("TASK_LEASE_SECONDS", default=12),
    "unacked_restore_interval": 3,
    "unacked_restore_throttle": 1,
}
CELERY_TIMEZONE = "Europe/London"

# --- mail ---------------------------------------------------------------------------------------------------
MAIL_ROOT = Path(env.text("MAIL_ROOT", default=str(LOCAL_DIR / "mail")))
EMAIL_BACKEND = env.text(
    "EMAIL_BACKEND",
    default="core.mail.MaildirBackend" if DEMONSTRATION else "django.core.mail.backends.smtp.EmailBackend",
)
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", default="Early years collaborations <no-reply@localhost>")
# The hour in London at which what could wait goes out, in one email a person.
DAILY_EMAIL_HOUR = min(max(env.number("DAILY_EMAIL_HOUR", default=7), 0), 23)
EMAIL_HOST = env.text("EMAIL_HOST", default="localhost")
EMAIL_PORT = env.number("EMAIL_PORT", default=25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", default="")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", default="")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=False)
EMAIL_TIMEOUT = 20

# --- uploads, language, security ----------------------------------------------------------------------------
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["core.uploads.LimitedUploadHandler"]
UPLOAD_LIMIT_BYTES = env.number("UPLOAD_LIMIT_BYTES", default=100 * 1024 * 1024)
# Where set, every file that somebody uploads is looked through before it is kept (docs/decisions/0031).
CLAMAV_SOCKET = env.scanner("CLAMAV_SOCKET")
# How many files from outside are read at once on this machine (docs/decisions/0031), and where that is
# counted.
READERS_AT_ONCE = max(1, env.number("READERS_AT_ONCE", default=4))
READERS_FOLDER = Path(
    env.text("READERS_FOLDER", default=f"{tempfile.gettempdir()}/eyc-readers-{os.getuid()}")
)
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]  # a Welsh catalogue comes later
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True
FORMAT_MODULE_PATH = ["config.formats"]

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600  # after the last request; accounts.rules has the other limits
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "core.views.csrf_failure"
SECURED = BASE_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURED
if SECURED:
    # Browsers take these names from this host over HTTPS alone: no neighbour below the same domain can set
    # them.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME, LANGUAGE_COOKIE_NAME = (
        "__Host-session",
        "__Host-csrf",
        "__Host-language",
    )
SECURE_HSTS_SECONDS = 31536000 if SECURED else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.flag("HSTS_SUBDOMAINS", default=True)
SECURE_SSL_HOST = BASE_URL.partition("://")[2].partition("/")[0]  # not the host that was asked
SECURE_SSL_REDIRECT = env.flag("SECURE_SSL_REDIRECT", default=SECURED)
# The supervisor inside asks these without a certificate.
SECURE_REDIRECT_EXEMPT = [r"^health/"]
USE_X_FORWARDED_HOST = USE_X_FORWARDED_PORT = False  # nothing of a request says where it was sent
if env.flag("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- history and logs ---------------------------------------------------------------------------------------
PGHISTORY_APPEND_ONLY = (
    False  # the application's role holds INSERT only (core.grants); a trigger would do it twice
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "core.logs.JsonFormatter"}},
    "handlers": {"stdout": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stdout"], "level": env.text("LOG_LEVEL", default="INFO")},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
    },
}
SILENCED_SYSTEM_CHECKS = [
    "guardian.W001",  # accounts.backends.Appointments is guardian's backend
    "security.W002",  # core.security sends X-Frame-Options and frame-ancestors, in place of Django's middleware
    "security.W021",  # a council's domain is entered into browsers' lists by the council (docs/decisions/0034)
    "auth.W004",  # an address is unique among accounts, and beside them in each authority's invitations
]
