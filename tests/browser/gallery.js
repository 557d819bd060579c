// Pictures of every page, light, dark and on a phone, and an index to look through: node gallery.js FOLDER

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openDemo, pageOf } from "./demo.js";
import { PLACES } from "./places.js";

const LOOKS = [
  ["light", { viewport: { width: 1366, height: 768 }, colorScheme: "light" }],
  ["dark", { viewport: { width: 1366, height: 768 }, colorScheme: "dark" }],
  ["phone", { viewport: { width: 390, height: 844 }, colorScheme: "light" }],
];

const folder = process.argv[2] ?? "gallery";
await mkdir(folder, { recursive: true });
const demo = await openDemo();
const shown = [];
try {
  for (const [look, options] of LOOKS) {
    for (const place of PLACES) {
      const { page, context } = await pageOf(demo, place.as, options);
      const path = place.path ?? (await place.through(page));
      const answer = path && (await page.goto(path));
      if (answer && (answer.status() < 400 || place.name.startsWith("no"))) {
        const file = `${place.name}-${look}.png`;
        await page.screenshot({ path: join(folder, file), fullPage: true });
        shown.push([place.name, look, file]);
      } else {
        console.log(`no picture of ${place.name}: ${path} ${answer?.status() ?? ""}`);
      }
      await context.close();
    }
  }
} finally {
  await demo.close();
}
const rows = PLACES.map(({ name }) => {
  const cells = shown.filter(([place]) => place === name).map(([, look, file]) => `<a href="${file}"><img src="${file}" width="420" alt="${name}, ${look}"></a>`);
  return `<h2>${name}</h2><p>${cells.join(" ")}</p>`;
});
await writeFile(join(folder, "index.html"), `<!doctype html><meta charset="utf-8"><title>Kết Đoàn</title>${rows.join("\n")}`);
console.log(`${shown.length} pictures`);
