#!/bin/sh
# An address on two lines of one .ods cell: three of four readers join words, and one of them reads a private note as the cell's words.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  python-calamine==0.9.1 odfpy==1.4.1 pandas==3.1.1 pyexcel-ods3==0.6.1
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import zipfile
from importlib.metadata import version

import pandas
from odf.opendocument import load
from odf.table import TableCell
from odf.teletype import extractText
from pyexcel_ods3 import get_data
from python_calamine import CalamineWorkbook

TYPE = "application/vnd.oasis.opendocument.spreadsheet"
NAME = "urn:oasis:names:tc:opendocument:xmlns:{0}:1.0"
SPACES = " ".join(f'xmlns:{name}="{NAME.format(name)}"' for name in ("office", "table", "text"))
CELLS = {
    "a line break": "<text:p>12 Mill Lane<text:line-break/>Anytown</text:p>",
    "a tab": "<text:p>Helpline<text:tab/>01632 960001</text:p>",
    "two paragraphs": "<text:p>12 Mill Lane</text:p><text:p>Anytown</text:p>",
    "a note": "<office:annotation><text:p>Not to be published.</text:p></office:annotation><text:p>Anytown</text:p>",
}
cells = "".join(f'<table:table-cell office:value-type="string">{inside}</table:table-cell>' for inside in CELLS.values())
with zipfile.ZipFile("sent.ods", "w") as sent:
    sent.writestr("mimetype", TYPE)
    sent.writestr(
        "META-INF/manifest.xml",
        f'<manifest:manifest xmlns:manifest="{NAME.format("manifest")}" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{TYPE}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
    )
    sent.writestr(
        "content.xml",
        f'<office:document-content {SPACES} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="Services"><table:table-column table:number-columns-repeated="{len(CELLS)}"/>'
        f"<table:table-row>{cells}</table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>",
    )

seen = {
    "python-calamine": CalamineWorkbook.from_path("sent.ods").get_sheet_by_index(0).to_python()[0],
    "pandas (odf)": pandas.read_excel("sent.ods", engine="odf", header=None).to_numpy().tolist()[0],
    "odfpy": [extractText(cell) for cell in load("sent.ods").getElementsByType(TableCell)],
    "pyexcel-ods3": get_data("sent.ods")["Services"][0],
}
expected = ["12 Mill Lane\nAnytown", "Helpline\t01632 960001", "12 Mill Lane\nAnytown", "Anytown"]
print(*(f"{name} {version(name)}" for name in ("python-calamine", "pandas", "odfpy", "pyexcel-ods3")))
print("expected of each reader:", dict(zip(CELLS, expected, strict=True)))
for reader, values in seen.items():
    for kind, value, right in zip(CELLS, values, expected, strict=True):
        print(f"seen, {reader}, {kind}: {value!r}{'' if value == right else ' (not as expected)'}")
assert seen == {
    "python-calamine": ["12 Mill LaneAnytown", "Helpline01632 960001", "12 Mill Lane\nAnytown", "Anytown"],
    "pandas (odf)": ["12 Mill Lane\nAnytown", "Helpline01632 960001", "12 Mill Lane\nAnytown", "Anytown"],
    "odfpy": ["12 Mill Lane\nAnytown", "Helpline\t01632 960001", "12 Mill LaneAnytown", "Not to be published.Anytown"],
    "pyexcel-ods3": expected,
}
PYTHON
