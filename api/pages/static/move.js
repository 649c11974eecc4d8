// A meeting of the table can be dragged to another day. What each day says comes from the meeting's own page, in one
// request; dropping it opens that page at the day's best start. Without a pointer or scripts the same page is reached
// by the links.

const NEAR = 8; // pixels that a press may tremble before it is a drag
const line = document.querySelector("[data-drag]");
let drag = null;

document.addEventListener("pointerdown", (press) => {
  const meeting = press.target.closest?.("[data-move]");
  if (!meeting || press.button !== 0 || press.pointerType === "touch") return;
  drag = { meeting, from: [press.clientX, press.clientY], days: null, over: null, begun: false };
});

document.addEventListener("pointermove", (move) => {
  if (!drag) return;
  if (!drag.begun && Math.hypot(move.clientX - drag.from[0], move.clientY - drag.from[1]) > NEAR) lift();
  if (drag.begun) hover(document.elementFromPoint(move.clientX, move.clientY)?.closest("td[data-day]"));
});

document.addEventListener("pointerup", () => {
  const ended = drag;
  if (!ended) return;
  letGo();
  if (!ended.begun) return;
  const swallow = (click) => click.preventDefault(); // the press ends on a link, which it was not to follow
  document.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", swallow, { capture: true }), 0);
  const best = ended.over && ended.days?.get(ended.over.dataset.day)?.best;
  if (best) location.assign(best);
});

document.addEventListener("pointercancel", letGo);
document.addEventListener("keydown", (key) => { if (key.key === "Escape") letGo(); });
document.addEventListener("dragstart", (native) => { if (native.target.closest?.("[data-move]")) native.preventDefault(); });

async function lift() {
  const mine = drag;
  mine.begun = true;
  mine.meeting.classList.add("lifted");
  const answer = await fetch(`${mine.meeting.pathname}/move`);
  if (!answer.ok || drag !== mine) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (drag !== mine) return;
  mine.days = new Map([...page.querySelectorAll("td[data-state]")].map((day) => [day.dataset.day, { ...day.dataset }]));
  const table = mine.meeting.closest("table");
  table.classList.add("choosing");
  for (const day of table.querySelectorAll("td[data-day]")) {
    const state = mine.days.get(day.dataset.day)?.state;
    if (state) day.dataset.state = state;
  }
  say();
}

function hover(day) {
  if (drag.over === day) return;
  drag.over?.classList.remove("over");
  drag.over = day ?? null;
  day?.classList.add("over");
  say();
}

function say() {
  const day = drag.over && drag.days?.get(drag.over.dataset.day);
  line.textContent = day ? day.says : "";
}

function letGo() {
  if (!drag) return;
  drag.meeting.classList.remove("lifted");
  drag.over?.classList.remove("over");
  const table = drag.meeting.closest("table");
  table.classList.remove("choosing");
  for (const day of table.querySelectorAll("td[data-state]")) delete day.dataset.state;
  line.textContent = "";
  drag = null;
}
