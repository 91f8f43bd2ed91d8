// Names an event beside its mark. What the browser knows is shown at once; what the record says, as soon as the server has answered.
const gap = 10;
const facts = new WeakMap();

export async function tipFor(timeline, mark) {
  const { tip } = timeline.parts;
  if (timeline.tipped === mark && !tip.hidden) return;
  timeline.tipped = mark;
  const [name, ...rest] = mark.getAttribute('aria-label').split(', ');
  const [title, times, more] = tip.children;
  title.textContent = name;
  times.textContent = rest.join(' · ');
  more.textContent = facts.get(timeline.data)?.get(mark.dataset.fingerprint) ?? '';
  tip.hidden = false;
  place(timeline, mark);
  const known = facts.get(timeline.data) ?? facts.set(timeline.data, new Map()).get(timeline.data);
  if (known.has(mark.dataset.fingerprint)) return;
  await new Promise(rested => setTimeout(rested, 80));
  if (timeline.tipped !== mark) return;
  const text = await timeline.describe(mark).catch(() => '') ?? '';
  known.set(mark.dataset.fingerprint, text);
  if (timeline.tipped !== mark) return;
  more.textContent = text;
  place(timeline, mark);
}

export function hideTip(timeline) {
  timeline.tipped = null;
  timeline.parts.tip.hidden = true;
}

// Above the mark, or below it where there is no room; never beyond the card.
function place({ root, parts: { tip } }, mark) {
  const [frame, box, own] = [root, mark, tip].map(it => it.getBoundingClientRect());
  const left = Math.min(Math.max(4, box.left + box.width / 2 - frame.left - own.width / 2), frame.width - own.width - 4);
  const above = box.top - frame.top - own.height - gap;
  tip.style.transform = `translate(${left}px, ${above >= 0 ? above : box.bottom - frame.top + gap}px)`;
}
