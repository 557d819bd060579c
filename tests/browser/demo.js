// The program on the demonstration books, and a browser in which the demonstration accounts sign in.

import { execFile } from "node:child_process";
import { access, cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PROGRAM, browse, serve } from "./books.js";

const PASSWORD = "ket doan xem thu";
// Where the files of a run share their demonstration books: the runner gives it and throws it away.
const SHARED = process.env.KETDOAN_DEMO_BOOKS;
const MADE_WITHIN_MS = 600_000;

function make(folder) {
  return promisify(execFile)(PROGRAM, ["demo", "--no-serve", "--data", folder], { timeout: MADE_WITHIN_MS });
}

const isThere = (path) => access(path).then(() => true, () => false);

/** Fills a folder with demonstration books: a copy of those that the first file of the run made. */
async function fill(folder) {
  if (!SHARED) return make(folder);
  const [making, made] = ["making", "made"].map((name) => join(SHARED, name));
  const deadline = Date.now() + MADE_WITHIN_MS;
  while (!(await isThere(made))) {
    if (Date.now() > deadline) throw new Error("nobody made the demonstration books");
    // Who makes the folder makes the books; where that fails, the next one tries.
    const isFirst = await mkdir(making).then(() => true, () => false);
    if (isFirst && !(await isThere(made))) {
      await make(making).catch(async (error) => {
        await rm(making, { recursive: true, force: true });
        throw error;
      });
      await rename(making, made);
    } else {
      await new Promise((done) => setTimeout(done, 200));
    }
  }
  await cp(made, folder, { recursive: true });
}

/** Makes the demonstration books, serves them, opens a browser. */
export async function openDemo() {
  const folder = await mkdtemp(join(tmpdir(), "ketdoan-demo-"));
  await fill(folder);
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
