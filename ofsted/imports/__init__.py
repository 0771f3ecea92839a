"""What comes in: Ofsted's national file of childcare providers and inspections, read row by row (rule O7).

`scan` opens an upload, finds its layout and yields each row read or rejected. It writes nothing and decides nothing.
"""

from ofsted.imports.layouts import Layout
from ofsted.imports.opening import FileRefused
from ofsted.imports.rows import RegisterRow, Rejection, RowRead
from ofsted.imports.scanning import HASH_BYTES, Scan, scan

__all__ = ["HASH_BYTES", "FileRefused", "Layout", "RegisterRow", "Rejection", "RowRead", "Scan", "scan"]
