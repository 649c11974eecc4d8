// The starts of the table are one stop for the keyboard: arrows go to the next start, or up and down to the next day's.
// Without scripts each start is a link of its own.

const starts = [...document.querySelectorAll(".slots a")];
const here = document.querySelector(".slots a[aria-current]") ?? document.querySelector(".slots .free a, .slots .costs a");
let current = here ?? starts[0];
for (const start of starts) start.tabIndex = start === current ? 0 : -1;

const dayOf = (start) => start.closest("td");
const inDay = (day) => [...day.querySelectorAll(".slots a")];
const days = [...new Set(starts.map(dayOf))];

function besides(start, step) {
  const day = dayOf(start);
  const order = [...day.parentElement.children].indexOf(day);
  const at = days.indexOf(day);
  const found = days.slice(step > 0 ? at + 1 : 0, step > 0 ? undefined : at);
  const same = found.filter((one) => [...one.parentElement.children].indexOf(one) === order);
  return step > 0 ? same[0] : same.at(-1);
}

const MOVES = {
  ArrowRight: (start) => starts[starts.indexOf(start) + 1],
  ArrowLeft: (start) => starts[starts.indexOf(start) - 1],
  ArrowDown: (start) => first(besides(start, 1)),
  ArrowUp: (start) => first(besides(start, -1)),
  Home: () => starts[0],
  End: () => starts.at(-1),
};

function first(day) {
  return day && inDay(day)[0];
}

document.addEventListener("keydown", (key) => {
  const move = MOVES[key.key];
  if (!move || !starts.includes(document.activeElement)) return;
  key.preventDefault();
  const next = move(document.activeElement);
  if (!next) return;
  current.tabIndex = -1;
  current = next;
  current.tabIndex = 0;
  current.focus();
});

if (location.hash === "#verdict") document.getElementById("verdict")?.focus();
