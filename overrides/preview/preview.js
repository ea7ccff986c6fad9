// Loads the page again as soon as there is something else to see. The bar under the page works without it.
(() => {
  const changes = new EventSource(document.currentScript.dataset.changes);
  changes.onmessage = () => { changes.close(); location.reload(); };
})();
