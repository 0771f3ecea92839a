"""Contrast of a colour on white, as WCAG 2.2 defines it."""


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def contrast_on_white(colour: str) -> float:
    """Contrast ratio, 1 to 21, of ``#rrggbb`` on white. Raises ValueError for anything else."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    luminance = 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)
    return 1.05 / (luminance + 0.05)
