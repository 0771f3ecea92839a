// On a phone the list comes first: filters that nobody has used yet begin folded. Without script they stay open.
if (window.matchMedia("(max-width: 40.0525em)").matches) {
  for (const filters of document.querySelectorAll("details[data-fold-on-phone]")) filters.open = false;
}
