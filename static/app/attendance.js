// Taking attendance where the connection comes and goes (G4). A tap shows at once, is kept on this device until the
// server has it, and is named, so that it counts once however often it is sent. Without this script every button is a
// plain form. Kept are the member, the mark, the time and a substitute's name, for this person and meeting alone.
const form = document.getElementById("attendance-form");
const queueLine = document.getElementById("attendance-queue");
const refusedLine = document.getElementById("attendance-refused");
const stateLine = document.getElementById("attendance-state");
const store = `attendance-${form.dataset.user}-${form.dataset.meeting}`;
const AGAIN_AFTER = 5000;
// After so long without a touch the page no longer asks: a telephone left on a table must not keep its session open.
const ASKS_FOR = 600000;
const AT_ONCE = 100;
let token = form.querySelector("[name=csrfmiddlewaretoken]").value;
let sending = false;
let isAskedAgain = false;
let touchedAt = Date.now();
let timer = 0;

const read = () => {
  try {
    const taps = JSON.parse(localStorage.getItem(store));
    return Array.isArray(taps) ? taps : [];
  } catch {
    return [];
  }
};

const write = (taps) => {
  if (taps.length) localStorage.setItem(store, JSON.stringify(taps));
  else localStorage.removeItem(store);
  const { one, many, sent } = queueLine.dataset;
  queueLine.textContent = taps.length === 0 ? sent : taps.length === 1 ? one : many.replace("#", taps.length);
  queueLine.hidden = taps.length === 0 && !queueLine.dataset.wasWaiting;
  if (taps.length) queueLine.dataset.wasWaiting = "1";
};

const show = (member, mark, by, substitute) => {
  const row = form.querySelector(`[data-member="${member}"]`);
  if (!row) return;
  for (const button of row.querySelectorAll("[data-mark]"))
    button.setAttribute("aria-pressed", String(button.dataset.mark === mark));
  const field = row.querySelector("input");
  if (field && substitute && document.activeElement !== field) field.value = substitute;
  const line = row.querySelector(".app-roll__by");
  if (line && by) line.textContent = by;
};

const count = () => {
  const marked = form.querySelectorAll('[aria-pressed="true"]').length;
  stateLine.textContent = form.dataset.progress.replace("#", marked);
};

const showState = (state) => {
  const waiting = new Set(read().map((tap) => String(tap.member)));
  for (const row of form.querySelectorAll("[data-member]")) {
    const { member } = row.dataset;
    const mark = state.marks[member];
    if (waiting.has(member)) continue;
    if (mark) show(member, mark.mark, form.dataset.markedBy.replace("#", mark.by), mark.substitute);
    else show(member, "");
  }
  count();
};

const headers = () => ({
  "Content-Type": "application/json",
  "X-CSRFToken": token,
});

// Taps that the server has, or never takes, go; those made since stay.
const settle = (state) => {
  const { kept, refused } = state;
  if (!kept.length && !Object.keys(refused).length) return;
  const gone = new Set([...kept, ...Object.keys(refused)]);
  const taps = read();
  write(taps.filter((tap) => !gone.has(tap.key)));
  for (const { key, member } of taps) if (refused[key]) show(String(member), "", refused[key]);
  const words = [...new Set(Object.values(refused))];
  if (words.length) refuse(words.join(" "));
};

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(send, AGAIN_AFTER);
};

const say = (words) => {
  queueLine.textContent = words;
  queueLine.hidden = false;
};

// What is refused stands in sight until the next tap.
const refuse = (words) => {
  refusedLine.textContent = words;
  refusedLine.hidden = !words;
};

// Where the service is reached without https the browser makes no name by itself.
const newName = () =>
  crypto.randomUUID?.() ??
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const fetchState = () => fetch(form.dataset.stateUrl, { redirect: "manual" });

const post = (taps) =>
  fetch(form.dataset.tapsUrl, {
    method: "POST",
    headers: headers(),
    body: JSON.stringify({ sent_at: new Date().toISOString(), taps }),
    redirect: "manual",
  });

async function send() {
  if (sending) {
    isAskedAgain = true; // a tap while the page was asking goes as soon as it has its answer
    return;
  }
  const taps = read().slice(0, AT_ONCE);
  const isIdle = document.hidden || Date.now() - touchedAt > ASKS_FOR;
  if (isIdle && !taps.length) return later();
  sending = true;
  try {
    let answer = await (taps.length ? post(taps) : fetchState());
    if (taps.length && answer.status === 403) {
      // Signed in again in another tab: the token of this page is old. The next one is asked for.
      answer = await fetchState();
    }
    if (answer.ok) {
      const state = await answer.json();
      token = state.token;
      settle(state);
      showState(state);
    } else if (taps.length) {
      // What the server does not take now stays on the device.
      say(answer.type === "opaqueredirect" ? queueLine.dataset.signedOut : queueLine.dataset.notSent);
    }
  } catch {
    // No connection: the taps stay, and are sent again.
  }
  sending = false;
  later();
  if (isAskedAgain) {
    isAskedAgain = false;
    send();
  }
}

form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-mark]");
  if (!button) return;
  const member = button.closest("[data-member]").dataset.member;
  const mark = button.dataset.mark;
  const field = document.getElementById(`substitute-${member}`);
  if (mark === "substitute" && !field.value.trim()) {
    event.preventDefault();
    field.closest("details").open = true;
    field.focus();
    refuse(form.dataset.nameFirst);
    return;
  }
  event.preventDefault();
  refuse("");
  const tap = { member: Number(member), mark, key: newName(), at: new Date().toISOString() };
  if (mark === "substitute") tap.substitute = field.value.trim();
  try {
    write([...read(), tap]);
  } catch {
    // The device keeps nothing (private window, full): the form sends the tap itself.
    const plain = document.createElement("input");
    Object.assign(plain, { type: "hidden", name: "tap", value: `${member}-${mark}` });
    form.append(plain);
    form.submit();
    return;
  }
  show(member, mark);
  count();
  send();
});

for (const touch of ["pointerdown", "keydown"])
  document.addEventListener(touch, () => {
    touchedAt = Date.now();
  });
window.addEventListener("online", send);
document.addEventListener("visibilitychange", send);
for (const tap of read()) show(String(tap.member), tap.mark, "", tap.substitute);
write(read());
count();
send();
