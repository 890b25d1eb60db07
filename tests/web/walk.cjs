// Walks pages in a browser: console messages, requests to elsewhere, pages wider than the window, words without width, serious findings
// of axe-core, keyboard reach, the map that moves, filters and search without a new page; and the same pages without a script.
// Arguments: module folder, browser, address, folder for pictures, a JSON list of [address, widths to look at].
const [modules, browser, base, pictures, listed] = process.argv.slice(2);
const { chromium } = require(`${modules}/playwright-core`);
const axe = require("fs").readFileSync(`${modules}/axe-core/axe.min.js`, "utf8");
const found = [];
const flags = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

const name = (address, end) => `${pictures}/${address.replace(/[^a-zA-Z0-9]+/g, "_").slice(0, 44)}${end}.png`;

async function whole(page, address, width) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > width) found.push(`${address}: ${wide} pixels wide in a window of ${width}`);
  // a font that claims direction marks swallows the Latin word after them
  const swallowed = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT), lost = [];
    while (walker.nextNode() && lost.length < 3) {
      const node = walker.currentNode, word = /[A-Za-z\u0621-\u064a]{2,}/.exec(node.data);
      if (!word || !node.parentElement.checkVisibility() || node.parentElement.closest("svg, details:not([open]), option")) continue;
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (range.getBoundingClientRect().width < 2) lost.push(word[0]);
    }
    return lost;
  });
  if (swallowed.length) found.push(`${address}: words without width: ${swallowed}`);
}

async function judged(page, address, width) {
  // through the debugger, since the page's own policy lets no script in
  const result = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] })`);
  for (const v of result.violations.filter((v) => ["serious", "critical"].includes(v.impact))) {
    found.push(`${address} ${width}: ${v.id}: ${v.nodes[0].html.slice(0, 160)}: ${v.nodes[0].failureSummary.slice(0, 240)}`);
  }
  const small = await page.evaluate(() => [...document.querySelectorAll("nav a, .more, button, summary, .num, .ref, .switch label, .map-name")]
    .filter((one) => one.checkVisibility() && !one.closest(".maplibregl-map .maplibregl-ctrl"))
    .map((one) => [one.textContent.trim().slice(0, 20), one.getBoundingClientRect()])
    .filter(([, box]) => box.height > 0 && (box.height < 23.5 || box.width < 23.5)).map(([text, box]) => `${text} ${box.width.toFixed(0)}x${box.height.toFixed(0)}`));
  if (small.length) found.push(`${address} ${width}: targets under 24 pixels: ${small.slice(0, 3)}`);
}

async function reached(page, address) {
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await page.keyboard.press("Tab");
  if (!(await page.evaluate(() => document.activeElement.classList.contains("skip")))) found.push(`${address}: the first stop of the keyboard is not the way past the menu`);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inside = await page.evaluate(() => {
    const one = document.activeElement, style = getComputedStyle(one);
    return [Boolean(one.closest("main, footer")), style.outlineStyle !== "none"];
  });
  if (!inside[0]) found.push(`${address}: the way past the menu leads nowhere`);
  if (!inside[1]) found.push(`${address}: what the keyboard reached is not marked`);
}

async function mapped(page, address) {
  const figure = page.locator("[data-map]");
  if (!(await figure.count())) return;
  await figure.scrollIntoViewIfNeeded();
  try {
    await page.waitForFunction(() => document.querySelector("[data-map]").dataset.ready === "yes", null, { timeout: 30000 });
  } catch {
    found.push(`${address}: the map does not move`);
    return;
  }
  const names = await page.locator(".map-name").count();
  if (!names) found.push(`${address}: the map names nothing`);
  await figure.locator('input[value="change"]').check({ force: true });
  if (await figure.locator('.layer[data-layer="observed"]').isVisible()) found.push(`${address}: the map's layers do not change`);
  await figure.locator('input[value="observed"]').check({ force: true });
  const link = page.locator(".map-name").first();
  await link.focus();
  if (!(await page.locator(".says").textContent()).trim()) found.push(`${address}: a place reached by keyboard says nothing`);
}

async function alive(page, address) {
  if (address.includes("/search")) {
    await page.fill("#q", "menaka");
    await page.waitForFunction(() => location.search.includes("menaka") && document.querySelector("#results mark"), null, { timeout: 8000 })
      .catch(() => found.push(`${address}: search does not answer while typing`));
  }
  if (address.includes("/place/TCD")) {
    await page.selectOption("#f-type", "PROTEST");
    await page.waitForFunction(() => location.search.includes("PROTEST") && document.querySelectorAll("#events tbody tr").length > 0, null, { timeout: 8000 })
      .catch(() => found.push(`${address}: the filter does not cut the list`));
  }
}

function watched(page) {
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && !/404 \(Not Found\)|GPU stall|GL Driver/.test(message.text()) && found.push(`console at ${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => found.push(`error at ${page.url()}: ${error}`));
  page.on("request", (request) => request.url().startsWith(`${base}/`) || request.url().startsWith("data:") || request.url().startsWith(`blob:${base}`) || found.push(`outside: ${request.url()}`));
}

(async () => {
  const open = await chromium.launch({ executablePath: browser, args: flags });
  const pages = JSON.parse(listed);
  for (const [width, colorScheme] of [[390, "light"], [1280, "dark"]]) {
    const page = await open.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
    watched(page);
    for (const [address, deep] of pages) {
      await page.goto(base + address, { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready);
      await whole(page, address, width);
      if (deep.includes(width)) {
        await judged(page, address, width);
        await reached(page, address);
        await mapped(page, address);
        await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
        await page.screenshot({ path: name(address, width), fullPage: true });
        await alive(page, address);
      }
    }
    await page.close();
  }
  const still = await open.newContext({ viewport: { width: 390, height: 900 }, javaScriptEnabled: false });
  const page = await still.newPage();
  watched(page);
  for (const [address] of pages) {
    await page.goto(base + address, { waitUntil: "load" });
    const box = await page.locator("h1").boundingBox();
    if (!box) found.push(`${address}: nothing is shown without a script`);
    for (const figure of await page.locator("[data-map]").all()) {
      if (!(await figure.locator(".layer svg").first().isVisible())) found.push(`${address}: no map without a script`);
      if (await figure.locator(".switch").isVisible()) found.push(`${address}: a switch that does nothing without a script`);
    }
    if (address.endsWith("/") || address.includes("/place/")) await page.screenshot({ path: name(address, "-plain"), fullPage: true });
  }
  await open.close();
  console.log(JSON.stringify(found));
})();
