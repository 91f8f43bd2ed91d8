import { fillBar, fillMark, newBar, newMark, sync } from './Shapes.js';

const edge = 60;
const openTail = 34;
const labelRoom = 34;
const letter = 6.4;

// Where a label stands: in the first stretch in sight that has room for it and that no fold covers, else in the widest one; null where none has room for a few letters.
export function labelIn({ from, to }, folds, width) {
  const stretches = [];
  let start = from;
  for (const fold of folds) {
    if (fold.to <= start || fold.from >= to) continue;
    stretches.push({ from: start, to: fold.from });
    start = fold.to;
  }
  stretches.push({ from: start, to });
  const widest = stretches.reduce((best, it) => it.to - it.from > best.to - best.from ? it : best);
  const chosen = stretches.find(it => it.to - it.from >= width) ?? widest;
  return chosen.to - chosen.from > labelRoom ? chosen : null;
}

// Marks nearer to the first of a group than the distance join it; those that must stay apart stay single. Places rise; so do the groups.
export function groupMarks(orders, places, zoom, distance, apart) {
  const groups = [];
  let group = null;
  for (const order of orders) {
    const place = places[order];
    if (apart.has(order)) groups.push({ order, last: order, count: 1, place });
    else if (group && (place - group.place) * zoom < distance) {
      group.count++;
      group.last = order;
    } else groups.push(group = { order, last: order, count: 1, place });
  }
  return spreadTies(groups, orders, places, zoom, apart);
}

// Events of one instant can't be parted by zooming: they stand side by side once there is room.
function spreadTies(groups, orders, places, zoom, apart) {
  const pitch = 13;
  return groups.flatMap((group, index) => {
    const next = groups[index + 1];
    if (group.count < 2 || places[group.last] !== group.place || group.count > 40 || (next && (next.place - group.place) * zoom < pitch * group.count)) return [group];
    const tied = orders.filter(order => places[order] === group.place && !apart.has(order));
    return tied.map((order, at) => ({ order, last: order, count: 1, place: group.place, shift: at * pitch }));
  });
}

// Bars too narrow to be seen join the one before them on their row.
export function groupPhases(phases, places, zoom, distance) {
  const groups = [];
  const open = new Map();
  for (const phase of phases) {
    const { start, end } = places(phase);
    const isNarrow = (end - start) * zoom < distance && phase.end >= 0;
    const before = open.get(phase.top);
    if (isNarrow && before && (start - before.end) * zoom < distance) {
      before.end = Math.max(before.end, end);
      before.count++;
    } else {
      const group = { phase, start, end, count: 1 };
      groups.push(group);
      if (isNarrow) open.set(phase.top, group); else open.delete(phase.top);
    }
  }
  return groups;
}

// The marks and bars of one lane: grouped by the zoom, and drawn where the view is.
export class Track {
  constructor(element, lane, data) {
    Object.assign(this, { element, lane, data, layer: element.querySelector('[data-layer]'), marks: new Map(), bars: new Map(), spare: { marks: [], bars: [] } });
    this.layer.replaceChildren();
    this.isSeen = true;
    if (lane.hangup >= 0) {
      this.hangup = this.layer.appendChild(document.createElement('div'));
      this.hangup.className = 'hangup';
      this.hangup.title = 'After the hang-up';
    }
  }

  get markY() { return this.element.offsetHeight - 14; }

  group(places, view, distance, apart, filter) {
    this.places = places;
    this.groups = groupMarks(filter.isOff ? this.lane.marks : this.lane.marks.filter(order => filter.shows(order, this.data)), places, view.zoom, distance, apart);
  }

  // A phase whose end was not seen lasts until now in a call in progress, else as long as there were events.
  groupBars(view, distance, now) {
    const { places, lane } = this;
    const endOf = ({ start, end }) => end >= 0 ? places[end] : now ?? places[Math.max(start, lane.last)];
    this.barGroups = groupPhases(lane.phases, phase => ({ start: places[phase.start], end: endOf(phase) }), view.zoom, distance);
    this.tail = now === null ? openTail : 0;
  }

  marksIn(from, to) { return this.groups.filter(({ place }) => place >= from && place <= to); }

  barsIn(from, to) { return this.barGroups.filter(({ start, end, phase }) => end >= from && start <= to || phase.end < 0 && start <= to && end >= from - (to - from)); }

  // Places become pixels from the layer's own left edge, which stays where it is while the view is only moved.
  draw(range, view, origin, isMoved, chosen, folds) {
    const x = place => (place - origin) * view.zoom;
    this.drawHangup(range, x);
    sync(this.bars, this.spare.bars, this.barsIn(range.from, range.to), ({ phase, count }) => phase.start * 64 + phase.kind + count * 1e9, newBar, this.layer,
      (bar, group, isNew) => {
        if (isNew) fillBar(bar, group, this.data);
        this.placeBar(bar, group, x, range, view, folds);
      });
    sync(this.marks, this.spare.marks, this.marksIn(range.from, range.to), ({ order, count, last }) => order + count * 1e6 + last * 1e12, newMark, this.layer,
      (mark, group, isNew) => {
        if (isNew) fillMark(mark, group, this.lane, this.data);
        if (isNew || isMoved) mark.style.left = `${x(group.place) + (group.shift ?? 0)}px`;
        mark.classList.toggle('selected', group.order === chosen);
        if (group.order === chosen) mark.setAttribute('aria-current', 'true'); else mark.removeAttribute('aria-current');
      });
  }

  drawHangup(range, x) {
    if (!this.hangup) return;
    const start = Math.max(this.places[this.lane.hangup], range.from);
    this.hangup.hidden = start > range.to;
    this.hangup.style.left = `${x(start)}px`;
    this.hangup.style.width = `${Math.max(0, x(range.to) - x(start))}px`;
    this.hangup.classList.toggle('seen', start > range.from);
  }

  placeBar(bar, { start, end, phase }, x, range, view, folds) {
    const left = Math.max(x(start), x(range.from) - edge);
    const right = Math.min(x(end) + (phase.end < 0 ? this.tail : 0), x(range.to) + edge);
    bar.style.left = `${left}px`;
    bar.style.width = `${Math.max(2, right - left)}px`;
    const seen = { from: Math.max(left, x(view.from)), to: Math.min(right, x(view.from + view.width / view.zoom)) };
    const label = labelIn(seen, folds.map(fold => ({ from: x(fold.start), to: x(fold.end) })), bar.firstChild.textContent.length * letter + 14);
    bar.style.paddingLeft = label ? `${label.from - left + 7}px` : 0;
    bar.classList.toggle('bare', !label);
    bar.firstChild.style.maxWidth = label ? `${label.to - label.from - 9}px` : '';
  }
}
