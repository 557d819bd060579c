// The program on the demonstration books, and a browser in which the demonstration accounts sign in.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROGRAM, browse, serve } from "./books.js";

const PASSWORD = "ket doan xem thu";

/** Makes the demonstration books, serves them, opens a browser. */
export async function openDemo() {
  const folder = await mkdtemp(join(tmpdir(), "ketdoan-demo-"));
  await promisify(execFile)(PROGRAM, ["demo", "--no-serve", "--data", folder], { timeout: 600_000 });
  const { address, stop } = await serve(["demo", "--data", folder]);
  const browser = await browse();
  const states = new Map();
  const close = async () => {
    await browser.close();
    const code = await stop();
    await rm(folder, { recursive: true, force: true });
    return code;
  };
  return { address, browser, states, close };
}

/** A page of somebody who signed in; the sign-in is made once. */
export async function pageOf(demo, login, options = {}) {
  const context = await demo.browser.newContext({
    baseURL: demo.address, locale: "vi-VN", storageState: demo.states.get(login), ...options,
  });
  const page = await context.newPage();
  if (login && !demo.states.has(login)) {
    await page.goto("/sign-in");
    await page.locator("#f-login").fill(login);
    await page.locator("#f-password").fill(PASSWORD);
    await page.locator("form.form button.main").first().click();
    // Who holds no post is led on to the own record.
    await page.waitForURL((url) => ["/", "/me/record"].includes(url.pathname));
    demo.states.set(login, await context.storageState());
  }
  return { page, context };
}
