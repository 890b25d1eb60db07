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

// on paper nothing may stand beside the sheet: what is hidden at the side on a screen would shift or shrink the whole page
async function printed(page, address) {
  const width = 673, was = page.viewportSize();
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width, height: 950 });
  const beside = await page.evaluate((most) => [...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && !one.closest("svg"))
    .map((one) => [one.tagName + "." + one.className, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && (box.left < -2 || box.right > most + 2)).map(([name, box]) => `${name} ${box.left.toFixed(0)} to ${box.right.toFixed(0)}`), width);
  if (beside.length) found.push(`${address} on paper: ${beside.slice(0, 3)}`);
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize(was);
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

// colours of what is drawn, as [#rrggbb, share], those above a three-hundredth; read in a page without the site's policy
let eye;
async function colours(shown) {
  const png = (await shown.screenshot()).toString("base64");
  return eye.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer), counts = new Map();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) || 0) + 1);
    const hex = (pixel) => "#" + [0, 8, 16].map((by) => ((pixel >> by) & 255).toString(16).padStart(2, "0")).join("");
    return [...counts].filter(([, n]) => n > pixels.length / 300).map(([pixel, n]) => [hex(pixel), n / pixels.length]);
  }, png);
}

// the library's event says that it is done, not that anything can be seen: the shades of the legend must be there
async function drawn(page, figure, layer, address) {
  const shades = await page.evaluate(async ([where, one]) => (await (await fetch(where)).json()).layers[one].shades, [await figure.getAttribute("data-map"), layer]);
  let seen = [];
  for (let tries = 0; tries < 20; tries += 1) {
    seen = await colours(figure.locator(".live canvas"));
    if (seen.filter(([colour]) => shades.includes(colour)).length >= 2) break;
    await page.waitForTimeout(150);
  }
  if (seen.filter(([colour]) => shades.includes(colour)).length < 2) found.push(`${address}: the map ${layer} shows ${JSON.stringify(seen)} of ${shades}`);
  if (seen.some(([, share]) => share > 0.8)) found.push(`${address}: the map ${layer} is of one colour`);
  return seen.map(([colour]) => colour).sort().join();
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
  const observed = await drawn(page, figure, "observed", address);
  await figure.locator('input[value="change"]').check({ force: true });
  if (observed === (await drawn(page, figure, "change", address))) found.push(`${address}: every layer of the map is drawn alike`);
  if (await figure.locator('.layer[data-layer="observed"]').isVisible()) found.push(`${address}: the map's layers do not change`);
  await figure.locator('input[value="observed"]').check({ force: true });
  const link = page.locator(".map-name").first();
  await link.focus();
  if (!(await page.locator(".says").textContent()).trim()) found.push(`${address}: a place reached by keyboard says nothing`);
}

// where a table goes on beyond its box it fades at that side, and no longer once it is scrolled to its end
async function faded(page, address) {
  const wrong = await page.evaluate(async () => {
    const told = [];
    for (const box of document.querySelectorAll(".wide")) {
      if (!box.checkVisibility()) continue;
      const more = () => parseFloat(getComputedStyle(box).getPropertyValue("--more")), wide = box.scrollWidth > box.clientWidth + 1;
      if (wide !== more() > 1) told.push(`${box.firstElementChild.id} ${wide} ${more()}`);
      if (!wide) continue;
      box.scrollLeft = getComputedStyle(box).direction === "rtl" ? -box.scrollWidth : box.scrollWidth;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      if (more() > 1) told.push(`${box.firstElementChild.id} at its end ${more()}`);
      box.scrollLeft = 0;
    }
    return told;
  });
  if (wrong.length) found.push(`${address}: tables that fade wrongly: ${wrong.slice(0, 3)}`);
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
  eye = await open.newPage();
  for (const [width, colorScheme] of [[390, "light"], [1280, "dark"]]) {
    const page = await open.newPage({ viewport: { width, height: 900 }, colorScheme, reducedMotion: "reduce" });
    watched(page);
    for (const [address, deep] of pages) {
      await page.goto(base + address, { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready);
      await whole(page, address, width);
      if (width === 1280) await printed(page, address);
      if (deep.includes(width)) {
        await judged(page, address, width);
        await reached(page, address);
        await faded(page, address);
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
