#!/bin/sh
# A sheet written as CSV: a number that is a link becomes the link's address, one in two styles becomes JSON, one with a format loses its zero.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >"$folder/npm.log"
npm install --silent --no-audit --no-fund exceljs@4.4.0
cat > run.mjs <<'SCRIPT'
import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'

const { version } = JSON.parse(readFileSync('node_modules/exceljs/package.json'))
const book = new ExcelJS.Workbook()
const sheet = book.addWorksheet('Services')
const words = { richText: [{ text: 'Call ' }, { font: { bold: true }, text: '0808 157 0000' }] }
sheet.addRow(['0808 157 0000', { text: '0808 157 0000', hyperlink: 'tel:+448081570000' }, words, 8081570000])
sheet.getCell('D1').numFmt = '00000000000'
const sent = new ExcelJS.Workbook()
await sent.xlsx.load(await book.xlsx.writeBuffer())
const written = (await sent.csv.writeBuffer()).toString()
const texts = ['A1', 'B1', 'C1', 'D1'].map((cell) => sent.getWorksheet('Services').getCell(cell).text)
console.log('exceljs', version)
console.log('expected: the text of each cell as a spreadsheet shows it: 0808 157 0000,0808 157 0000,Call 0808 157 0000,08081570000')
console.log('seen, as CSV:', written)
console.log('seen, by the text of each cell:', JSON.stringify(texts))
assert.equal(written, '0808 157 0000,tel:+448081570000,"{""richText"":[{""text"":""Call ""},{""font"":{""bold"":true},""text"":""0808 157 0000""}]}",8081570000')
assert.deepEqual(texts, ['0808 157 0000', '0808 157 0000', 'Call 0808 157 0000', '8081570000'])
SCRIPT
node run.mjs
