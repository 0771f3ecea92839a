"""Maintainers' command: vendor GOV.UK Frontend's compiled CSS and JavaScript into ``static/govuk/``.

    python config/local/vendor_govuk.py

Needs npm for the download and nothing else; what it writes is committed, so nobody else ever runs it. The
package is refused unless its SHA-512 is the one below. What belongs to GOV.UK alone (the typeface GDS
Transport and the crown) is taken out, and the module's exports become one self-contained script that starts
the components (the Content-Security-Policy forbids an inline script to do so). To move to another version:
change VERSION and INTEGRITY (``npm view govuk-frontend@<version> dist.integrity``), run this, look at the
pages, commit.
"""

from __future__ import annotations

import base64
import hashlib
import io
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

VERSION = "6.6.0"
INTEGRITY = "sha512-xctkWrQvLnvQt7fyjQ3MGX9S0wz0x0RQuLxCeoXF+s8EjGICG81/DYQGKN5qgO+0KVT12UAaRwUsGY6fulRcRg=="
TARGET = Path(__file__).resolve().parents[2] / "static" / "govuk"
FONTS = 'Arial,"Liberation Sans",Helvetica,sans-serif'
NOTE = (
    f"/*! GOV.UK Frontend {VERSION}, MIT, see LICENSE.txt; without GDS Transport and the crown"
    " (config/local/vendor_govuk.py) */\n"
)
START = 'document.body.classList.add("js-enabled","govuk-frontend-supported");initAll();\n'
# What belongs to GOV.UK alone, or points at a file that is not vendored. Each pattern must be found.
CSS_REMOVED = [
    r"/\*! Copyright \(c\) 2011 by Margaret Calvert.*?\*/",
    r"@font-face\{[^}]*\}",
    (
        r"@supports"
        r" ?\(\(-webkit-mask-position[^{]*\{\.govuk-footer__copyright-logo:before\{[^}]*\}@media[^{]*\{[^}]*\}\}\}"
    ),
    r"\.govuk-footer__copyright-logo:before\{[^}]*\}",
    r"/\*# sourceMappingURL.*?\*/",
]


class VendoringFailed(Exception):
    """The package is not what this script was written for."""


def download() -> bytes:
    """The released package, its SHA-512 checked."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", f"govuk-frontend@{VERSION}", "--silent", "--pack-destination", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        blob = next(Path(folder).glob("*.tgz")).read_bytes()
    found = "sha512-" + base64.b64encode(hashlib.sha512(blob).digest()).decode()
    if found != INTEGRITY:
        raise VendoringFailed(f"the package's integrity is {found}, expected {INTEGRITY}")
    return blob


def member(package: tarfile.TarFile, name: str) -> str:
    file = package.extractfile(f"package/dist/govuk/{name}")
    if file is None:
        raise VendoringFailed(f"{name} is not in the package")
    return file.read().decode()


def without_govuk_identity(css: str) -> str:
    """The style sheet with our font stack, no font file and no crown."""
    for pattern in CSS_REMOVED:
        css, count = re.subn(pattern, "", css, flags=re.DOTALL)
        if not count:
            raise VendoringFailed(f"nothing matches {pattern}")
    css = re.sub(r'"?GDS Transport"?,arial,sans-serif', FONTS, css)
    if left := re.findall(r"GDS Transport|url\([^)]*\)", css):
        raise VendoringFailed(f"still in the style sheet: {left}")
    return css.replace('@charset "UTF-8";', '@charset "UTF-8";' + NOTE, 1)


def self_contained(script: str) -> str:
    """The module with its exports replaced by a call that starts every component on the page."""
    script = re.sub(r"//# sourceMappingURL.*", "", script)
    script, count = re.subn(r"export\{[^}]*\binitAll\b[^}]*\};?\s*$", START, script)
    if count != 1 or re.search(r"\bimport\b *[{*\"']", script):
        raise VendoringFailed("the script's exports are not where they were")
    return NOTE + script


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(download())) as package:
        (TARGET / "govuk-frontend.min.css").write_text(
            without_govuk_identity(member(package, "govuk-frontend.min.css"))
        )
        (TARGET / "govuk.js").write_text(self_contained(member(package, "govuk-frontend.min.js")))
    print(f"GOV.UK Frontend {VERSION} is in {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
