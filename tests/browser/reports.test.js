// A report goes through three pairs of hands on the demonstration books: the chair of a union files it, the clerk of the
// ward sends one cell back, it is mended, approved and gathered; the city approves and publishes; anybody reads it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openDemo, pageOf } from "./demo.js";

let demo;
before(async () => {
  demo = await openDemo();
});
after(async () => {
  assert.equal(await demo?.close(), 0, "the program ends cleanly when asked to");
});

const WARD = "cd-phuong-hoan-kiem";

/** Presses a step of the report that is shown. */
async function step(page, name) {
  await page.locator(`button[name="step"][value="${name}"]`).click();
  await page.locator(".flash").waitFor();
}

async function write(page, cells) {
  for (const [line, value] of Object.entries(cells)) await page.locator(`[name="v-${line}"]`).fill(value);
  await page.locator('form[action*="/cells"] button.main').click();
  await page.locator(".flash").waitFor();
}

test("a report called for, sent back, mended, gathered, approved and published", { timeout: 900_000 }, async () => {
  const chair = (await pageOf(demo, "chutich")).page;
  const ward = (await pageOf(demo, "hoankiem")).page;
  const city = (await pageOf(demo, "thanhpho")).page;

  // The ward calls for it; the chair is reminded in the menu and among the tasks.
  await ward.goto(`/report-calls?unit=${WARD}`);
  const choice = await ward.locator('select[name="what"] option[value^="1_hdcd|"]').first().getAttribute("value");
  const period = choice.split("|")[1];
  await ward.locator('select[name="what"]').selectOption(choice);
  for (const [part, value] of [["d", "31"], ["m", "12"], ["y", "2040"]]) await ward.locator(`[name="due-${part}"]`).fill(value);
  await ward.locator("#mo-dot button.main").click();
  await ward.locator(".flash").waitFor();
  const call = ward.url();
  await chair.goto("/tasks");
  assert.match(await chair.locator("main").textContent(), /Nộp Mẫu 1-HĐCĐ/);
  assert.ok(await chair.locator("nav .count").count(), "the menu counts what waits");

  // The chair writes, one cell wrong, and files.
  const own = `/reports/1_hdcd?period=${period}`;
  await chair.goto(own);
  await write(chair, { 1: "120", 1.1: "130" });
  assert.match(await chair.locator("main").textContent(), /lớn hơn tổng/);
  await step(chair, "submit");

  // The ward sends one cell back.
  await ward.goto(`/reports?unit=${WARD}&period=${period}`);
  await ward.locator("tr", { hasText: "Chờ duyệt" }).locator("th a").click();
  await ward.locator("details summary", { hasText: "Nhận xét từng dòng" }).click();
  await ward.locator('[name="r-1.1"]').fill("Nữ nhiều hơn tổng số lao động");
  await ward.locator('[name="note"]').fill("Xem lại dòng 1.1");
  const report = ward.url();
  await step(ward, "return");

  // It comes back mended as the second version.
  await chair.goto(own);
  const returned = await chair.locator("main").textContent();
  assert.match(returned, /Trả lại/);
  assert.match(returned, /Nữ nhiều hơn tổng số lao động/);
  await write(chair, { 1.1: "60" });
  await step(chair, "submit");
  await ward.goto(report);
  assert.match(await ward.locator("main").textContent(), /bản 2/);
  await step(ward, "approve");
  await ward.goto(call);
  assert.match(await ward.locator("main").textContent(), /Đúng hạn/);

  // The ward gathers, the city approves and publishes.
  const upper = `/reports/2_hdcd?unit=${WARD}&period=${period}`;
  await ward.goto(upper);
  assert.match(await ward.locator("main").textContent(), /120 từ 1\//);
  await step(ward, "submit");
  await city.goto(upper);
  await step(city, "approve");
  await step(city, "publish");

  // Who did not sign in reads it, and sees the large figures; no note and no name stands there.
  const { page: anybody } = await pageOf(demo, null);
  await anybody.goto(`/cong-bo/${WARD}`);
  // The latest stands first; an earlier one of the demonstration stands below.
  await anybody.locator("main a", { hasText: "Mẫu 2-HĐCĐ" }).first().click();
  const read = await anybody.locator("main").textContent();
  assert.match(read, /Tổng số lao động/);
  assert.match(read, /120/);
  await anybody.locator("a", { hasText: "Trình chiếu" }).click();
  assert.match(await anybody.locator("main").textContent(), /120/);
});
