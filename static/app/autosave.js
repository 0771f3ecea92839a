// What happens to a form that saves itself while it is written: said in its line, tried again by itself.
const AGAIN = 10000;

for (const form of document.querySelectorAll("form[hx-post]")) {
  const line = document.querySelector(form.getAttribute("hx-target"));
  let timer = 0;
  const saveAgain = (milliseconds) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => form.dispatchEvent(new Event("save-again")), milliseconds);
  };
  const say = (words) => {
    if (line && words) line.textContent = words;
  };
  form.addEventListener("htmx:beforeRequest", () => say(line?.dataset.saving));
  form.addEventListener("htmx:sendError", () => {
    say(line?.dataset.offline);
    saveAgain(AGAIN);
  });
  form.addEventListener("htmx:responseError", () => {
    say(line?.dataset.failed);
    saveAgain(AGAIN);
  });
  // The answer asked for it: it brought a new token.
  document.body.addEventListener("save-again-now", () => saveAgain(500));
  window.addEventListener("online", () => saveAgain(0));
}
