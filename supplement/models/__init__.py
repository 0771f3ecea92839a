"""What is stored of the supplement. Django finds the models through these imports."""

from supplement.models import claims, consultation, fund, parts, payees, payments, runs, schemes  # noqa: F401
