// A session of the demonstration's council, today: its members vote in secret from telephones, without script; nobody sees
// a count before the close; one matter passes just at the threshold and one fails just below it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openDemo, pageOf } from "./demo.js";
import { day, press, words } from "./hands.js";

let demo;
before(async () => {
  demo = await openDemo();
});
after(async () => {
  assert.equal(await demo?.close(), 0, "the program ends cleanly when asked to");
});

const VOTERS = ["doanvien", "uyvien2", "uyvien3", "uyvien4", "uyvien5", "uyvien6", "uyvien7"];
const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const RULES = "Quy chế hoạt động của Hội đồng";

async function call(clerk) {
  await clerk.goto("/council?unit=cd-phuong-hoan-kiem");
  const links = await clerk.locator('main a[href^="/council/0"]').evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  await clerk.goto(`${new URL(links[0], demo.address).pathname}/plan`);
  await day(clerk, "on");
  await clerk.locator("#f-title").fill("Xét khen đột xuất");
  await clerk.locator("#f-quorum").fill("2/3");
  await clerk.locator("#f-quorum-source").fill(RULES);
  await press(clerk, clerk.locator("main form.sheet button.main"));
  return new URL(clerk.url()).pathname;
}

async function matter(clerk, room, name, share) {
  await clerk.goto(`${room}/matter`);
  await clerk.locator("#f-award").selectOption("ctt.giay_khen");
  await clerk.locator("#f-sort").selectOption("named");
  await clerk.locator("#f-named").fill(name);
  await clerk.locator("#f-title").fill("Thành tích đột xuất");
  await clerk.locator("#f-pass").fill(share);
  await clerk.locator("#f-base").selectOption("present");
  await clerk.locator("#f-ballot").selectOption("secret");
  await clerk.locator("#f-source").fill(RULES);
  await press(clerk, clerk.locator("main form.gap button.main"));
}

async function attend(clerk) {
  const boxes = clerk.locator('select[name^="p-"]');
  for (let at = 0; at < (await boxes.count()); at += 1) {
    const label = await boxes.nth(at).getAttribute("aria-label");
    await boxes.nth(at).selectOption(/Tạ Đức Hưng|Lương Thị Nhàn/.test(label) ? "excused" : "present");
  }
  await press(clerk, clerk.locator('form[action*="/attendance"] button'));
}

/** One member votes on both matters. */
async function vote(login, first, second) {
  const { page, context } = await pageOf(demo, login, PHONE);
  await page.goto("/vote");
  const ballots = page.locator("fieldset.ballot");
  await ballots.nth(0).locator(`input[value="${first}"]`).check();
  await ballots.nth(1).locator(`input[value="${second}"]`).check();
  await page.locator("button.main").click();
  assert.match(await words(page), /Bỏ rồi không đổi được/);
  await page.locator('button[name="sure"]').click();
  const told = await words(page);
  assert.match(told, /Đã bỏ phiếu/);
  assert.doesNotMatch(told, /Tán thành/, "nothing is told of a choice afterwards");
  await context.close();
}

test("members vote in secret from telephones, one matter passes just at the threshold and one fails just below it", async () => {
  const { page: clerk } = await pageOf(demo, "hoankiem");
  const room = await call(clerk);
  // Of seven present 80% are six votes: six are just enough, five just too few.
  await matter(clerk, room, "Bà Trần Thị Ví Dụ", "80%");
  await matter(clerk, room, "Tổ công đoàn Chợ Đêm", "80%");
  await attend(clerk);
  await clerk.locator("#f-way").selectOption("electronic");
  await press(clerk, clerk.locator('form[action*="/open"] button'));
  for (const [at, login] of VOTERS.entries()) {
    await vote(login, at < 6 ? "for" : "against", at < 5 ? "for" : "against");
    await clerk.goto(room);
    const told = await words(clerk);
    assert.match(told, new RegExp(`${at + 1}/7 người đã bỏ phiếu`));
    assert.doesNotMatch(told, /\d\/7\s+\d+,\d+%/, "no count before the close");
  }
  await press(clerk, clerk.locator('form[action*="/count"] button.main'));
  const counted = await words(clerk);
  assert.match(counted, /6\/7/);
  assert.match(counted, /5\/7/);
  assert.match(counted, /cần 6/);
  await clerk.goto(`${room}/close`);
  await clerk.locator('textarea[name^="r-"]').fill("Chưa đủ phiếu, đề nghị bổ sung minh chứng");
  await press(clerk, clerk.locator("main form button.main"));
  const minutes = await words(clerk);
  assert.match(minutes, /Tán thành 6 phiếu: thông qua/);
  assert.match(minutes, /Tán thành 5 phiếu: không thông qua/);
  assert.match(minutes, /đề nghị bổ sung minh chứng/);
});
