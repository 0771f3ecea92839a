"""What is stored of the supplement. Django finds the models through these imports."""

from supplement.models import consultation, parts, schemes  # noqa: F401
