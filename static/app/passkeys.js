// The sign-in package reports a passkey that was cancelled or missing to the console alone; the page says it in words.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const template = document.getElementById("passkey-error");
  const main = document.getElementById("main-content");
  if (!template || !main) return;
  main.querySelector("[data-passkey-error]")?.remove();
  const summary = template.content.firstElementChild.cloneNode(true);
  summary.setAttribute("data-passkey-error", "");
  main.prepend(summary);
  summary.focus();
});
