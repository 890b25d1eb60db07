// Two browsers read pages over and over while a run publishes. Arguments: module folder, browser, address, a JSON list of pages, seconds at most.
// Prints what was broken, the runs that each browser saw, and how many pages they read; ends a round after both saw a second run.
const [modules, browser, base, listed, most] = process.argv.slice(2);
const { chromium } = require(`${modules}/playwright-core`);
const broken = [], seen = [new Set(), new Set()], read = [0, 0], ends = Date.now() + Number(most) * 1000;

const part = () => ({
  heads: document.querySelectorAll("h1").length,
  whole: Boolean(document.querySelector("main#content > *") && document.querySelector("footer .target")),
  run: (/run:[0-9a-f]+/.exec(document.querySelector("footer").textContent) || [null])[0],
  styled: getComputedStyle(document.querySelector(".top")).backgroundColor !== "rgba(0, 0, 0, 0)",
});

async function reader(number, open, pages) {
  const page = await (await open.newContext({ viewport: { width: number ? 390 : 1280, height: 900 } })).newPage();
  page.on("response", (answer) => answer.status() >= 400 && broken.push(`${number} ${answer.url()}: ${answer.status()}`));
  page.on("requestfailed", (asked) => asked.failure().errorText.includes("ERR_ABORTED") || broken.push(`${number} ${asked.url()}: ${asked.failure().errorText}`));
  page.on("pageerror", (error) => broken.push(`${number} ${page.url()}: ${error}`));
  let more = 1;
  while (more >= 0 && Date.now() < ends) {
    for (const address of number ? [...pages].reverse() : pages) {
      await page.goto(base + address, { waitUntil: "load" });
      const told = await page.evaluate(part);
      if (told.heads !== 1 || !told.whole || !told.styled || !told.run) broken.push(`${number} ${address}: ${JSON.stringify(told)}`);
      seen[number].add(told.run);
      read[number] += 1;
    }
    if (seen.every((runs) => runs.size > 1)) more -= 1;
  }
}

(async () => {
  const opened = await Promise.all([0, 1].map(() => chromium.launch({ executablePath: browser, args: ["--no-sandbox"] })));
  await Promise.all(opened.map((open, number) => reader(number, open, JSON.parse(listed))));
  await Promise.all(opened.map((open) => open.close()));
  console.log(JSON.stringify({ broken, runs: seen.map((runs) => [...runs]), read }));
})();
