// Every page on the demonstration books: none scrolls sideways on a phone, none breaks a serious rule of accessibility.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { openDemo, pageOf } from "./demo.js";
import { PLACES } from "./places.js";

const AXE = createRequire(import.meta.url).resolve("axe-core");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

let demo;
before(async () => {
  demo = await openDemo();
});
after(async () => {
  await demo?.close();
});

// Each page is opened once and looked at twice.
const LOOKS = [[1366, "dark"], [390, "light"]];

/** Routes that read, as the golden list of permissions has them, which no picture is of: each for a reason. */
const OUTSIDE = [
  /\.(xlsx|csv|json)$/, /\/(xlsx|pdf|docx|toml|package|file|letter|paper|print\.pdf)$/, /\/(files|evidence|backups|assets)\//, // files
  /^\/api\//, /^\/healthz$/, /^\/assets\//, /^\/xac-minh\/khoa$/, // read by programs
  /^\/(link|first)\//, /^\/sign-in\//, // once only, and somebody else's page
  /^\/certificates\/run\//, /^\/jobs\//, /^\/imports\/\{id\}$/, /^\/reorganise\/\{id\}$/, // of work under way: the clerk's day walks them
  /\/ballots\//, // of an open ballot: the council's day walks it
];

/** A route as an expression that its addresses match. */
const asked = (route) => new RegExp(`^${route.replaceAll(/\{[^}]+\}/g, "[^/]+")}$`);

async function routesThatRead() {
  const list = await readFile(new URL("../../crates/web/tests/golden/permissions.txt", import.meta.url), "utf8");
  const read = list.split("\n").filter((line) => line.startsWith("GET ")).map((line) => line.split(" ")[1]);
  return read.filter((route) => !OUTSIDE.some((each) => each.test(route)));
}

test("every page, wide and dark and narrow and light", { timeout: 1_500_000 }, async () => {
  // The checker is not one of our own scripts, so the page's policy is set aside for it.
  const options = { viewport: { width: 1366, height: 800 }, bypassCSP: true };
  const broken = [];
  const seen = [];
  for (const place of PLACES) {
    const { page, context } = await pageOf(demo, place.as, options);
    const path = place.path ?? (await place.through(page));
    const answer = path && (await page.goto(path));
    const isThere = place.missing ? answer?.status() === 404 : answer && answer.status() !== 404;
    if (!isThere) broken.push(`${place.name}: ${path ?? "no link leads to it"}: ${answer?.status() ?? "not opened"}`);
    seen.push(path?.split("?")[0]);
    if (answer) await page.addScriptTag({ path: AXE });
    for (const [width, colorScheme] of answer ? LOOKS : []) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (beyond > 0) broken.push(`${place.name}, ${width}: ${beyond} px too wide`);
      const found = await page.evaluate((rules) => axe.run(document, { runOnly: rules }), RULES);
      const grave = found.violations.filter((each) => ["serious", "critical"].includes(each.impact));
      broken.push(...grave.map((each) => `${place.name}, ${width}: ${each.id}: ${each.nodes[0].html.slice(0, 160)}`));
    }
    await context.close();
  }
  // An address with names of its own comes before one with any: /members/new is no member.
  const routes = (await routesThatRead()).sort((one, other) => one.split("{").length - other.split("{").length);
  const walked = new Set(seen.map((path) => routes.find((route) => asked(route).test(path))));
  broken.push(...routes.filter((route) => !walked.has(route)).map((route) => `no place is of ${route}`));
  assert.deepEqual(broken, []);
});
