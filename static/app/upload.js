// Stands right after a file control (forms/widgets/file.html). GOV.UK Frontend puts a button in its place once it has loaded;
// on a slow line the person may have reached the plain control by then, or even chosen a file.
{
  const wrapper = document.currentScript.previousElementSibling;
  const input = wrapper.querySelector("input[type=file]");
  let isFocused = input === document.activeElement;
  input.addEventListener("focus", () => { isFocused = true; });
  input.addEventListener("blur", () => { isFocused = input.hidden && isFocused; });
  new MutationObserver((_, observer) => {
    const button = wrapper.querySelector("button");
    if (!button) return;
    observer.disconnect();
    if (isFocused) button.focus();
    if (input.files.length) input.dispatchEvent(new Event("change"));
  }).observe(wrapper, { childList: true });
}
