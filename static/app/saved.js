// The server has said that what an open page held is saved, or the person leaves it: it no longer lies on this device (drafts.js).
const forget = (page) => {
  try {
    for (const key of Object.keys(localStorage))
      if (page && key.startsWith("draft|") && key.endsWith(`|${page}`)) localStorage.removeItem(key);
  } catch {
    // The device keeps nothing.
  }
};

for (const said of document.querySelectorAll("[data-saved-page]")) forget(said.dataset.savedPage);
for (const link of document.querySelectorAll("[data-leaves-page]"))
  link.addEventListener("click", () => forget(link.dataset.leavesPage));
