// On how many lines each range of numbers stands, at every width of a phone. Arguments: module folder, browser, address, a JSON list of pages.
// Prints a JSON list: one entry a range that stands on several lines, and one a page for a range that does not.
const [modules, browser, base, listed] = process.argv.slice(2);
const { chromium } = require(`${modules}/playwright-core`);

const ranges = () => {
  const mark = /\d[\d.,\u00a0\u202f\u066b\u066c]*\u2013\u2060?\d[\d.,\u00a0\u202f\u066b\u066c]*/g, found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.checkVisibility()) continue;
    for (const match of node.data.matchAll(mark)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      const rows = [...range.getClientRects()].filter((box) => box.width > 0.5).map((box) => Math.round((box.top + box.bottom) / 2));
      if (rows.length) found.push([match[0], new Set(rows.map((row) => rows.find((other) => Math.abs(other - row) < 6))).size]);
    }
  }
  return found;
};

(async () => {
  const open = await chromium.launch({ executablePath: browser, args: ["--no-sandbox"] });
  const page = await open.newPage();
  const told = [];
  for (const address of JSON.parse(listed)) {
    await page.goto(base + address, { waitUntil: "load" });
    await page.evaluate(() => document.fonts.ready);
    let whole = null;
    for (let width = 320; width <= 430; width += 5) {
      await page.setViewportSize({ width, height: 900 });
      for (const [text, lines] of await page.evaluate(ranges)) {
        if (lines > 1) told.push({ page: address, width, text, lines });
        else whole = { page: address, width, text, lines };
      }
    }
    if (whole) told.push(whole);
  }
  await open.close();
  console.log(JSON.stringify(told));
})();
