// A clerk's day on the demonstration books, from signing in to signing out, and a chair's errand on a phone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openDemo, pageOf } from "./demo.js";
import { day } from "./hands.js";

let demo;
before(async () => {
  demo = await openDemo();
});
after(async () => {
  assert.equal(await demo?.close(), 0, "the program ends cleanly when asked to");
});

const WARD = "cd-phuong-hoan-kiem";

/** Code and name of the first union of a ward. */
async function someUnion(page, ward, nth = 0) {
  await page.goto(`/units?unit=${ward}`);
  const link = page.locator("main table tbody tr").nth(nth).locator("th a").first();
  const name = (await link.textContent()).trim();
  const code = new URL(await link.getAttribute("href"), page.url()).pathname.split("/")[2];
  return { name, code };
}

/** Looks first, then writes. */
async function lookAndWrite(page) {
  await page.locator('button[name="step"][value="preview"]').click();
  await page.locator('button[name="step"][value="write"]').click();
  await page.locator(".flash").waitFor();
}

function roster(rows) {
  const head = "STT,Họ và tên,Ngày sinh,Giới tính,Ngày vào công đoàn";
  return { name: "danh-sach.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${[head, ...rows].join("\r\n")}\r\n`) };
}

/** Sends a list for a union, looks at it, takes it in, and gives back the counts of rows that went in and that did not. */
async function takeIn(page, union, rows) {
  await page.goto(`/imports?unit=${union}`);
  await page.locator("#f-file").setInputFiles(roster(rows));
  await day(page, "as-of", ["1", "11", "2026"]);
  await page.locator('form[enctype] button.main').click();
  await page.waitForURL(/\/imports\/[0-9A-Z]{13}/);
  await page.locator('form[action*="/commit"] button.main, form[action*="/commit"] button').first().click();
  for (let tries = 0; tries < 60 && !(await page.locator("dd.big.good").count()); tries += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  const number = async (sign) => Number((await page.locator(`dd.big.${sign}`).first().textContent()).replace(/\D/g, ""));
  return [await number("good"), await number("bad")];
}

test("a clerk's day", { timeout: 720_000 }, async () => {
  const { page, context } = await pageOf(demo, "hoankiem", { acceptDownloads: true });
  const union = await someUnion(page, WARD);

  // A roster with a row that cannot go in; the row is mended and goes in.
  const [taken, refused] = await takeIn(page, union.code, [
    "1,Nguyễn Thị Thử Một,05/03/1990,Nữ,01/06/2026",
    "2,Trần Văn Thử Hai,17/11/1988,Nam,01/06/2026",
    "3,,01/01/1991,Nam,01/06/2026",
  ]);
  assert.deepEqual([taken, refused], [2, 1]);
  assert.deepEqual(await takeIn(page, union.code, ["1,Lê Thị Thử Ba,01/01/1991,Nữ,01/06/2026"]), [1, 0]);

  // Somebody is admitted.
  await page.goto(`/members/new?unit=${union.code}`);
  await page.locator("#f-name").fill("Phạm Thị Thử Bốn");
  await page.locator('[name="sex"]').selectOption({ label: "Nữ" });
  await page.locator("#f-at").fill(union.code);
  await day(page, "on", ["10", "11", "2026"]);
  await lookAndWrite(page);

  // Somebody else is sent to the next ward, whose clerk receives.
  await page.goto(`/find?q=thu+mot`);
  await page.locator('main a[href^="/members/"]').first().click();
  await page.waitForURL(/\/members\/[0-9A-Z]{13}/);
  const person = new URL(page.url()).pathname;
  const other = await pageOf(demo, "cuanam");
  const next = await someUnion(other.page, "cd-phuong-cua-nam");
  await page.goto(`${person}/event?what=transfer`);
  await page.locator("#f-other").fill(next.code);
  await day(page, "on", ["12", "11", "2026"]);
  await lookAndWrite(page);
  await other.page.goto("/transfers");
  const line = other.page.locator("main form, main tr, main li").filter({ hasText: "Thử Một" }).last();
  await line.locator('button[value="receive"]').first().click();
  await other.page.locator(".flash").waitFor();
  await other.page.goto(person);
  assert.match(await other.page.locator("main").textContent(), /Thử Một/);

  // A target is set by a decision and read back.
  await page.goto(`/targets/grid?unit=${WARD}`);
  await page.locator("table[data-cells] tbody tr").first().locator("input:not([type=hidden])").first().fill("1.200");
  await page.locator("#f-paper-number").fill("99/QĐ-CĐP");
  await page.locator("form button.main").last().click();
  await page.waitForURL(/\/targets\?/);
  assert.match(await page.locator("main").textContent(), /1\.200/);

  // The published figure is read, and followed to a name.
  await page.goto("/?unit=hoan-kiem&period=2021-H1");
  assert.match(await page.locator("ul.tgts").textContent(), /1\.548\/1\.400.*110,57%/s);
  await page.locator("ul.tgts a.fig").first().click();
  await page.waitForURL(/\/figures\/members\.admitted/);
  assert.match(await page.locator("#but-toan tbody tr").first().locator("th").textContent(), /\S+ \S+/);

  // The list comes down as a file, and the clerk signs out.
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("a[download]").first().click()]);
  assert.match(file.suggestedFilename(), /members\.admitted/);
  await page.locator("form.way-out button").click();
  await page.waitForURL(/\/sign-in$/);
  await context.close();
  await other.context.close();
});

test("a chair's errand on a phone", { timeout: 360_000 }, async () => {
  const { page, context } = await pageOf(demo, "chutich", { viewport: { width: 390, height: 844 } });
  await page.goto("/");
  const own = (await page.locator(".scope summary b").first().textContent()).trim();
  assert.ok(own.length > 5, "begins at the own union");
  await page.goto("/members/new");
  await page.locator("#f-name").fill("Đỗ Thị Thử Năm");
  await page.locator('[name="sex"]').selectOption({ label: "Nữ" });
  await page.locator("#f-at").fill(own);
  await day(page, "on", ["10", "11", "2026"]);
  await lookAndWrite(page);
  await page.goto("/find?q=thu+nam");
  assert.match(await page.locator("main").textContent(), /Đỗ Thị Thử Năm/);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(beyond <= 0, `${beyond} px too wide`);
  const elsewhere = await page.goto("/members?unit=cd-phuong-cua-nam");
  assert.equal(elsewhere.status(), 403, "another union is none of the chair's business");
  await context.close();
});
