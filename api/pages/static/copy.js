// Gives every link that is to be copied a button that does it; without this it can be marked and copied by hand.
for (const link of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break; // only over HTTPS, and on this machine
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "second";
  button.textContent = link.dataset.copy;
  if (link.id) button.setAttribute("aria-describedby", link.id);
  said.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(link.textContent.trim());
    said.textContent = link.dataset.copied;
  });
  link.after(button, said);
}
