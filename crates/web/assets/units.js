// Units offered while one types; without it the form sends what was typed.

const OFFER_AFTER_MS = 150;

/** The days a unit stood, as the list says them: 1/7/2025, in English 2025-07-01. */
function span(unit) {
  const parts = (iso) => iso.split("-").reverse().map((part) => String(Number(part))).join("/");
  const written = document.documentElement.lang === "en" ? (iso) => iso : parts;
  return unit.ended_on ? `${written(unit.opened_on)} – ${written(unit.ended_on)}` : "";
}

/** Offers units under a field: the combobox pattern, arrows to move, Enter to take, Escape to close. */
function offerUnits(combo) {
  const field = combo.querySelector("input");
  const list = document.createElement("ul");
  list.className = "list";
  list.id = `${field.id}-list`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", combo.dataset.units);
  combo.append(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  let units = [];
  let at = -1;
  let asked = 0;
  let timer = 0;

  const close = () => {
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };

  const move = (to) => {
    at = (to + units.length) % units.length;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    field.setAttribute("aria-activedescendant", `${list.id}-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  };

  const take = (place) => {
    field.value = units[place].code;
    close();
    // In a longer form the unit is one answer among others.
    if (combo.dataset.stay === undefined) field.form.requestSubmit();
  };

  const show = () => {
    list.replaceChildren(
      ...units.map((unit, place) => {
        const item = document.createElement("li");
        item.id = `${list.id}-${place}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        const about = document.createElement("small");
        about.textContent = [unit.kind, unit.code, span(unit)].filter(Boolean).join(" · ");
        item.append(unit.name, about);
        // The field must keep the focus, so that leaving it does not close the list before the click arrives.
        item.addEventListener("pointerdown", (event) => event.preventDefault());
        item.addEventListener("click", () => take(place));
        return item;
      }),
    );
    list.hidden = units.length === 0;
    field.setAttribute("aria-expanded", String(units.length > 0));
  };

  const ask = async () => {
    const typed = field.value.trim();
    const mine = ++asked;
    if (typed.length < 2) return close();
    try {
      const answer = await fetch(`/units.json?q=${encodeURIComponent(typed)}`);
      if (!answer.ok || mine !== asked) return;
      units = await answer.json();
      at = -1;
      if (mine === asked && document.activeElement === field) show();
    } catch {
      // Without an answer the form still works: it sends what was typed.
      close();
    }
  };

  field.addEventListener("input", (event) => {
    // An input method is still composing a letter: wait for the finished one.
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, OFFER_AFTER_MS);
  });
  field.addEventListener("compositionend", ask);
  field.addEventListener("focus", () => field.select());
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at < 0 ? units.length - 1 : at - 1);
    else if (event.key === "Enter" && at >= 0) take(at);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
}

for (const combo of document.querySelectorAll("[data-units]")) offerUnits(combo);
