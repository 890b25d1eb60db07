// The map that moves: local outlines and cells, names as links of the page, no tiles and no glyph server.
// Names are elements of the page, so the browser shapes Arabic and brackets by itself; each stands in one script.
import { Map, Marker, NavigationControl } from "./maplibre-gl.mjs";

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function hatch() {
  const side = 8, data = new Uint8Array(side * side * 4);
  for (let i = 0; i < side * side; i += 1) {
    const line = (i % side + Math.floor(i / side)) % side < 2;
    data.set(line ? [120, 120, 120, 255] : [0, 0, 0, 0], i * 4);
  }
  return { width: side, height: side, data };
}

function fill(layer, shades, none) {
  const match = ["match", ["coalesce", ["get", layer], -1]];
  shades.forEach((shade, rank) => match.push(rank, shade));
  return [...match, none];
}

function style(data) {
  const area = ["==", ["get", "kind"], "area"], inside = ["==", ["get", "inside"], true];
  return {
    version: 8,
    sources: { places: { type: "geojson", data } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
      { id: "land", type: "fill", source: "places", filter: area, paint: { "fill-color": colour("--land") } },
      { id: "counted", type: "fill", source: "places", filter: ["all", area, inside], paint: { "fill-color": colour("--land") } },
      { id: "cells", type: "fill", source: "places", filter: ["==", ["get", "kind"], "cell"], paint: { "fill-color": colour("--land") } },
      { id: "edges", type: "line", source: "places", filter: ["all", area, ["!=", ["get", "disputed"], true]],
        paint: { "line-color": colour("--edge"), "line-width": ["case", inside, 1.3, 0.7] } },
      { id: "dashes", type: "line", source: "places", filter: ["all", area, ["==", ["get", "disputed"], true]],
        paint: { "line-color": colour("--edge"), "line-width": 1.2, "line-dasharray": [3, 2] } },
    ],
  };
}

function show(map, data, layer) {
  const { shades, cells } = data.layers[layer], land = colour("--land");
  map.setPaintProperty("sea", "background-color", colour("--sea"));
  map.setPaintProperty("land", "fill-color", land);
  map.setPaintProperty("counted", "fill-color", cells ? land : fill(layer, shades, land));
  map.setLayoutProperty("cells", "visibility", cells ? "visible" : "none");
  if (cells) map.setPaintProperty("cells", "fill-color", ["case", [">", ["coalesce", ["get", layer], 0], 0], fill(layer, shades, "rgba(0,0,0,0)"), "rgba(0,0,0,0)"]);
  map.setFilter("gaps", ["all", ["==", ["get", "kind"], "area"], ["==", ["get", "inside"], true], ["==", ["coalesce", ["get", layer], -1], -1]]);
}

function names(map, data, language, say) {
  const placed = [];
  for (const { properties } of data.features) {
    if (!properties.name) continue;
    const link = Object.assign(document.createElement("a"), { className: "map-name", href: `/${language}/place/${properties.code}`, textContent: properties.name });
    link.dir = "auto";
    link.addEventListener("focus", () => say(properties.text));
    new Marker({ element: link }).setLngLat(properties.at).addTo(map);
    placed.push([link, properties]);
    // the library makes every marker a button; this one is a link
    link.removeAttribute("role");
    link.removeAttribute("aria-label");
  }
  return placed;
}

// light letters on dark land, as in the pictures
function light(placed, data, layer) {
  const { shades, cells } = data.layers[layer];
  for (const [element, properties] of placed) {
    const shade = cells ? undefined : shades[properties[layer]];
    const [red, green, blue] = shade ? [1, 3, 5].map((at) => parseInt(shade.slice(at, at + 2), 16)) : [];
    element.classList.toggle("on", 0.299 * red + 0.587 * green + 0.114 * blue < 128);
    element.classList.toggle("off", !shade);
  }
}

export async function start(figure) {
  const { dataset } = figure, live = figure.querySelector(".live"), says = figure.querySelector(".says"), choice = figure.querySelector(".switch");
  const answer = await fetch(dataset.map);
  if (!answer.ok) throw new Error(`${dataset.map}: ${answer.status}`);
  const data = await answer.json(), language = document.documentElement.lang;
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: dataset.style });
  await new Promise((done, failed) => { sheet.onload = done; sheet.onerror = failed; document.head.append(sheet); });
  live.hidden = false;
  const [west, south, east, north] = data.bbox;
  const map = new Map({
    container: live, style: style(data), bounds: [[west, south], [east, north]], fitBoundsOptions: { padding: 8 },
    attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, cooperativeGestures: true,
    maxZoom: 9, renderWorldCopies: false, fadeDuration: 0,
    locale: {
      "Map.Title": dataset.title, "NavigationControl.ZoomIn": dataset.in, "NavigationControl.ZoomOut": dataset.out,
      "CooperativeGesturesHandler.WindowsHelpText": dataset.ctrl, "CooperativeGesturesHandler.MacHelpText": dataset.ctrl,
      "CooperativeGesturesHandler.MobileHelpText": dataset.two,
    },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-left");
  try {
    await new Promise((done, failed) => { map.once("load", done); map.once("error", ({ error }) => failed(error)); });
  } catch (wrong) {
    map.remove();
    live.hidden = true;
    throw wrong;
  }
  map.addImage("hatch", hatch());
  const area = ["==", ["get", "kind"], "area"];
  const hatched = (id, filter, opacity, before) => map.addLayer({ id, type: "fill", source: "places", filter: ["all", area, filter], paint: { "fill-pattern": "hatch", "fill-opacity": opacity } }, before);
  hatched("gaps", ["==", ["get", "inside"], true], 0.8, "edges");
  hatched("contested", ["==", ["get", "disputed"], true], 0.45, "dashes");
  const say = (text) => { says.hidden = false; says.textContent = text; };
  const placed = names(map, data, language, say);
  const pick = (layer) => {
    show(map, data, layer);
    light(placed, data, layer);
    figure.querySelectorAll(".layer").forEach((one) => {
      one.hidden = one.dataset.layer !== layer;
      one.querySelector(".picture").hidden = true;
    });
  };
  choice.hidden = choice.querySelectorAll("input").length < 2;
  say(dataset.hint);
  choice.addEventListener("change", ({ target }) => pick(target.value));
  pick(choice.querySelector("input:checked").value);
  const under = (event) => map.queryRenderedFeatures(event.point, { layers: ["cells", "counted"] }).find((one) => one.properties.text);
  map.on("mousemove", (event) => { const found = under(event); map.getCanvas().style.cursor = found ? "pointer" : ""; if (found) say(found.properties.text); });
  map.on("click", (event) => {
    const found = under(event);
    if (found) location.href = `/${language}/${found.properties.kind === "cell" ? "cell" : "place"}/${found.properties.code}`;
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => pick(choice.querySelector("input:checked").value));
  window.addEventListener("beforeprint", () => figure.querySelectorAll(".picture").forEach((one) => { one.hidden = false; }));
  figure.dataset.ready = "yes";
}
