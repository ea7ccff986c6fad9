#!/bin/sh
# Read "read only", a sheet says which cells are struck out, but neither which are merged, which rows are hidden, nor which words
# within a cell are struck out: asked for rich text, it gives plain text without a word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

book = openpyxl.Workbook()
sheet = book.active
for row in range(1, 4):
    sheet.cell(row, 1, f"Service {row}").font = Font(strike=row == 3)
sheet.merge_cells("B1:B3")
sheet.row_dimensions[2].hidden = True
sheet["C1"] = CellRichText("01632 960001 ", TextBlock(InlineFont(strike=True), "01632 960002"))
book.save("sent.xlsx")

whole = openpyxl.load_workbook("sent.xlsx").active
cheap = openpyxl.load_workbook("sent.xlsx", read_only=True).active
struck = [row[0].font.strike for row in cheap.iter_rows()]
seen = {name: (hasattr(whole, name), hasattr(cheap, name)) for name in ("merged_cells", "row_dimensions", "column_dimensions")}
rich = [
    type(openpyxl.load_workbook("sent.xlsx", read_only=read_only, rich_text=True).active["C1"].value).__name__
    for read_only in (False, True)
]
print("openpyxl", openpyxl.__version__)
print("expected: the same facts, row by row, read as they come")
print("seen, struck out by row:", struck)
for name, (in_whole, in_cheap) in seen.items():
    print(f"seen, {name}: there when read whole {in_whole}, when read only {in_cheap}")
print("seen, a cell with one number struck out, read with rich_text=True: whole", rich[0], "and read only", rich[1])
assert rich == ["CellRichText", "str"]
assert struck == [None, None, True] or struck == [False, False, True]
assert seen["merged_cells"] == (True, False) and seen["row_dimensions"] == (True, False)
assert whole.row_dimensions[2].hidden and [row[0].value for row in cheap.iter_rows()][1] == "Service 2"
PYTHON
