// What is typed into a form that saves itself lies on this device until the server has said that it is saved (decision 0093):
// of this person, this page and this opening of it, each box with the marks of the text that it was begun from. On opening the
// page again it is offered back beside what stands now. Without a script nothing is kept, and the form has its button.
const offered = document.getElementById("drafts");
// None where it can no longer be written: there the texts are shown to be copied.
const form = document.querySelector("form[hx-post]");
const controls = () => [...(form?.elements ?? [])];
const DAYS_KEPT = 30;
const NOT_TYPED = new Set(["hidden", "submit", "button", "reset", "image", "file", "password"]);
const PREFIX = "draft|";
const ofThisPage = `${PREFIX}${offered.dataset.person}|${offered.dataset.path}${form ? "|" : ""}`;
const own = `${ofThisPage}${form?.elements.page.value}`;
// Drawn with what was sent and is not saved: what stands on the server is not on this page.
const isUnsaved = "unsaved" in offered.dataset || document.getElementById("kept-form") !== null;
let sent = {};
let leaves = false;

// --- boxes ---
const controlsOf = (name) =>
  controls().filter((control) => control.name === name && !NOT_TYPED.has(control.type));
const names = () => [
  ...new Set(controls().filter(({ name, type }) => name && !NOT_TYPED.has(type)).map(({ name }) => name)),
];
const isTicked = (control) => control.type === "checkbox" || control.type === "radio";

const valuesOf = (name, { stored = false } = {}) =>
  controlsOf(name).flatMap((control) => {
    if (isTicked(control)) return (stored ? control.defaultChecked : control.checked) ? [control.value] : [];
    if (control.options)
      return [...control.options].filter((one) => (stored ? one.defaultSelected : one.selected)).map((one) => one.value);
    return [stored ? control.defaultValue : control.value];
  });

const plainly = (values) => JSON.stringify(values.map((value) => value.replace(/\r\n?/g, "\n").trim()).filter(Boolean));
const same = (one, other) => plainly(one) === plainly(other);

const putIn = (name, values) => {
  const left = [...values];
  for (const control of controlsOf(name)) {
    if (isTicked(control)) control.checked = values.includes(control.value);
    else if (control.options) for (const one of control.options) one.selected = values.includes(one.value);
    else control.value = left.shift() ?? "";
  }
};

const inWords = (name, values) => {
  const controls = controlsOf(name);
  const choices = controls.flatMap((control) => (control.options ? [...control.options] : isTicked(control) ? [control] : []));
  if (!choices.length) return values.join("\n").trim();
  const labels = choices
    .filter((one) => values.includes(one.value))
    .map((one) => (one.labels?.[0] ?? one).textContent.trim());
  return labels.join(", ");
};

const nameOf = (name) => {
  const [control] = controlsOf(name);
  const label = control?.type === "radio" ? control.closest("fieldset")?.querySelector("legend") : control?.labels?.[0];
  return label?.textContent.trim() ?? name;
};

// What says which text a box was begun from: the box's own edition, or the page's.
const marksOf = (name) => {
  const number = /^words_(\d+)$/.exec(name)?.[1];
  const marks = ["edition", "was", `edition_${number}`, `was_${number}`].map((mark) => form.elements[mark]);
  return Object.fromEntries(marks.filter(Boolean).map((mark) => [mark.name, mark.value]));
};

// --- what is kept ---
const stored = Object.fromEntries(names().map((name) => [name, isUnsaved ? null : valuesOf(name, { stored: true })]));

const read = (key) => {
  try {
    const kept = JSON.parse(localStorage.getItem(key));
    return kept && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
};

const write = (key, kept) => {
  try {
    if (Object.keys(kept).length) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // The device keeps nothing (private window, full): the page still warns before it is left.
  }
};

let typed = read(own);

const drop = (key, name) => {
  const { [name]: _gone, ...rest } = read(key);
  write(key, rest);
};

const keysOf = (prefix) => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
};

const keep = (name) => {
  const values = valuesOf(name);
  if (stored[name] && same(values, stored[name])) delete typed[name];
  else {
    const at = new Date().toISOString();
    typed[name] = { values, at, label: nameOf(name), from: stored[name], marks: marksOf(name) };
  }
  write(own, typed);
};

for (const key of keysOf(PREFIX)) {
  const oldest = Date.now() - DAYS_KEPT * 86400000;
  for (const [name, draft] of Object.entries(read(key))) if (!(Date.parse(draft.at) > oldest)) drop(key, name);
}

// --- the form saves itself ---
form?.addEventListener("input", ({ target }) => {
  if (target.name && !NOT_TYPED.has(target.type)) keep(target.name);
});
form?.addEventListener("htmx:beforeRequest", () => {
  sent = Object.fromEntries(names().map((name) => [name, valuesOf(name)]));
});
form?.addEventListener("draft-saved", ({ detail }) => {
  for (const [name, values] of Object.entries(sent)) {
    if (detail.but.includes(name)) continue;
    stored[name] = values;
    if (typed[name] && same(typed[name].values, values)) delete typed[name];
  }
  write(own, typed);
});
// What was typed while it was being saved was begun from the text that stands now.
document.body.addEventListener("htmx:afterSettle", () => {
  for (const name of Object.keys(typed)) keep(name);
});
form?.addEventListener("submit", () => {
  leaves = true;
});
window.addEventListener("beforeunload", (event) => {
  if (Object.keys(typed).length && !leaves) event.preventDefault();
});

// --- offering it back ---
const whenInWords = (instant) => {
  const words = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London", day: "numeric", month: "long", year: "numeric", hour: "numeric", minute: "2-digit",
    hour12: true,
  }).formatToParts(new Date(instant)); // prettier-ignore
  const { day, month, year, hour, minute, dayPeriod } = Object.fromEntries(words.map(({ type, value }) => [type, value]));
  return `${day} ${month} ${year} at ${hour}:${minute}${dayPeriod.replace(/\W/g, "").toLowerCase()}`;
};

const count = () => {
  const list = offered.querySelector("ul");
  const all = [...document.querySelectorAll(".app-draft")];
  offered.hidden = all.length === 0;
  list.replaceChildren(
    ...all.map((box) => {
      const line = document.createElement("li");
      const link = Object.assign(document.createElement("a"), { href: `#${box.id}`, textContent: box.dataset.of });
      link.className = "govuk-notification-banner__link";
      line.append(link);
      return line;
    }),
  );
};

const isChanged = (name, draft) => !draft.from || !same(draft.from, stored[name] ?? []);

const putBack = (name, draft) => {
  if (isChanged(name, draft))
    // Begun from another text than stands now: the server shows both, and writes nothing over.
    for (const [mark, value] of Object.entries(draft.marks)) if (form.elements[mark]) form.elements[mark].value = value;
  putIn(name, draft.values);
  controlsOf(name)[0].dispatchEvent(new Event("input", { bubbles: true }));
};

let number = 0;
const offer = (key, name, draft) => {
  number += 1;
  const box = document.getElementById("draft-offer").content.cloneNode(true).firstElementChild;
  const [control] = controlsOf(name);
  const part = (kind) => box.querySelector(`[data-draft="${kind}"]`);
  Object.assign(box, { id: `draft-${number}`, tabIndex: -1 });
  const title = control ? nameOf(name) : draft.label;
  Object.assign(box.dataset, { key, name, of: title });
  box.setAttribute("aria-label", title);
  part("of").textContent = title;
  part("of").hidden = Boolean(control);
  part("when").textContent = part("when").textContent.replace("#", whenInWords(draft.at));
  part("changed").hidden = !control || isUnsaved || !isChanged(name, draft);
  for (const [kind, values] of [["now", control ? valuesOf(name) : []], ["typed", draft.values]])
    part(kind).textContent = inWords(name, values) || offered.dataset.nothing;
  for (const label of box.querySelectorAll(".govuk-visually-hidden")) label.textContent = ` ${title}`;
  const done = () => {
    drop(key, name);
    if (key === own) typed = read(own);
    box.remove();
    count();
    (control ?? offered).focus();
  };
  if (!control) part("now").parentElement.hidden = true;
  part("put-back").addEventListener("click", () => {
    done();
    putBack(name, draft);
  });
  part("throw-away").addEventListener("click", done);
  if (!control) part("put-back").remove();
  const place = control?.closest(".govuk-form-group:has(fieldset)") ?? control?.closest(".govuk-form-group");
  if (place ?? form) (place ?? form).before(box);
  else document.getElementById("draft-offer").before(box);
};

const offerAll = () => {
  for (const key of keysOf(ofThisPage))
    for (const [name, draft] of Object.entries(read(key))) {
      const isHere = controlsOf(name).length > 0;
      const isSame = isHere && same(draft.values, stored[name] ?? valuesOf(name));
      if (isHere && isUnsaved && (key === own || isSame)) {
        typed[name] = { ...draft, values: valuesOf(name) };
        if (key !== own) drop(key, name);
      } else if (isSame) {
        delete (key === own ? typed : {})[name];
        drop(key, name);
      } else offer(key, name, draft);
    }
  write(own, typed);
  count();
};

offerAll();
// Saved, put back or thrown away in another window.
window.addEventListener("storage", ({ key }) => {
  if (!key?.startsWith(ofThisPage)) return;
  const left = read(key);
  for (const box of document.querySelectorAll(".app-draft"))
    if (box.dataset.key === key && !(box.dataset.name in left)) box.remove();
  count();
});
// Thrown away in the banner of what the server has kept.
document.querySelector("button[name=throw_away]")?.form?.addEventListener("submit", () => {
  typed = {};
  write(own, typed);
});
// A browser that loads the page again, or goes back to it, fills the boxes with what was typed before.
window.addEventListener("pageshow", () => {
  leaves = false;
  for (const name of names()) if (stored[name] && !same(valuesOf(name), stored[name])) keep(name);
  if (Object.keys(typed).length && !isUnsaved) form.dispatchEvent(new Event("save-again"));
});
