// Leaving fast, and staying gone. Runs in <head>, before anything paints; keeps nothing but a mark on the tab's own
// history, made only when the reader asks to leave. Words and addresses come from the script tag's data.
(() => {
  const { neutral, loading, next, more } = document.currentScript.dataset;
  const page = document.documentElement;
  const cameBackFromNeutral = () => {
    const step = window.navigation && navigation.activation;
    const from = step && step.navigationType === "traverse" && step.from && step.from.getState();
    return Boolean(from && from.neutral);
  };
  const isGone = () => Boolean(history.state && history.state.exited) || cameBackFromNeutral();
  const stayGone = () => {
    page.hidden = true;
    document.title = loading;
    location.replace(neutral);
  };
  const mark = (address) => {
    history.replaceState({ exited: 1 }, "", address);
    // Someone may press Back before the next site answers: the pages behind this one must know too.
    if (window.navigation) navigation.updateCurrentEntry({ state: { neutral: 1 } });
  };
  const hide = (to) => {
    const status = document.createElement("p");
    status.setAttribute("role", "status");
    document.body.hidden = true;
    page.append(status);
    document.title = status.textContent = loading;
    mark();
    // The next site may hang. Then here is a way on, at an address that says nothing; if it answers after all, it comes.
    setTimeout(() => {
      const link = document.createElement("a");
      link.href = to;
      link.rel = "noreferrer";
      link.textContent = next;
      status.append(" ", link);
      mark(neutral);
    }, 4000);
  };
  const leave = (to) => {
    if (!document.body.hidden) hide(to);
    location.href = to;
  };
  if (isGone()) stayGone();
  addEventListener("pagehide", () => { page.hidden = true; });
  addEventListener("pageshow", () => { if (isGone()) stayGone(); else page.hidden = false; });
  addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[data-leave]");
    if (!link) return;
    event.preventDefault();
    leave(link.href);
  });
  // Shift, three times, each within five seconds of the last. Shift held for a capital letter does not count.
  let presses = 0, alone = false, last = 0;
  addEventListener("keydown", (event) => { alone = event.key === "Shift"; if (!alone) presses = 0; });
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    const now = event.timeStamp;
    presses = now - last > 5000 ? 1 : presses + 1;
    last = now;
    const status = document.getElementById("leave-status");
    if (presses === 3) {
      const link = document.querySelector("a[data-leave]");
      if (link) leave(link.href);
    } else if (status) {
      status.textContent = more.split("|")[presses - 1];
      setTimeout(() => { status.textContent = ""; }, 5000);
    }
  });
})();
