// Signing in through a real OpenID provider: a process of its own on this machine, with its own pages.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PASSWORD, freePort, look, open } from "./books.js";

const BACK = "**/sign-in/provider/back*";
let world;
let provider;
let issuer;
let secrets;

before(async () => {
  issuer = `http://127.0.0.1:${await freePort()}`;
  secrets = await mkdtemp(join(tmpdir(), "ketdoan-secret-"));
  const file = join(secrets, "oidc");
  await writeFile(file, "bi mat của phép thử\n");
  world = await open([
    "--oidc-issuer", issuer, "--oidc-client", "ket-doan", "--oidc-secret-file", file, "--oidc-name", "Cổng thử",
  ]);
});
after(async () => {
  provider?.kill();
  assert.equal(await world?.close(), 0, "the program ends cleanly when asked to");
  await rm(secrets, { recursive: true, force: true });
});

/** The code of the refusal that a page shows. */
const refusal = async (page) => (await page.locator("[role=alert] small").textContent()).replace(/[[\]]/g, "");

/** Signs in on the provider's own pages and agrees. */
async function agree(page, name) {
  await page.locator('input[name="login"]').fill(name);
  await page.locator('input[name="password"]').fill("bất kỳ");
  await page.locator('button[type="submit"]').click();
  await page.locator('button[type="submit"]').click();
}

/** Goes to the provider and stops just before the browser would be back: the address it was sent to. */
async function wayBack(page, go) {
  let sent;
  const caught = new Promise((done) => {
    page.route(BACK, (route) => {
      sent = route.request().url();
      route.abort().then(done);
    });
  });
  await go().catch(() => {});
  await caught;
  await page.unroute(BACK);
  return new URL(sent);
}

test("a provider that is away leaves the password", async () => {
  const { page, context } = await look({ ...world, state: undefined });
  await page.goto("/sign-in?next=/units");
  await page.locator('a[href^="/sign-in/provider"]').click();
  assert.equal(await refusal(page), "provider_away");
  await page.locator("#f-login").fill("quan");
  await page.locator("#f-password").fill(PASSWORD);
  await page.locator("form.form button.main").click();
  assert.equal(await page.locator("h1").count(), 1);
  await context.close();
});

test("an identity is tied by its owner and signs in from then on", { timeout: 120_000 }, async () => {
  provider = spawn(process.execPath, ["identity-provider.js", new URL(issuer).port, world.address], {
    cwd: import.meta.dirname, stdio: ["ignore", "pipe", "ignore"],
  });
  await once(provider.stdout, "data");

  // Nobody gets an account by the provider.
  const stranger = await look({ ...world, state: undefined });
  await stranger.page.goto("/sign-in");
  await stranger.page.locator('a[href^="/sign-in/provider"]').click();
  await agree(stranger.page, "nguoi-la");
  assert.equal(await refusal(stranger.page), "identity_not_tied");
  await stranger.context.close();

  // The owner ties theirs, with the password once more.
  const { page, complaints, context } = await look(world);
  await page.goto("/me");
  await page.locator("#f-tie_password").fill(PASSWORD);
  await page.locator('form[action="/me/identity"] button').click();
  await page.locator("main a.btn.main").click();
  await agree(page, "quan-o-cong");
  await page.waitForURL(`${world.address}/me`);
  assert.match(await page.locator(".flash").textContent(), /quan-o-cong/);
  assert.deepEqual(complaints, []);

  // Signed out here, the provider is still signed in, and says so.
  await page.locator(".way-out button").click();
  await page.waitForURL(/\/sign-in/);
  assert.equal(await page.locator(`a[href^="${issuer}"]`).count(), 1);
  await page.goto("/sign-in?next=/units");
  await page.locator('a[href^="/sign-in/provider"]').click();
  await page.waitForURL(`${world.address}/units`);
  await context.close();
});

test("what an attacker would change on the way is refused", { timeout: 120_000 }, async () => {
  const { page, context } = await look({ ...world, state: undefined });
  const begin = () => page.goto("/sign-in/provider");
  const first = await wayBack(page, async () => {
    await begin();
    await agree(page, "quan-o-cong");
  });

  const forged = new URL(first);
  forged.searchParams.set("state", "0".repeat(64));
  await page.goto(forged.href);
  assert.equal(await refusal(page), "errand_unknown", "another state");

  // The forged one took the errand's cookie away; a new one, used, and used again.
  const second = await wayBack(page, begin);
  await page.goto(second.href);
  assert.equal(new URL(page.url()).pathname, "/");
  await page.goto(second.href);
  assert.equal(await refusal(page), "errand_unknown", "the same answer again");

  await context.clearCookies({ name: "kd" });
  const third = await wayBack(page, begin);
  third.searchParams.set("code", second.searchParams.get("code"));
  await page.goto(third.href);
  assert.equal(await refusal(page), "code_not_taken", "a code that was traded before");

  const sent = await context.request.get("/sign-in/provider", { maxRedirects: 0 });
  const asked = new URL(sent.headers().location);
  asked.searchParams.set("nonce", "0".repeat(64));
  await page.goto(asked.href);
  assert.equal(await refusal(page), "identity_unproven", "another nonce");
  await context.close();
});
