"""What is stored of quality. Django finds the models through these imports."""

from qa_framework.models import frameworks, standards  # noqa: F401
