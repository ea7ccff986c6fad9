"""A zip of Open Referral's flat files, or a workbook with a sheet for each -> each table, by the name of its file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from generator.staff.spreadsheets.csv_files import read_csv
from generator.staff.spreadsheets.open_referral_files import BESIDE, SERVICES, from_open_referral, is_open_referral
from generator.staff.spreadsheets.table import Table, TableError
from generator.staff.spreadsheets.xlsx_reader import CANT_UNPACK, read_xlsx, refuse_traps, sheet_names

WORKBOOK = "[Content_Types].xml"
"""What every workbook has, and no zip of tables."""
NOT_TAKEN = "this is a zip without services.csv; a workbook, a CSV file or a zip of Open Referral's files can be read"
SKIPPED = ("__macosx", ".")
"""How what a Mac puts into a zip begins."""


def read_pack(data: bytes, sheet: str | None) -> Table:
    """The table in a file that begins as a zip does. TableError where there is none, or it may do harm."""
    refuse_traps(data)
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        if WORKBOOK not in opened.namelist():
            return _of_flat_files(dict(_tables(opened)))
    names = sheet_names(data) if sheet is None else []
    if own := next((one for one in names if one.lower() in SERVICES), None):
        services = read_xlsx(data, own)
        if is_open_referral(services):
            beside = {one.lower(): read_xlsx(data, one) for one in names if one.lower() in BESIDE}
            told = tuple(words for words in services.told if not words.startswith(("Only the sheet", "Not read:")))
            return from_open_referral(Table(services.rows, told, services.merged), beside)
    return read_xlsx(data, sheet)


def _of_flat_files(tables: dict[str, Table]) -> Table:
    services = next((tables[name] for name in SERVICES if name in tables), None)
    if services is None or not is_open_referral(services):
        raise TableError(NOT_TAKEN)
    return from_open_referral(services, {name: one for name, one in tables.items() if name in BESIDE})


def _tables(opened: zipfile.ZipFile) -> Iterator[tuple[str, Table]]:
    """Each CSV file of the form's names, whichever folder of the zip it stands in."""
    for info in opened.infolist():
        path = PurePosixPath(info.filename.replace("\\", "/"))
        name = path.stem.lower()
        is_skipped = any(part.lower().startswith(SKIPPED) for part in path.parts)
        if info.is_dir() or is_skipped or path.suffix.lower() != ".csv" or name not in (*SERVICES, *BESIDE):
            continue
        try:
            yield name, read_csv(opened.read(info))
        except TableError as error:
            raise TableError(f"{path.name} in it: {error}") from None
        except CANT_UNPACK:
            raise TableError(f"{path.name} in it can't be unpacked; unpack the zip, and name services.csv") from None
