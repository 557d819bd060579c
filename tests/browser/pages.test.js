// A reader's walk: choose a unit, read its figures, follow one to names, and do all of it without a script, without a
// mouse, and on a phone.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { look, open, PASSWORD } from "./books.js";

const AXE = createRequire(import.meta.url).resolve("axe-core");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

let world;
before(async () => {
  world = await open();
});
after(async () => {
  assert.equal(await world?.close(), 0, "the program ends cleanly when asked to");
});

test("a figure is followed from the overview to names and units", async () => {
  const { page, complaints, context } = await look(world);
  await page.goto("/");
  await page.locator("dl.figs a.fig").first().click();
  await page.waitForURL("**/figures/members.closing*");
  assert.equal(await page.locator("h1").textContent(), "Số này từ đâu ra");
  const lines = page.locator("#but-toan tbody tr");
  assert.equal(await lines.count(), 100);
  assert.match(await lines.first().locator("th").textContent(), /\S+ \S+/);
  await lines.first().locator("th a").click();
  await page.waitForURL(/\/\?unit=/);
  assert.match(await page.locator("h1").textContent(), /^Tổng quan/);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a unit is found by typing without marks and taken with the keyboard", async () => {
  const { page, complaints, context } = await look(world);
  await page.goto("/");
  await page.locator("details.scope > summary").focus();
  await page.keyboard.press("Enter");
  const field = page.locator("#s-unit");
  await field.fill("");
  await field.pressSequentially("cong ty");
  await page.locator("#s-unit-list li").first().waitFor();
  const offered = await page.locator("#s-unit-list li").first().textContent();
  await page.keyboard.press("ArrowDown");
  assert.equal(await field.getAttribute("aria-activedescendant"), "s-unit-list-0");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/\?unit=/);
  const shown = await page.locator("details.scope summary b").first().textContent();
  assert.ok(offered.startsWith(shown), `${offered} / ${shown}`);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the first thing the keyboard reaches leads past the menu", async () => {
  const { page, context } = await look(world);
  await page.goto("/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "noi-dung");
  await context.close();
});

test("keys lead to the search and along the rows, and can be switched off", async () => {
  const { page, complaints, context } = await look(world);
  await page.goto("/members");
  const focused = () => page.evaluate(() => document.activeElement.closest("tr")?.rowIndex ?? document.activeElement.id);
  await page.keyboard.press("j");
  assert.equal(await focused(), 1);
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  assert.equal(await focused(), 1);
  await page.keyboard.press("x");
  assert.equal(await page.locator("main tbody input:checked").count(), 1);
  await page.keyboard.press("/");
  assert.equal(await focused(), "q");
  await page.keyboard.type("j/x?");
  assert.equal(await page.locator("#q").inputValue(), "j/x?", "no keys inside a field");
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await page.locator("dialog[open] [data-keys-off]").check();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  assert.equal(await page.locator("main tbody tr:focus-within").count(), 0, "switched off");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("without a script the form asks and the list is turned", async () => {
  const { page, context } = await look(world, { javaScriptEnabled: false });
  await page.goto("/");
  await page.locator("details.scope > summary").click();
  await page.locator("#f-period").fill("hôm qua");
  await page.locator("form.panel button.main").click();
  assert.match(await page.locator(".errors").textContent(), /không phải là một kỳ/);
  assert.equal(await page.locator("#f-period").inputValue(), "hôm qua");
  await page.goto("/figures/members.closing");
  await page.locator("a[rel=next]").click();
  await page.waitForURL(/page=2/);
  assert.match(await page.locator("#but-toan h3").textContent(), /101/);
  await context.close();
});

test("no page scrolls sideways on a phone or at twice the size", async () => {
  for (const width of [360, 390, 683]) {
    const { page, context } = await look(world, { viewport: { width, height: 760 } });
    const pages = ["/", "/figures/members.closing", "/figures/units.founded", "/units", "/units?q=cong", "/?period=x", "/sign-in"];
    for (const address of pages) {
      await page.goto(address);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(beyond <= 0, `${address} at ${width}: ${beyond} px too wide`);
    }
    await page.goto("/");
    await page.locator("details.scope > summary").click();
    const panel = await page.locator("form.panel").boundingBox();
    assert.ok(panel.x >= 0 && panel.x + panel.width <= width, `the panel at ${width}`);
    await context.close();
  }
});

test("the whole list comes down as a file", async () => {
  const { page, context } = await look(world);
  await page.goto("/figures/members.closing");
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("a[download]").click()]);
  assert.match(file.suggestedFilename(), /^members\.closing_.*\.csv$/);
  await context.close();
});

test("no page breaks a rule of accessibility that a program can check", async () => {
  const pages = ["/", "/?view=now", "/figures/members.closing", "/figures/members.closing?lang=en", "/units", "/?period=x"];
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [390, 1366]) {
      // The checker is not one of our own scripts, so the page's policy is set aside for it.
      const options = { viewport: { width, height: 800 }, colorScheme, bypassCSP: true };
      const { page, context } = await look(world, options);
      for (const address of pages) {
        await page.goto(address);
        await page.addScriptTag({ path: AXE });
        const found = await page.evaluate((rules) => axe.run(document, { runOnly: rules }), RULES);
        const broken = found.violations.map((each) => `${each.id}: ${each.nodes[0].html}`);
        assert.deepEqual(broken, [], `${address}, ${colorScheme}, ${width}`);
      }
      await context.close();
    }
  }
});

test("who is not signed in is shown the door, and comes to the page that was asked for", async () => {
  const { page, complaints, context } = await look(world, { storageState: undefined });
  await page.goto("/units?q=cong");
  await page.waitForURL(/\/sign-in\?next=/);
  await page.locator("#f-login").fill("quan");
  await page.locator("#f-password").fill("không phải thế này");
  await page.locator("form.form button.main").click();
  assert.match(await page.locator(".errors").textContent(), /không đúng/);
  await page.locator("#f-password").fill(PASSWORD);
  await page.locator("form.form button.main").click();
  await page.waitForURL(/\/units\?q=cong/);
  await page.locator("form.way-out button").click();
  await page.waitForURL(/\/sign-in$/);
  assert.deepEqual(complaints.filter((told) => !told.includes("401")), []);
  await context.close();
});
