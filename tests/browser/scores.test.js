// A half-year's scores on the demonstration books: the chair fills the card on a telephone, the ward reviews it side by
// side and sends another back, the rest of the cluster is reviewed, ranked, taken as a workbook.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openDemo, pageOf } from "./demo.js";

let demo;
before(async () => {
  demo = await openDemo();
});
after(async () => {
  await demo?.close();
});

const words = (page) => page.locator("main").innerText();
const AT = "/scores?unit=cd-phuong-hoan-kiem";

test("a card from the telephone of a chair to the ranking of its cluster", { timeout: 540_000 }, async () => {
  const phone = await pageOf(demo, "chutich", { viewport: { width: 390, height: 844 } });
  await phone.page.goto("/scores");
  await phone.page.locator('main a[href^="/scores/cards/"]').first().click();
  const inputs = phone.page.locator('table.marks input[name^="p-"]');
  const count = await inputs.count();
  assert.ok(count >= 9, "every item of the unit has a field");
  for (let at = 0; at < count; at += 1) {
    const row = inputs.nth(at).locator("xpath=ancestor::tr");
    const most = (await row.locator("td.n").first().innerText()).replace(/[^\d,]/g, "");
    await inputs.nth(at).fill(most);
  }
  for (const group of await phone.page.locator('[role="radiogroup"]').all()) await group.locator('input[value="0"]').check();
  const wide = await phone.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.equal(wide, 0, "nothing scrolls sideways on a telephone");
  await phone.page.locator('button[value="send"]').click();
  await phone.page.locator(".flash").waitFor();
  assert.match(await words(phone.page), /Chờ thẩm định/);
  const card = new URL(phone.page.url()).pathname;
  await phone.context.close();

  const { page, context } = await pageOf(demo, "hoankiem", { viewport: { width: 1366, height: 800 } });
  await page.goto(card);
  await page.locator('[name="p-1.1"]').fill("8,5");
  await page.locator('button[value="review"]').click();
  assert.match(await words(page), /chưa nêu lý do/);
  await page.locator('[name="pr-1.1"]').fill("Thỏa ước hết hạn giữa kỳ");
  await page.locator('button[value="review"]').click();
  await page.locator(".flash").waitFor();
  assert.match(await words(page), /Tổng 93,5 điểm/);
  await page.goto(AT);
  await page.locator('main a[href^="/scores/cycles/"]').first().click();
  await page.locator("a.btn", { hasText: "Bảng xếp loại" }).first().click();
  assert.match(await words(page), /chưa thẩm định xong/, "a cluster with open cards is not ranked");
  await page.goBack();
  await page.locator("a.btn", { hasText: "Bảng xếp loại" }).nth(1).click();
  assert.match(await words(page), /Đã quyết định/);
  assert.match(await words(page), /đồng hạng/, "ties are said");
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("a.btn", { hasText: "Tải bảng tính" }).click()]);
  assert.match(file.suggestedFilename(), /^xep-loai-.*\.xlsx$/);
  await context.close();
});
