// An address to copy is selected whole once someone clicks or taps it, also where the field is too narrow to show it.
addEventListener("click", (event) => {
  if (event.target.matches("input.copy")) event.target.select();
});
