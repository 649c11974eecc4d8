// Shows a job under way as it happens; without this the page has a link that looks again.
const part = document.getElementById("progress");
const said = document.getElementById("said");
const source = new EventSource(part.dataset.events);

source.addEventListener("progress", (event) => {
  const news = JSON.parse(event.data);
  if (said.textContent !== news.said) said.textContent = news.said; // read out only when it is another
  part.innerHTML = news.html; // made by the same template as the page, which quotes what it is given
  if (!news.over) return;
  source.close();
  document.querySelector("form.stop")?.remove();
  if (news.leads) location.assign(part.dataset.then);
});
