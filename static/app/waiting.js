// How many marks of attendance wait on this device, on the page of their meeting (attendance.js keeps and sends them).
const line = document.getElementById("attendance-waiting");
const count = () => {
  let taps = [];
  try {
    taps = JSON.parse(localStorage.getItem(line.dataset.store)) ?? [];
  } catch {
    // The device keeps nothing.
  }
  const { one, many } = line.dataset;
  line.hidden = taps.length === 0;
  line.querySelector("span").textContent = taps.length === 1 ? one : many.replace("#", taps.length);
};
count();
for (const event of ["storage", "pageshow"]) window.addEventListener(event, count);
