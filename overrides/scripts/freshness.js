// How old the last check is today: a page may be read long after it was built. Only ever says that facts are older.
(() => {
  const today = new Date().toISOString().slice(0, 10);
  for (const note of document.querySelectorAll("[data-from]")) {
    if (note.dataset.from <= today && !(note.dataset.to && note.dataset.to <= today)) note.hidden = false;
    else if (note.dataset.to && note.dataset.to <= today) note.hidden = true;
  }
})();
