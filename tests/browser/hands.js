// What a person's hands do on any page: fill the boxes of a day, press a button, read what stands there.

/** Today as the three boxes of a day take it. */
export function today() {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  return parts.split("/").map((part) => String(Number(part)));
}

/** Fills the three boxes of a day; with today, when none is given. */
export async function day(page, name, [d, m, y] = today()) {
  for (const [part, value] of [["d", d], ["m", m], ["y", y]]) await page.locator(`[name="${name}-${part}"]`).fill(value);
}

/** Presses a button and waits for the message of the page it leads to. */
export async function press(page, locator) {
  await locator.click();
  await page.locator(".flash").waitFor();
}

/** What the page says, without the frame around it. */
export const words = (page) => page.locator("main").innerText();
