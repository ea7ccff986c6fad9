#!/bin/sh
# Read "read only", a sheet says which words are struck out, but neither which cells are merged nor which rows are hidden.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import openpyxl
from openpyxl.styles import Font

book = openpyxl.Workbook()
sheet = book.active
for row in range(1, 4):
    sheet.cell(row, 1, f"Service {row}").font = Font(strike=row == 3)
sheet.merge_cells("B1:B3")
sheet.row_dimensions[2].hidden = True
book.save("sent.xlsx")

whole = openpyxl.load_workbook("sent.xlsx").active
cheap = openpyxl.load_workbook("sent.xlsx", read_only=True).active
struck = [row[0].font.strike for row in cheap.iter_rows()]
seen = {name: (hasattr(whole, name), hasattr(cheap, name)) for name in ("merged_cells", "row_dimensions", "column_dimensions")}
print("openpyxl", openpyxl.__version__)
print("expected: the same facts, row by row, read as they come")
print("seen, struck out by row:", struck)
for name, (in_whole, in_cheap) in seen.items():
    print(f"seen, {name}: there when read whole {in_whole}, when read only {in_cheap}")
assert struck == [None, None, True] or struck == [False, False, True]
assert seen["merged_cells"] == (True, False) and seen["row_dimensions"] == (True, False)
assert whole.row_dimensions[2].hidden and [row[0].value for row in cheap.iter_rows()][1] == "Service 2"
PYTHON
