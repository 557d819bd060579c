// Signing in through a real OpenID provider: a process of its own on this machine, with its own pages.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PASSWORD, freePort, look, open } from "./books.js";

let world;
let provider;
let issuer;
let secrets;

before(async () => {
  issuer = `http://127.0.0.1:${await freePort()}`;
  secrets = await mkdtemp(join(tmpdir(), "ketdoan-secret-"));
  const file = join(secrets, "oidc");
  await writeFile(file, "bi-mat-cua-phep-thu\n");
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

/** The way to the provider and back for who is signed in there, as far as the address the browser would be sent to. */
async function wayBack(context, change = (asked) => asked) {
  const stop = { maxRedirects: 0 };
  const there = new URL((await context.request.get("/sign-in/provider", stop)).headers().location);
  const back = (await context.request.get(change(there).href, stop)).headers().location;
  return new URL(back);
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

test("an identity is tied by its owner and signs in from then on", { timeout: 360_000 }, async () => {
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
  // The provider's own pages ask for letters from elsewhere, which a test has not.
  assert.deepEqual(complaints.filter((told) => !told.includes("ERR_NAME_NOT_RESOLVED")), []);

  // Signed out here, the provider is still signed in, and says so.
  await page.locator(".way-out button").click();
  await page.waitForURL(/\/sign-in/);
  assert.equal(await page.locator(`a[href^="${issuer}"]`).count(), 1);
  await page.goto("/sign-in?next=/units");
  await page.locator('a[href^="/sign-in/provider"]').click();
  await page.waitForURL(`${world.address}/units`);
  await context.close();
});

test("what an attacker would change on the way is refused", { timeout: 360_000 }, async () => {
  const { page, context } = await look({ ...world, state: undefined });
  await page.goto("/sign-in/provider");
  await agree(page, "quan-o-cong");
  await page.waitForURL(`${world.address}/`);
  await context.clearCookies({ name: "kd" });

  const forged = await wayBack(context);
  forged.searchParams.set("state", "0".repeat(64));
  await page.goto(forged.href);
  assert.equal(await refusal(page), "errand_unknown", "another state");

  const first = await wayBack(context);
  await page.goto(first.href);
  assert.equal(new URL(page.url()).pathname, "/");
  await page.goto(first.href);
  assert.equal(await refusal(page), "errand_unknown", "the same answer again");

  await context.clearCookies({ name: "kd" });
  const second = await wayBack(context);
  second.searchParams.set("code", first.searchParams.get("code"));
  await page.goto(second.href);
  assert.equal(await refusal(page), "code_not_taken", "a code that was traded before");

  const third = await wayBack(context, (asked) => {
    asked.searchParams.set("nonce", "0".repeat(64));
    return asked;
  });
  await page.goto(third.href);
  assert.equal(await refusal(page), "identity_unproven", "another nonce");

  const fourth = await wayBack(context, (asked) => {
    asked.searchParams.set("code_challenge", "A".repeat(43));
    return asked;
  });
  await page.goto(fourth.href);
  assert.equal(await refusal(page), "code_not_taken", "the challenge of another verifier");
  await context.close();
});
