/* Small repairs to what Django's admin and select2 build in the browser. The pages work without them. */
"use strict";
(() => {
  const named = (control) => {
    const select = control.closest(".select2-container")?.previousElementSibling;
    if (!select) return "";
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    return (select.getAttribute("aria-label") || label?.textContent || "").trim().replace(/:$/, "");
  };

  const repair = () => {
    for (const tip of document.querySelectorAll("span.help-tooltip[aria-label]:not([role])")) tip.setAttribute("role", "img");
    for (const control of document.querySelectorAll(".select2-selection[role=combobox]:not([data-named])")) {
      const name = named(control);
      if (!name) continue;
      control.dataset.named = "1";
      control.setAttribute("aria-label", name);
      control.removeAttribute("aria-labelledby");
      const shown = control.querySelector("[role=textbox]");
      shown?.removeAttribute("role");
      shown?.removeAttribute("aria-readonly");
    }
    for (const control of document.querySelectorAll(".select2-selection[aria-owns], .select2-search__field[aria-owns]")) {
      control.setAttribute("aria-controls", control.getAttribute("aria-owns"));
    }
    for (const box of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
      box.setAttribute("aria-label", document.querySelector(".select2-container--open [data-named]")?.getAttribute("aria-label") || "Search");
    }
  };

  const start = () => {
    repair();
    new MutationObserver(repair).observe(document.body, { childList: true, subtree: true });
    document.querySelector(".error-summary")?.focus();
  };
  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", start) : start();
})();
