// Looks at pages in Chromium as a reader would: on paper width and on a phone, in light and in dark. Says on
// standard output, one a line, what is wrong with them; nothing when all is well.
//
//   node page.mjs MODULES CHROMIUM PAGE...
//
// MODULES is a folder in which puppeteer-core and axe-core are installed.
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, chromium, ...pages] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "here.js"));
const puppeteer = require("puppeteer-core");
const axe = require("axe-core").source;

const widths = [794, 375];
const schemes = ["light", "dark"];

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
try {
  for (const file of pages) {
    for (const width of widths) {
      for (const scheme of schemes) {
        for (const fault of await look(file, width, scheme)) console.log(`${file} (${width}, ${scheme}): ${fault}`);
      }
    }
  }
} finally {
  await browser.close();
}

async function look(file, width, scheme) {
  const page = await browser.newPage();
  const faults = [];
  const address = pathToFileURL(resolve(file)).href;
  page.on("console", (message) => faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) faults.push(`asks for ${request.url()}`);
  });
  await page.setViewport({ width, height: 1123 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(address);
  faults.push(...(await page.evaluate(wider)));
  faults.push(...(await page.evaluate(broken)));
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
  for (const { id, nodes } of violations) faults.push(`axe ${id}: ${nodes.map((n) => n.html).slice(0, 3).join(" ")}`);
  await page.close();
  return faults;
}

// wider says what sticks out of the page.
function wider() {
  const room = document.documentElement.clientWidth;
  const out = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > room + 1);
  const faults = out.slice(0, 3).map((e) => `sticks out: ${e.outerHTML.slice(0, 120)}`);
  if (document.documentElement.scrollWidth > room) faults.push(`is ${document.documentElement.scrollWidth} wide`);
  return faults;
}

// broken says which words are on two lines. Nobody has a word of over thirty letters; a text of such is broken.
function broken() {
  const faults = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = texts.nextNode()); ) {
    const e = node.parentElement;
    if (e.closest("svg, caption") || e.closest("table, thead")?.offsetWidth < 9 || !e.checkVisibility()) continue; // drawn, or only read aloud
    for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}]{2,30}(?![\p{L}\p{N}])/gu)) {
      if (index > 0 && /[\p{L}\p{N}]/u.test(node.data[index - 1])) continue; // the end of a longer one
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].filter((r) => r.width > 1).map((r) => Math.round(r.top)));
      if (lines.size > 1) faults.push(`breaks ${word}: ${e.outerHTML.slice(0, 120)}`);
    }
  }
  return faults.slice(0, 5);
}
