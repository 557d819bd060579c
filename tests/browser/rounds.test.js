// One nomination on the demonstration books, through four rungs: a union writes it, the ward returns it and has it mended,
// the council of the city fails it by one vote and passes it at the threshold, the confederation decides, a certificate is
// issued, is valid to anybody, and is revoked.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openDemo, pageOf } from "./demo.js";
import { day, press, today, words } from "./hands.js";

let demo;
before(async () => {
  demo = await openDemo();
});
after(async () => {
  assert.equal(await demo?.close(), 0, "the program ends cleanly when asked to");
});

const NAME = "Bằng khen Tổng Liên đoàn, tổng kết năm";
const MEMBERS = 9;
const NEEDED = 8; // 80% of 9 is 7.2

async function paper(page, number) {
  await page.locator("#f-paper-number").fill(number);
  await day(page, "paper-day");
}

/** From a page of a nomination to the outcome it links to, carried out. */
async function outcome(page, nomination, link, fill) {
  await page.goto(nomination);
  await page.locator("#viec a.btn", { hasText: link }).click();
  await fill();
  await press(page, page.locator("main form button.main"));
}

async function openRound(page) {
  await page.goto("/rounds/new?unit=ha-noi");
  await page.locator("#f-name").fill(NAME);
  await day(page, "due", ["31", "12", String(Number(today()[2]) + 1)]);
  await page.locator('input[name="award"][value="tld.bang_khen"]').check();
  await page.locator('select[name="council-tld.bang_khen"]').selectOption("city");
  await page.locator('input[name="who"][value="some"]').check();
  await page.locator('textarea[name="units"]').fill("cd-phuong-hoan-kiem");
  await press(page, page.locator("main form button.main"));
  return new URL(page.url()).pathname;
}

/** The union's own file, with what the checklist asks for: its address, and who it is about. */
async function nominate(page, round) {
  await page.goto(`${round}/nominate`);
  await page.locator("#f-award").selectOption("tld.bang_khen");
  await page.locator('input[name="subject"][value="person"]').check();
  await page.locator("main form[method=get] button").click();
  const link = page.locator("#chon a").nth(5);
  const person = new URL(await link.getAttribute("href"), demo.address).searchParams.get("person");
  await link.click();
  assert.match(await words(page), /Kết quả xét điều kiện hôm nay/);
  await page.locator("#f-achievement").fill("Hai sáng kiến có hiệu quả, hai năm liền hoàn thành xuất sắc nhiệm vụ");
  await press(page, page.locator("main form[method=post] button.main"));
  const nomination = new URL(page.url()).pathname;
  await page.locator('[name="t-bao_cao"]').fill("Báo cáo thành tích hai năm");
  await page.locator('[name="t-bien_ban"]').fill("Biên bản họp");
  await press(page, page.locator('form[action*="/file"]:not([enctype]) button').first());
  for (const item of ["bao_cao", "bien_ban"]) {
    await page.locator("#f-item").selectOption(item);
    await page.locator("#f-file").setInputFiles({ name: `${item}.pdf`, mimeType: "application/pdf", buffer: Buffer.from(`%PDF-1.7 ${item}`) });
    await press(page, page.locator('button[formaction*="/files"]'));
  }
  return { nomination, person };
}

async function judge(page, nomination, marks, verb) {
  await page.goto(nomination);
  for (const [item, [judged, why]] of Object.entries(marks)) {
    await page.locator(`[name="m-${item}"][value="${judged}"]`).check();
    if (why) await page.locator(`[name="w-${item}"]`).fill(why);
  }
  await press(page, page.locator(`#ho-so button[name="do"][value="${verb}"]`));
}

/** A council of the city, on which the person who is nominated has a seat. */
async function setUp(page, person) {
  await page.goto("/council/new?unit=ha-noi");
  await page.locator("#f-name").fill("Hội đồng Thi đua – Khen thưởng thành phố, xét Bằng khen Tổng Liên đoàn");
  await paper(page, "901/QĐ-LĐLĐ");
  for (let row = 0; row < MEMBERS; row += 1) {
    const own = row === MEMBERS - 1;
    await page.locator(`[name="who-${row}"]`).fill(own ? person : `Ủy viên Thứ ${row + 1}`);
    await page.locator(`[name="title-${row}"]`).fill("Ủy viên Hội đồng");
    if (!own) await page.locator(`[name="outside-${row}"]`).check();
  }
  await press(page, page.locator("main form button.main"));
  return new URL(page.url()).pathname;
}

/** A session in which the nomination gets so many votes by secret ballot, counted by two people. */
async function session(page, second, council, round, votes, reason) {
  await page.goto(`${council}/plan?unit=ha-noi`);
  await day(page, "on");
  await page.locator("#f-title").fill(`Xét Bằng khen, ${votes} phiếu`);
  await page.locator("#f-quorum").fill("2/3");
  await page.locator("#f-quorum-source").fill("Quy chế hoạt động của Hội đồng");
  await press(page, page.locator("main form button.main"));
  const room = new URL(page.url()).pathname;
  await page.goto(`${room}/matter`);
  await page.locator("#f-round").selectOption(round.split("/").pop());
  await page.locator("#f-pass").fill("80%");
  await page.locator("#f-base").selectOption("all");
  await page.locator("#f-ballot").selectOption("secret");
  await page.locator("#f-source").fill("Quy chế hoạt động của Hội đồng, Điều 6");
  await press(page, page.locator("main form button.main"));
  for (const choice of await page.locator('select[name^="p-"]').all()) await choice.selectOption("present");
  await press(page, page.locator('form[action*="/attendance"] button'));
  assert.match(await page.locator("table.agenda").innerText(), /không tham gia|không bỏ phiếu|tránh/i, "who is asked about may not vote");
  await page.locator("#f-way").selectOption("paper");
  await press(page, page.locator('form[action*="/open"] button.main'));
  const papers = await page.locator('a[href*="/ballots/"]').getAttribute("href");
  for (const counter of [page, second]) {
    await counter.goto(papers);
    for (const [name, count] of [["for", votes], ["against", NEEDED - votes], ["blank", 0], ["spoilt", 0]]) {
      await counter.locator(`#f-${name}`).fill(String(count));
    }
    await press(counter, counter.locator("main form button.main"));
  }
  await page.goto(room);
  await press(page, page.locator('form[action*="/count"] button.main'));
  await page.goto(`${room}/close`);
  if (reason) await page.locator('textarea[name^="r-"]').fill(reason);
  await press(page, page.locator("main form button.main"));
}

test("a nomination from a grassroots union to a certificate that is revoked", { timeout: 1_500_000 }, async () => {
  const [union, ward, city, tld] = await Promise.all(
    ["chutich", "hoankiem", "thanhpho", "quantri"].map(async (login) => (await pageOf(demo, login)).page));
  const round = await openRound(city);
  const { nomination, person } = await nominate(union, round);

  // The union sends; the ward returns one item with a reason; unmended it does not go; mended it does.
  const why = () => union.locator("#f-why").fill("Đã đối chiếu, minh chứng kèm theo");
  await outcome(union, nomination, "Trình lên", why);
  await judge(ward, nomination, { bao_cao: ["ok"], bien_ban: ["back", "Biên bản chưa ghi kết quả biểu quyết"] }, "return");
  await union.goto(nomination);
  assert.match(await words(union), /Biên bản chưa ghi kết quả biểu quyết/);
  await union.locator("#viec a.btn", { hasText: "Trình lên" }).click();
  await why();
  await union.locator("main form button.main").click();
  assert.match(await union.locator("#loi").innerText(), /not_mended/);
  await union.goto(nomination);
  await union.locator('[name="t-bien_ban"]').fill("Biên bản họp: 15 trên 15 phiếu");
  await press(union, union.locator('form[action*="/file"]:not([enctype]) button').first());
  await outcome(union, nomination, "Trình lên", why);
  await judge(ward, nomination, { bao_cao: ["ok"], bien_ban: ["ok"] }, "accept");
  await outcome(ward, nomination, "Trình lên", () => paper(ward, "77/TTr-CĐP"));

  // The city: one vote below the threshold, looked at again, then just at it.
  await judge(city, nomination, { bao_cao: ["ok"], bien_ban: ["ok"] }, "accept");
  assert.match(await words(city), /Hội đồng chưa biểu quyết/);
  const council = await setUp(city, person);
  await session(city, tld, council, round, NEEDED - 1, "Thiếu một phiếu so với mức phải đạt");
  await city.goto(nomination);
  assert.match(await words(city), /Hội đồng không thông qua/);
  assert.match(await words(city), /7 trên 9 phiếu/);
  await city.locator("#viec summary", { hasText: "Xét lại" }).click();
  await city.locator("#why-reconsider").fill("Bổ sung minh chứng về hiệu quả sáng kiến");
  await press(city, city.locator('button[value="reconsider"]'));
  await session(city, tld, council, round, NEEDED, null);
  await city.goto(nomination);
  assert.match(await words(city), /8 trên 9 phiếu/);
  await outcome(city, nomination, "Trình lên", () => paper(city, "402/TTr-LĐLĐ"));

  // The confederation decides.
  await judge(tld, nomination, { bao_cao: ["ok"], bien_ban: ["ok"] }, "accept");
  await outcome(tld, nomination, "Quyết định khen", async () => {
    await paper(tld, "1500/QĐ-TLĐ");
    await tld.locator("#f-decided-by").fill("Đoàn Chủ tịch Tổng Liên đoàn Lao động Việt Nam");
  });
  await union.goto(nomination);
  const life = await words(union);
  assert.match(life, /Đã khen/);
  assert.match(life, /1500\/QĐ-TLĐ/);

  // A certificate, its public page, the revocation.
  await tld.goto(nomination);
  const decision = (await tld.locator('#viec a[href*="/honours/"]').getAttribute("href")).match(/\/honours\/([0-9A-Z]{13})/)[1];
  await tld.goto(`/certificates/new?unit=tld&honours=${decision}`);
  await tld.locator("#f-place").fill("Hà Nội");
  await tld.locator("#f-signer").fill("Nguyễn Văn Ký");
  await press(tld, tld.locator("main form button.main"));
  await tld.locator('main a[href^="/certificates/"]').filter({ hasNotText: "PDF" }).last().click();
  const certificate = tld.url();
  const address = await tld.locator('a[href^="/xac-minh/"]').getAttribute("href");
  const { page: anybody, context } = await pageOf(demo, null);
  await anybody.goto(address);
  assert.match(await words(anybody), /còn hiệu lực|hợp lệ/i);
  await tld.goto(certificate);
  await tld.locator("summary", { hasText: /Thu hồi/ }).click();
  const revoke = tld.locator('form[action$="/revoke"]');
  await revoke.locator('[name="cause"]').fill("Phát hiện khai sai thành tích");
  await revoke.locator('[name="paper-number"]').fill("1600/QĐ-TLĐ");
  for (const name of ["paper-day", "from"]) await day(tld, name);
  await press(tld, revoke.locator("div.acts button").first());
  await anybody.goto(address);
  assert.match(await words(anybody), /thu hồi/i);
  await context.close();
});
