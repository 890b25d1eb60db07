// Walks pages in a browser: console messages, requests to elsewhere, pages wider than the window, serious findings of axe-core.
// Arguments: module folder, browser, address, folder for pictures, pages...
const [modules, browser, base, pictures, ...pages] = process.argv.slice(2);
const { chromium } = require(`${modules}/playwright-core`);
const axe = require("fs").readFileSync(`${modules}/axe-core/axe.min.js`, "utf8");
const found = [];

async function look(page, address, width) {
  await page.goto(base + address, { waitUntil: "load" });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) found.push(`${address}: ${wide} pixels wide in a window of ${width}`);
  // through the debugger, since the page's own policy lets no script in
  const result = await page.evaluate(`${axe}; axe.run(document)`);
  if (!result.passes.length) found.push(`${address}: axe-core did not run`);
  for (const v of result.violations.filter((v) => ["serious", "critical"].includes(v.impact))) {
    found.push(`${address} ${width}: ${v.id}: ${v.nodes[0].html.slice(0, 160)}: ${v.nodes[0].failureSummary.slice(0, 240)}`);
  }
  await page.screenshot({ path: `${pictures}/${address.replace(/[^a-zA-Z0-9]+/g, "_").slice(0, 40)}${width}.png`, fullPage: true });
}

(async () => {
  const open = await chromium.launch({ executablePath: browser, args: ["--no-sandbox"] });
  for (const [width, colorScheme] of [[390, "light"], [1280, "dark"]]) {
    const page = await open.newPage({ viewport: { width, height: 900 }, colorScheme });
    page.on("console", (message) => found.push(`console: ${message.text()}`));
    page.on("request", (request) => request.url().startsWith(base) || found.push(`outside: ${request.url()}`));
    for (const address of pages) await look(page, address, width);
    await page.close();
  }
  await open.close();
  console.log(JSON.stringify(found));
})();
