#!/bin/sh
# A column of phone numbers in a CSV: DuckDB keeps the zero in front, Polars takes it off. Yes and No become true and false in DuckDB alone.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 duckdb==2.0.1
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import duckdb
import polars

with open("services.csv", "w", encoding="utf-8") as file:
    file.write("name,phone,interpreters,checked\nA,01632960001,Yes,01/02/2027\nB,01632960002,No,02/02/2027\n")
by_polars = polars.read_csv("services.csv").row(0)
by_duckdb = duckdb.sql("select * from 'services.csv'").fetchall()[0]
print("polars", polars.__version__, "duckdb", duckdb.__version__)
print("expected: both guess a column of digits to be numbers, or both keep it as it stands")
print("seen, polars:", by_polars)
print("seen, duckdb:", by_duckdb)
assert by_polars == ("A", 1632960001, "Yes", "01/02/2027")
assert by_duckdb[1:3] == ("01632960001", True) and str(by_duckdb[3]) == "2027-02-01"
PYTHON
