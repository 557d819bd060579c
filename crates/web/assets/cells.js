// The grid of targets for those who have a script: arrows between rows, and cells filled from a spreadsheet.

/** In a grid of cells arrows and Enter move between rows, and what a spreadsheet copied fills cells to the right and below. */
function moveInCells(table) {
  const rows = () => [...table.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("input:not([type=hidden])")]);
  const place = (field) => {
    const all = rows();
    const at = all.findIndex((row) => row.includes(field));
    return { all, at, column: all[at]?.indexOf(field) ?? -1 };
  };
  table.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
    if (!step || !event.target.matches("input")) return;
    const { all, at, column } = place(event.target);
    const next = all[at + step]?.[column];
    event.preventDefault();
    next?.focus();
    next?.select();
  });
  table.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text") ?? "";
    if (!event.target.matches("input") || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const { all, at, column } = place(event.target);
    text.replace(/\r/g, "").split("\n").forEach((line, down) => {
      line.split("\t").forEach((value, right) => {
        const field = all[at + down]?.[column + right];
        if (field && line) field.value = value.trim();
      });
    });
  });
}
document.querySelectorAll("table[data-cells]").forEach(moveInCells);
