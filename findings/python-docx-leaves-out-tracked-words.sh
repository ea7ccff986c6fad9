#!/bin/sh
# A paragraph's text leaves out words put in with "Track changes", and words in a form field or a content control.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 mammoth==1.13.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import docx
import docx2txt
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = nsdecls("w")
PARTS = {
    "put in with Track changes": f'<w:ins {W} w:id="1" w:author="A" w:date="2027-01-01T00:00:00Z"><w:r><w:t>01632 960001</w:t></w:r></w:ins>',
    "a content control": f"<w:sdt {W}><w:sdtContent><w:r><w:t>01632 960002</w:t></w:r></w:sdtContent></w:sdt>",
    "a simple field": f'<w:fldSimple {W} w:instr="DOCPROPERTY Phone"><w:r><w:t>01632 960003</w:t></w:r></w:fldSimple>',
}
document = docx.Document()
for part in PARTS.values():
    document.add_paragraph("Call ")._p.append(parse_xml(part))
document.save("sent.docx")

seen = {
    "python-docx": [paragraph.text for paragraph in docx.Document("sent.docx").paragraphs],
    "docx2txt": docx2txt.process("sent.docx").split("\n\n"),
    "mammoth": mammoth.extract_raw_text(open("sent.docx", "rb")).value.strip().split("\n\n"),
}
print("expected: what Word shows, a number in each of three paragraphs:", list(PARTS))
for name, texts in seen.items():
    print("seen,", name, version(name), texts)
assert seen["python-docx"] == ["Call "] * 3
assert seen["docx2txt"] == ["Call 01632 960001", "Call 01632 960002", "Call 01632 960003"]
assert seen["mammoth"] == ["Call 01632 960001", "Call 01632 960002", "Call"]
PYTHON
