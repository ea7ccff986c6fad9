// A run or a post dragged to a day -> the day in its own form, which is sent. The date field beside it does the same.
"use strict"

const all = (where, what) => [...where.querySelectorAll(what)]
let dragged = null

for (const days of all(document, ".days")) days.hidden = false
for (const entry of all(document, "[data-moves]")) {
  entry.draggable = true
  entry.addEventListener("dragstart", event => {
    dragged = entry
    event.dataTransfer.effectAllowed = "move"
    event.dataTransfer.setData("text/plain", "")
  })
  entry.addEventListener("dragend", () => {
    dragged = null
  })
}
for (const day of all(document, "[data-day]")) {
  day.addEventListener("dragover", event => {
    if (dragged) event.preventDefault()
  })
  day.addEventListener("drop", event => {
    event.preventDefault()
    const form = dragged && dragged.querySelector("form")
    if (!form) return
    form.elements.day.value = day.dataset.day
    form.requestSubmit()
  })
}
