// Loads the page again as soon as there is something else to see, and unfolds the bar where there is room, or where
// somebody unfolded it before. The bar works without this.
(() => {
  const changes = new EventSource(document.currentScript.dataset.changes);
  changes.onmessage = () => { changes.close(); location.reload(); };
  const more = document.querySelector(".preview-bar details");
  const said = sessionStorage.getItem("preview-bar");
  more.open = said ? said === "unfolded" : matchMedia("(min-width:40.01rem) and (min-height:30.01rem)").matches;
  more.firstElementChild.addEventListener("click", () => {
    sessionStorage.setItem("preview-bar", more.open ? "folded" : "unfolded");
  });
})();
