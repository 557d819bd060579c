// What a script adds for those who have it: the page printed, the link copied, work that is waited for, where the focus is.
// Every page reads and every form works without it.

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// A page that is ready to be printed, and noted as such: the dialog opens once, not again when one comes back to it.
if (document.querySelector("[data-print-now]")) {
  const address = new URL(location.href);
  address.searchParams.delete("print");
  history.replaceState(null, "", address);
  print();
} else {
  // Who prints by the browser's own means is noted all the same.
  const form = document.querySelector("form[data-printed]");
  if (form) addEventListener("beforeprint", () => navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form))));
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const [label, of] = [button.textContent, button.dataset.of];
    await navigator.clipboard.writeText(of ? document.getElementById(of).textContent : location.href);
    button.textContent = button.dataset.copy;
    setTimeout(() => { button.textContent = label; }, 3000);
  });
}

// A page that asks for itself again does so behind the reader's back: the focus stays, and only what changed is told.
const waits = document.querySelector("[data-again]");
if (waits) {
  const askAgain = async () => {
    try {
      const answer = await fetch(location.href, { redirect: "manual" });
      const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
      const now = page.querySelector("[data-again]");
      if (!now) return location.reload();
      if (now.innerHTML !== waits.innerHTML) waits.innerHTML = now.innerHTML;
    } catch {
      // No answer: it is asked for again.
    }
    setTimeout(askAgain, Number(waits.dataset.again) * 1000);
  };
  // The page would otherwise load itself anew, which takes the reader back to its top.
  addEventListener("load", () => {
    stop();
    setTimeout(askAgain, Number(waits.dataset.again) * 1000);
  });
}

// Escape closes the open scope panel, and the focus goes back to what opened it.
for (const scope of document.querySelectorAll("details.scope")) {
  scope.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !scope.open || event.defaultPrevented) return;
    scope.open = false;
    scope.querySelector("summary").focus();
  });
}

// A form that could not be used: the reader begins at the list of what to mend.
document.querySelector(".errors")?.focus();
