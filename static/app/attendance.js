// Taking attendance where the connection comes and goes (G4). A tap shows at once, is kept on this device until the
// server has it, and is named, so that it counts once however often it is sent. Without this script every button is a
// plain form. Kept are the member, the mark, the time and a substitute's name, for this person and meeting alone.
const form = document.getElementById("attendance-form");
const queueLine = document.getElementById("attendance-queue");
const stateLine = document.getElementById("attendance-state");
const store = `attendance-${form.dataset.user}-${form.dataset.meeting}`;
const AGAIN_AFTER = 5000;
let sending = false;
let timer = 0;

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(store)) ?? [];
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
  for (const [member, mark] of Object.entries(state.marks))
    if (!waiting.has(member))
      show(member, mark.mark, form.dataset.markedBy.replace("#", mark.by), mark.substitute);
  count();
};

const headers = () => ({
  "Content-Type": "application/json",
  "X-CSRFToken": form.querySelector("[name=csrfmiddlewaretoken]").value,
});

const later = () => {
  clearTimeout(timer);
  timer = setTimeout(send, AGAIN_AFTER);
};

async function send() {
  if (sending) return later();
  const taps = read();
  if (document.hidden && !taps.length) return later();
  sending = true;
  try {
    const answer = taps.length
      ? await fetch(form.dataset.tapsUrl, {
          method: "POST",
          headers: headers(),
          body: JSON.stringify({ sent_at: new Date().toISOString(), taps }),
          redirect: "manual",
        })
      : await fetch(form.dataset.tapsUrl, { redirect: "manual" });
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
      if (taps.length) queueLine.textContent = queueLine.dataset.signedOut;
    } else if (answer.ok) {
      const state = await answer.json();
      const kept = new Set(state.kept);
      write(read().filter((tap) => !kept.has(tap.key)));
      showState(state);
    } else if (answer.status === 422 || answer.status === 400) {
      const state = await answer.json();
      const refused = new Set(taps.map((tap) => tap.key));
      write(read().filter((tap) => !refused.has(tap.key)));
      queueLine.textContent = state.error;
      queueLine.hidden = false;
      if (state.marks) showState(state);
    }
  } catch {
    // No connection: the taps stay, and are sent again.
  }
  sending = false;
  later();
}

form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-mark]");
  if (!button) return;
  const member = button.closest("[data-member]").dataset.member;
  const mark = button.dataset.mark;
  const field = document.getElementById(`substitute-${member}`);
  if (mark === "substitute" && !field.value.trim()) {
    event.preventDefault();
    field.focus();
    queueLine.textContent = form.dataset.nameFirst;
    queueLine.hidden = false;
    return;
  }
  event.preventDefault();
  const tap = { member: Number(member), mark, key: crypto.randomUUID(), at: new Date().toISOString() };
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

window.addEventListener("online", send);
document.addEventListener("visibilitychange", send);
for (const tap of read()) show(String(tap.member), tap.mark, "", tap.substitute);
write(read());
count();
send();
