import { offset } from './Axis.js';

// Connects the selected command with the webhooks that it is documented to produce.
const make = (name, attributes) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

export function drawEffects(picture, { marks, effects }, selected, pointOf) {
  const targets = effects.get(selected);
  if (!targets && !picture.firstChild) return;
  picture.replaceChildren();
  if (!targets) return;
  const from = pointOf(selected);
  // A mark on a lane that is not drawn has no point.
  if (!from) return;
  for (const target of targets) {
    const to = pointOf(target);
    if (!to) continue;
    const isLevel = Math.abs(from.y - to.y) < 1;
    const bow = isLevel ? from.y - 16 : (from.y + to.y) / 2;
    picture.append(
      make('path', { class: 'effect', d: `M${from.x} ${from.y}C${from.x} ${bow} ${to.x} ${bow} ${to.x} ${to.y}` }),
      make('circle', { class: 'effect', cx: to.x, cy: to.y, r: 9 }));
    if (Math.abs(to.x - from.x) < 60) continue;
    const label = make('text', { class: 'effect num', x: (from.x + to.x) / 2, y: isLevel ? bow + 2 : bow - 3, 'text-anchor': 'middle' });
    label.textContent = offset(marks.time[target] - marks.time[selected], 2);
    picture.append(label);
  }
}
