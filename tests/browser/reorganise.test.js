// The list of a decision on the demonstration books: two wards are drawn anew with 275 unions, rehearsed, written once,
// and taken back; what was printed before prints the same throughout.

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

const OLD = ["cd-phuong-hoan-kiem", "cd-phuong-cua-nam"];
const NEW = ["Công đoàn phường Tràng Tiền", "Công đoàn phường Đồng Xuân"];
const MOST = 275;

/** The codes and names of the unions directly under a unit that stand today. */
async function unionsUnder(page, unit) {
  const answer = await page.request.get(`/units.csv?unit=${unit}`);
  const lines = (await answer.text()).replace(/^\uFEFF/, "").split(/\r?\n/).slice(1).filter(Boolean);
  return lines.map((line) => line.split(";")).filter((cells) => !cells[5]).map(([code, name]) => ({ code, name }));
}

/** The list of the decision; a receiver spelt wrongly where `slip` says so. */
function list(unions, slip) {
  const found = NEW.map((name) => ["", name, "Thành lập", "", ""]);
  const moved = unions.map(({ code, name }, at) => [code, name, "Chuyển về", at === slip ? "Công đoàn phường Tràng Tiền Nam" : NEW[at % 2], ""]);
  const rows = [["Mã đơn vị", "Tên công đoàn", "Hình thức sắp xếp", "Chuyển về", "Tên mới"], ...found, ...moved];
  const text = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";")).join("\r\n");
  return { name: "danh-sach-sap-xep.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFFDANH SÁCH KÈM THEO QUYẾT ĐỊNH\r\n${text}\r\n`) };
}

/** The figures of a unit in an earlier period, as they were: every number of the overview. */
async function figuresOf(page, unit, period) {
  await page.goto(`/?unit=${unit}&period=${period}&view=was`);
  return (await page.locator("main .fig").allTextContents()).map((text) => text.trim());
}

test("a decision about 275 unions", { timeout: 900_000 }, async () => {
  const { page, context } = await pageOf(demo, "thanhpho", { acceptDownloads: true });
  const unions = (await Promise.all(OLD.map((unit) => unionsUnder(page, unit)))).flat().slice(0, MOST);
  assert.equal(unions.length, MOST);
  const scopes = [["ha-noi", "2026-H1"], ["cd-phuong-hoan-kiem", "2026-H1"], ["hoan-kiem", "2021-H1"]];
  const before = [];
  for (const [unit, period] of scopes) before.push(await figuresOf(page, unit, period));

  // A slip in one row holds the whole list back; mended, the list is rehearsed.
  await page.goto("/reorganise?unit=ha-noi");
  await page.locator("#f-file").setInputFiles(list(unions, 40));
  await page.locator("#f-paper-number").fill("88/QĐ-LĐLĐ");
  await day(page, "on", ["1", "11", "2026"]);
  await page.locator("form[enctype] button.main").click();
  await page.waitForURL(/\/reorganise\/[0-9A-Z]{13}/);
  assert.match(await page.locator("#tung-dong").textContent(), /Tràng Tiền Nam/);
  assert.equal(await page.locator('form[action*="/commit"]').count(), 0);
  const [given] = await Promise.all([page.waitForEvent("download"), page.locator("a.main[download]").click()]);
  assert.match(given.suggestedFilename(), /\.xlsx$/);
  await page.locator("#f-file").setInputFiles(list(unions, -1));
  await page.locator('form[action*="/file"] button').click();
  await page.locator('form[action*="/commit"] button').waitFor();
  assert.match(await page.locator("main").textContent(), /Ghi cả 277 dòng vào sổ/);

  // Left and come back to, then written once.
  await page.goto("/reorganise?unit=ha-noi");
  await page.locator('main a[href^="/reorganise/"]', { hasText: "88/QĐ-LĐLĐ" }).first().click();
  await page.locator('form[action*="/commit"] button').click();
  for (let tries = 0; tries < 120 && !(await page.locator("dd.big.good").count()); tries += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  assert.match(await page.locator("dd.big.good").first().textContent(), /277/);
  const after = [];
  for (const [unit, period] of scopes) after.push(await figuresOf(page, unit, period));
  assert.deepEqual(after, before, "what was printed before prints the same");
  await page.goto("/units?q=Tràng+Tiền");
  assert.match(await page.locator("main").textContent(), /Công đoàn phường Tràng Tiền/);

  // Taken back whole.
  await page.goto("/reorganise?unit=ha-noi");
  await page.locator("details.undo summary").first().click();
  await page.locator("details.undo button").first().click();
  await page.locator(".flash").waitFor();
  assert.match(await page.locator("#da-sap-xep").textContent(), /Đã gỡ/);
  await page.goto("/units?q=Tràng+Tiền");
  assert.doesNotMatch(await page.locator("main").textContent(), /Công đoàn phường Tràng Tiền/);
  await context.close();
});
