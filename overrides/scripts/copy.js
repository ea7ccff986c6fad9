// An address to copy is selected whole once someone clicks or taps it, also where the field is too narrow to show it.
addEventListener("click", (event) => {
  if (event.target.matches("input.copy")) event.target.select();
});

// A button that copies what stands in it, where the browser lets a page do that; without this script there is none.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      document.querySelector("[data-copied]").textContent = button.dataset.done;
    });
  }
}
