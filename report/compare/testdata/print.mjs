// Prints pages to PDF in Chromium, with a head and a foot of its own on each sheet, as a person would.
//
//   node print.mjs MODULES CHROMIUM FOLDER PAGE...
//
// MODULES is a folder in which puppeteer-core is installed; FOLDER is where the PDFs go, called as the pages.
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, chromium, folder, ...pages] = process.argv.slice(2);
const puppeteer = createRequire(join(resolve(modules), "here.js"))("puppeteer-core");

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
try {
  await Promise.all([printNext(), printNext()]); // two at a time
} finally {
  await browser.close();
}

async function printNext() {
  const page = await browser.newPage();
  for (let file = pages.shift(); file; file = pages.shift()) {
    await page.goto(pathToFileURL(resolve(file)).href);
    await page.pdf({ path: join(folder, basename(file, ".html") + ".pdf"), displayHeaderFooter: true, margin: { top: "15mm", bottom: "15mm", left: "10mm", right: "10mm" } });
  }
}
