// "/" puts the cursor into the search box when no field has the focus. Whoever switches it off on the account
// page gets a box without data-search-key. Without script the box is a form like any other.
const box = document.querySelector("[data-search-key]");

function types(element) {
  return element.isContentEditable || element.matches("input, select, textarea");
}

if (box) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== box.dataset.searchKey || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.defaultPrevented || types(event.target) || box.offsetParent === null) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
