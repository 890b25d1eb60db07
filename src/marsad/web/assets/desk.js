// A run's progress as it comes; without this script the page asks anew every three seconds.

const list = document.getElementById("run-lines");

if (list) {
  let known = Number(list.dataset.known);
  const stream = new EventSource(list.dataset.stages);
  stream.addEventListener("stage", (event) => {
    if (Number(event.lastEventId) <= known) return;
    known = Number(event.lastEventId);
    const line = document.createElement("li");
    line.textContent = JSON.parse(event.data).line;
    list.append(line);
  });
  stream.addEventListener("end", () => {
    stream.close();
    location.reload();
  });
}
