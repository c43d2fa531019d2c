"""A table as a file: CSV, an Excel workbook or JSON, by the ending of its name."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from app.documents.errors import UsageError
from app.formats import write_atomically
from app.pipeline.tables import FieldTable, to_csv

ENDINGS = (".csv", ".xlsx", ".json")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,13})(?:\.\d{1,6})?", re.ASCII)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WIDEST = 32767
"""Characters that a cell of a workbook may hold."""
_MOST_ROWS = 1_048_576
_SPACE = "http://schemas.openxmlformats.org"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_SPACE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_SPACE}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_SPACE}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_SPACE}/spreadsheetml/2006/main" '
    f'xmlns:r="{_SPACE}/officeDocument/2006/relationships"><sheets>'
    '<sheet name="Fields" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_SPACE}/package/2006/relationships"><Relationship Id="rId1" '
    f'Type="{_SPACE}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def check_ending(path: Path) -> None:
    """Raises UsageError where the name says no form that can be written."""
    if path.suffix.lower() not in ENDINGS:
        raise UsageError("The table can be written as .csv, .xlsx or .json. Give the file such an ending.")


def write_table(path: Path, table: FieldTable) -> None:
    """Write the whole table or nothing. Raises UsageError or CannotWrite."""
    check_ending(path)
    ending = path.suffix.lower()
    if ending == ".csv":
        data = to_csv(table.columns, table.rows)
    elif ending == ".xlsx":
        data = to_xlsx(table)
    else:
        columns = _distinct(table.columns)
        records = [dict(zip(columns, row, strict=True)) for row in table.rows]
        data = json.dumps({"schema": 1, "columns": columns, "rows": records}, ensure_ascii=False).encode(
            "utf-8", "backslashreplace"
        )
    write_atomically(path.absolute(), data)


def _distinct(columns: tuple[str, ...]) -> list[str]:
    """A document's language and the languages of a CV are both called "language"; the second gets a number."""
    names: list[str] = []
    for column in columns:
        number = 2
        name = column
        while name in names:
            name, number = f"{column}_{number}", number + 1
        names.append(name)
    return names


def to_xlsx(table: FieldTable) -> bytes:
    """A workbook of one sheet. Text is stored as text, so no cell is ever computed; plain numbers are numbers."""
    if len(table.rows) >= _MOST_ROWS:
        raise UsageError("A workbook cannot hold so many rows. Write the table as .csv or .json.")
    lines = [_row(1, table.columns, heading=True)]
    lines += [_row(number, row) for number, row in enumerate(table.rows, 2)]
    parts = dict(_PARTS)
    parts["xl/worksheets/sheet1.xml"] = (
        f'<worksheet xmlns="{_SPACE}/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<sheetData>{''.join(lines)}</sheetData></worksheet>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            text = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{content}'
            archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _row(number: int, cells: tuple[str, ...], *, heading: bool = False) -> str:
    return f'<row r="{number}">{"".join(_cell(cell, heading) for cell in cells)}</row>'


def _cell(cell: str, heading: bool) -> str:
    if not heading and _NUMBER.fullmatch(cell):
        return f"<c><v>{cell}</v></c>"
    text = escape(_UNFIT.sub("\ufffd", cell)[:_WIDEST])
    return f'<c t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
