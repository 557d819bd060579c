// Keys for those who have a script and no wish for the mouse: to search, along the rows of a list, and the list of them.
// They are off inside fields, with Ctrl, Alt or Meta, and for whoever switched them off on this machine.

const OFF = "ketdoan-keys-off";
const dialog = document.getElementById("phim-tat");

const isOff = () => {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
};

/** The rows one moves along: those of the tables and lists of the page that lead somewhere or can be ticked. */
const rows = () =>
  [...document.querySelectorAll("main tbody tr, main ul.rows > li")].filter(
    (row) => row.offsetParent && row.querySelector("a[href], input[type=checkbox]"),
  );

/** What of a row takes the focus: its way on, else its tick. */
const handle = (row) => row.querySelector("th a[href], a[href]") ?? row.querySelector("input[type=checkbox]");

function move(step) {
  const all = rows();
  const at = all.findIndex((row) => row.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  if (all[next]) handle(all[next]).focus();
  return Boolean(all[next]);
}

function tick() {
  const row = rows().find((each) => each.contains(document.activeElement));
  const box = row?.querySelector("input[type=checkbox]");
  box?.click();
  return Boolean(box);
}

function search() {
  const field = document.getElementById("q");
  if (!field?.offsetParent) return false;
  field.focus();
  return true;
}

const KEYS = { "/": search, j: () => move(1), k: () => move(-1), x: tick, "?": () => (dialog.showModal(), true) };

if (dialog) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented) return;
    if (dialog.open || isOff() || event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    if (Object.hasOwn(KEYS, event.key) && KEYS[event.key]()) event.preventDefault();
  });
  const box = dialog.querySelector("[data-keys-off]");
  box.checked = isOff();
  box.addEventListener("change", () => {
    try {
      if (box.checked) localStorage.setItem(OFF, "1");
      else localStorage.removeItem(OFF);
    } catch {
      // A browser that keeps nothing keeps the keys on.
    }
  });
  for (const button of document.querySelectorAll("[data-keys]")) {
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
  }
}
