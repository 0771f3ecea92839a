"""How gunicorn serves: one request at a time in each process,
because a request holds one database transaction.
"""

import multiprocessing
import os
from pathlib import Path

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_WORKERS", 2 * multiprocessing.cpu_count() + 1))
worker_class = "sync"
preload_app = True  # the code is read once, then shared by all processes
timeout = 120  # a large upload over a slow line
graceful_timeout = 30
# Nobody's headers say the scheme, the path or the script's name; what Django believes of the proxy is in the
# settings. Names with underscores, which WSGI cannot tell from those with hyphens, are dropped.
forwarded_allow_ips = ""
forwarder_headers = ""
header_map = "drop"
limit_request_line = 4094  # bytes
limit_request_fields = 100
limit_request_field_size = 8190  # bytes
max_requests = 2000  # a process that grew is replaced; not all at once
max_requests_jitter = 200
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - heartbeats must not wait for a disk
control_socket_disable = True
accesslog = None  # core.logs writes a line for each request, without personal data
errorlog = "-"
# gunicorn writes the path of a request that failed, which may hold a link's token: its lines go through our
# formatter.
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "core.logs.JsonFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "gunicorn.error": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "gunicorn.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
    },
}
