import { edges } from './Axis.js';

// The whole session in small, one path for each kind of phase, and the range that is seen.
const svg = name => document.createElementNS('http://www.w3.org/2000/svg', name);
const grip = 7;
const width = 1000;
const laneHeight = 10;

export function drawOverview(picture, { head, marks, lanes }, scale) {
  picture.replaceChildren();
  picture.setAttribute('viewBox', `0 0 ${width} ${Math.max(2, lanes.length) * laneHeight}`);
  const x = time => scale.place(time) / scale.total * width;
  const bars = head.kinds.map(() => []);
  const dots = [];
  for (const lane of lanes) {
    const y = lane.index * laneHeight;
    for (const phase of lane.phases) {
      const start = x(marks.time[phase.start]);
      const end = x(phase.end >= 0 ? marks.time[phase.end] : head.now ?? marks.time[Math.max(phase.start, lane.last)]);
      const isLine = phase.top === 8;
      bars[phase.kind].push(`M${start.toFixed(1)} ${y + (isLine ? 1.5 : 5.5)}h${Math.max(1, end - start).toFixed(1)}v${isLine ? 3.5 : 1.5}H${start.toFixed(1)}z`);
    }
    let before = -1;
    for (const order of lane.marks) {
      const at = Math.round(x(marks.time[order]));
      if (at !== before) dots.push(`M${at} ${y + 7.5}h1v2h-1z`);
      before = at;
    }
  }
  bars.forEach((parts, kind) => { if (parts.length) picture.append(pathOf(parts, `phase ${head.kinds[kind]}`)); });
  picture.append(pathOf(dots, 'dots'));
}

function pathOf(parts, className) {
  const path = svg('path');
  path.setAttribute('class', className);
  path.setAttribute('d', parts.join(''));
  return path;
}

export function drawWindow(element, scale, view) {
  const left = Math.max(0, view.from / scale.total);
  const right = Math.min(1, (view.from + view.width / view.zoom) / scale.total);
  element.style.left = `${left * 100}%`;
  element.style.width = `${Math.max(0, right - left) * 100}%`;
}

// The range that is seen, as shares of the whole: { left, right }.
export function rangeOf(scale, view) {
  const [left, right] = edges(view).map(place => place / scale.total);
  return { left, right };
}

// The edges of the range are dragged apart, the range itself is moved, and beside it a new one is chosen. It is given and chosen as rangeOf has it.
export function dragRange(minimap, element, range, choose) {
  let drag = null;
  const shareAt = event => {
    const box = minimap.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
  };
  const down = event => {
    const seen = range();
    if (event.button || !seen) return;
    const box = element.getBoundingClientRect();
    const at = shareAt(event);
    const { left, right } = seen;
    const isAll = right - left > 0.999;
    const mode = !isAll && Math.abs(event.clientX - box.left) < grip ? right
      : !isAll && Math.abs(event.clientX - box.right) < grip ? left
      : !isAll && at > left && at < right ? 'move' : at;
    drag = { mode, at, left, right, isMoved: false };
    minimap.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const move = event => {
    if (!drag) return;
    const at = shareAt(event);
    drag.isMoved ||= Math.abs(at - drag.at) > 0.004;
    if (!drag.isMoved) return;
    if (drag.mode === 'move') choose({ left: drag.left + at - drag.at, right: drag.right + at - drag.at });
    else choose({ left: Math.min(at, drag.mode), right: Math.max(at, drag.mode) });
  };
  const up = event => {
    if (drag && !drag.isMoved) {
      const half = (drag.right - drag.left) / 2;
      if (half < 0.49) choose({ left: shareAt(event) - half, right: shareAt(event) + half });
    }
    drag = null;
  };
  minimap.addEventListener('pointerdown', down);
  minimap.addEventListener('pointermove', move);
  minimap.addEventListener('pointerup', up);
  minimap.addEventListener('pointercancel', () => { drag = null; });
}
