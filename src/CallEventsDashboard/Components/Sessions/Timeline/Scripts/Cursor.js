import { clockWithZone, offset } from './Axis.js';

// A line under the pointer: the time there, how long after the start, and what each leg was doing.
export function drawCursor({ line, flag, states }, { head, marks }, scale, view, x) {
  const isShown = x !== null && x >= 0 && x <= view.width;
  line.hidden = flag.hidden = !isShown;
  if (!isShown) {
    states.forEach(([, state]) => write(state, ''));
    return;
  }
  const place = view.from + x / view.zoom;
  const time = scale.time(place);
  const fold = scale.folds.find(({ start, end }) => place > start && place < end);
  line.style.transform = `translateX(${x}px)`;
  flag.textContent = fold ? fold.label : `${head.start ? `${clockWithZone(head.zones, head.start + time)} · ` : ''}${offset(time)}`;
  flag.style.left = `${Math.min(Math.max(x, flag.offsetWidth / 2), view.width - flag.offsetWidth / 2)}px`;
  states.forEach(([lane, state]) => write(state, stateAt(lane, marks, head, time)));
}

export function stateAt(lane, marks, head, time) {
  const timeOf = order => marks.time[order];
  if (lane.marks.length === 0 || lane.id === '') return '';
  if (time < timeOf(lane.marks[0])) return 'not begun';
  if (lane.hangup >= 0 && time >= timeOf(lane.hangup)) return 'after hangup';
  const names = lane.phases.filter(({ start, end }) => timeOf(start) <= time && (end < 0 || timeOf(end) > time)).map(({ kind }) => head.kinds[kind]);
  return [...new Set(names)].join(' · ') || 'no phase';
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
