// What a look asks of a page (conftest.py). Put into the page through the debugger: its own policy stays as strict as it is.
window.looks ??= (() => {
  const CONTENT = new Set(["id", "href", "value", "name", "for", "action", "src", "content", "d", "x", "y", "points"]);
  const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const CONTRAST = "color-contrast";
  const examples = new Map();

  const isNamed = (e) =>
    e.matches("input, select, textarea")
      ? e.type === "hidden" || e.labels?.length || e.ariaLabel || e.getAttribute("aria-labelledby") || e.type === "submit"
      : e.textContent.trim() || e.ariaLabel || e.querySelector("img[alt], svg");
  const attributesOf = (e) => [...e.attributes].map((a) => a.name).filter((name) => !CONTENT.has(name) && !name.startsWith("data-"));
  const kindOf = (e) =>
    [e.tagName, e.getAttribute("class"), e.getAttribute("role"), e.type, Boolean(isNamed(e)), ...attributesOf(e)].join(" ");
  const visible = () => [...document.body.querySelectorAll("*")].filter((e) => e.checkVisibility());

  // The kinds of elements of a page, without its words: one more row of a table is no other state, one with a button is.
  const state = () => {
    const all = visible();
    const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
    const headings = all.map((e) => e.tagName).filter((tag) => /^H[1-6]$/.test(tag)).filter((tag, i, tags) => tag !== tags[i - 1]);
    const kinds = [...new Set(all.map(kindOf))].sort();
    return [document.body.className, Boolean(document.title), new Set(ids).size === ids.length, ...headings, ...kinds].join("\n");
  };

  const backgroundsOf = (e) => {
    const layers = [];
    for (let below = e; below; below = below.parentElement) {
      const s = getComputedStyle(below);
      layers.push(s.backgroundColor, s.backgroundImage, s.opacity, s.mixBlendMode, s.position);
      if (s.backgroundColor.startsWith("rgb(") && s.opacity === "1") break;
    }
    return layers.filter((layer) => !["rgba(0, 0, 0, 0)", "none", "1", "normal", "static"].includes(layer));
  };
  const appearanceOf = (e) => {
    const s = getComputedStyle(e), box = e.getBoundingClientRect(), size = parseFloat(s.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && s.fontWeight >= 700);
    return [e.matches(":disabled"), box.width > 1 && box.height > 1, s.visibility, s.color, s.textShadow, isLarge, ...backgroundsOf(e)].join("|");
  };
  const hasText = (e) => e.matches("input, select, textarea") || [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());

  // How the texts of the page look, each with an element that looks so.
  const appearances = () => {
    examples.clear();
    for (const e of visible().filter(hasText)) {
      const appearance = appearanceOf(e);
      if (!examples.has(appearance)) examples.set(appearance, e);
    }
    return [...examples.keys()];
  };

  const overflowing = () => [...document.querySelectorAll("body *")]
    .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".app-scroller"))
    .slice(0, 5).map((e) => `${e.tagName}.${e.className}`);
  const width = () => [document.documentElement.scrollWidth, overflowing()];
  const widthIn = (fonts) => {
    const sheets = [...document.adoptedStyleSheets], sheet = new CSSStyleSheet(); // a copy: the list itself is alive
    sheet.replaceSync(`* { font-family: ${fonts} !important }`);
    document.adoptedStyleSheets = [...sheets, sheet];
    const measured = width();
    document.adoptedStyleSheets = sheets;
    return measured;
  };

  // preload would make axe put the page's style sheets into the page once more, which the policy blocks and the console notes.
  const findings = async (context, runOnly, rules = {}) => {
    const { violations } = await axe.run(context, { preload: false, reporter: "no-passes", runOnly, rules });
    return violations.map((v) => `${v.impact} ${v.id}: ${v.help} — ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`);
  };
  const contrast = (asked) => {
    const include = asked.map((appearance) => examples.get(appearance));
    return include.length ? findings({ include }, { type: "rule", values: [CONTRAST] }) : [];
  };

  return {
    state,
    appearances,
    widths: () => ({ "its own font": width(), "DejaVu Sans": widthIn('"DejaVu Sans", Verdana, sans-serif') }),
    everything: () => findings(document, TAGS),
    structure: () => findings(document, TAGS, { [CONTRAST]: { enabled: false } }),
    targets: () => findings(document, { type: "rule", values: ["target-size"] }),
    contrast,
  };
})();
