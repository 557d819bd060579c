// The program with small generated books, and a browser to look at it with. Both are given by the test runner:
// KETDOAN_BIN is the program, KETDOAN_CHROMIUM the browser.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

export const PROGRAM = process.env.KETDOAN_BIN;
const BROWSER = process.env.KETDOAN_CHROMIUM;
const STARTS_WITHIN_MS = 60_000;
/** The password of every account of the tests. */
export const PASSWORD = "ghế xanh bàn đỏ";

/** A port nobody listens on now. */
export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function answers(address) {
  try {
    return (await fetch(`${address}/healthz`)).ok;
  } catch {
    return false;
  }
}

/** Serves books on a port of its own. `stop` ends the program and gives back its code. */
export async function serve(command) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(PROGRAM, [...command, "--listen", `127.0.0.1:${port}`], { stdio: "ignore" });
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (!(await answers(address))) {
    if (Date.now() > deadline || server.exitCode !== null) throw new Error("the program does not answer");
    await new Promise((done) => setTimeout(done, 100));
  }
  const stop = async () => {
    server.kill("SIGTERM");
    await new Promise((done) => (server.exitCode === null ? server.once("exit", done) : done()));
    return server.exitCode;
  };
  return { address, stop };
}

/** A browser. Chromium refuses its sandbox to root; the pages are our own. */
export function browse() {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: BROWSER, args });
}

/** Makes the books, serves them, opens a browser. `close` ends all three. `more` are further options of the program. */
export async function open(more = []) {
  const folder = await mkdtemp(join(tmpdir(), "ketdoan-"));
  const data = ["--data", folder];
  await promisify(execFile)(PROGRAM, ["generate", "--members", "600", "--units", "14", ...data]);
  const { stdout } = await promisify(execFile)(PROGRAM, ["user", "add", "quan", "--name", "Trần Thị Quản", ...data]);
  const [link] = stdout.match(/\/link\/[0-9a-f]{64}/);
  const { address, stop } = await serve(["serve", ...data, ...more]);
  const browser = await browse();
  const state = await signIn(browser, address, link);
  const close = async () => {
    await browser.close();
    const code = await stop();
    await rm(folder, { recursive: true, force: true });
    return code;
  };
  return { address, browser, state, close };
}

/** Sets the password by its link, signs in, and gives back what the browser then holds. */
async function signIn(browser, address, link) {
  const context = await browser.newContext({ baseURL: address, locale: "vi-VN" });
  const page = await context.newPage();
  await page.goto(link);
  await page.locator("#f-password").fill(PASSWORD);
  await page.locator("form.form button.main").click();
  await page.locator("#f-login").fill("quan");
  await page.locator("#f-password").fill(PASSWORD);
  await page.locator("form.form button.main").click();
  await page.waitForURL(`${address}/`);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A fresh page of who signed in, that notes whatever the browser complains of, a breach of the page's policy among it. */
export async function look(world, options = {}) {
  const context = await world.browser.newContext({ baseURL: world.address, locale: "vi-VN", storageState: world.state, ...options });
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { page, complaints, context };
}
