"""Settings for the type checker alone, which reads models and never connects."""

import os

os.environ.update(
    SECRET_KEY="only-for-types",
    SECOND_FACTOR_KEYS="only-for-types",
    LINK_KEYS="only-for-types",
    NEEDS_KEYS="only-for-types",
    DATABASE_URL="postgresql://nobody@/nothing",
    REDIS_URL="redis://127.0.0.1:1/0",
)

from config.settings import *  # noqa: F403
