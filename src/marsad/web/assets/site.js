// What a script adds to pages that are whole without one: the map that moves, where the browser can draw it.

const able = () => {
  if (navigator.connection?.saveData) return false;
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
};

const open = async (figure) => {
  const { start } = await import(figure.dataset.script);
  await start(figure);
};

const figures = [...document.querySelectorAll("[data-map]")];
if (figures.length && able()) {
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((one) => one.isIntersecting)) {
      seen.unobserve(entry.target);
      open(entry.target).catch((wrong) => console.warn(`the map stays a picture: ${wrong}`));
    }
  }, { rootMargin: "200px" });
  figures.forEach((figure) => seen.observe(figure));
}
