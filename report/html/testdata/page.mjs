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

const paper = 794;
const widths = [375, paper];

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
try {
  await Promise.all([lookAtNext(), lookAtNext()]); // two at a time
} finally {
  await browser.close();
}

async function lookAtNext() {
  for (let file = pages.shift(); file; file = pages.shift()) {
    for (const fault of await look(file)) console.log(`${file} (${fault}`);
  }
}

// look opens a page once, and gives it each width and each scheme; in the dark only colours can be otherwise.
async function look(file) {
  const page = await browser.newPage();
  const faults = [];
  const address = pathToFileURL(resolve(file)).href;
  page.on("console", (message) => faults.push(`console) ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error) ${error.message}`));
  page.on("request", (request) => {
    if (request.url() !== address && !request.url().startsWith("data:")) faults.push(`network) asks for ${request.url()}`);
  });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  await page.goto(address);
  await page.evaluate(axe);
  for (const width of widths) {
    await page.setViewport({ width, height: 1123 });
    const found = [...(await page.evaluate(wider)), ...(await page.evaluate(broken)), ...(await violations(page, {}))];
    faults.push(...found.map((fault) => `${width}) ${fault}`));
  }
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  const dark = await violations(page, { runOnly: { type: "rule", values: ["color-contrast"] } });
  faults.push(...dark.map((fault) => `${paper}, dark) ${fault}`));
  await page.close();
  return faults;
}

// violations are what axe finds.
async function violations(page, options) {
  const found = await page.evaluate((o) => axe.run({ resultTypes: ["violations"], ...o }), options);
  return found.violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map((n) => n.html).slice(0, 3).join(" ")}`);
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
