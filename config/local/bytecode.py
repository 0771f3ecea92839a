"""Byte code is kept, also where PYTHONDONTWRITEBYTECODE says not to:
without it each process compiles what it imports.

The cache lies in ``.local/``, so that no folder of the tree, of the environment or of Python itself need be
writable. The Makefile and ``prepare.sh`` say the same to what they start.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

CACHE = Path(__file__).resolve().parents[2] / ".local" / "pycache"
FORBIDDEN, PREFIX = "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"


def with_bytecode(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for a process that shall keep byte code, and for all that it starts."""
    return {PREFIX: str(CACHE), **{name: value for name, value in environment.items() if name != FORBIDDEN}}


def keep_bytecode() -> None:
    """Keep it in this process from now on, and in every process that inherits its environment."""
    os.environ.pop(FORBIDDEN, None)
    os.environ.setdefault(PREFIX, str(CACHE))
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ[PREFIX]
