import { fingerprintOf, flag } from './LegLane.razor.js';
import { clock, isoOf, offset } from './TimelineAxis.razor.js';

const edge = 60;
const openTail = 34;
const labelRoom = 34;

// What lies nearer to the first of a group than the distance joins it; what must stay apart stays alone. Places rise; so do the groups.
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

export class LegTrack {
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

  group(places, view, distance, apart) {
    this.places = places;
    this.groups = groupMarks(this.lane.marks, places, view.zoom, distance, apart);
  }

  groupBars(view, distance) {
    const { places, lane } = this;
    this.barGroups = groupPhases(lane.phases, ({ start, end }) => ({ start: places[start], end: places[end < 0 ? Math.max(start, lane.last) : end] }), view.zoom, distance);
  }

  marksIn(from, to) { return this.groups.filter(({ place }) => place >= from && place <= to); }

  barsIn(from, to) { return this.barGroups.filter(({ start, end, phase }) => end >= from && start <= to || phase.end < 0 && start <= to && end >= from - (to - from)); }

  // Places become pixels from the layer's own left edge, which stays where it is while the view is only moved.
  draw(range, view, origin, isMoved, chosen) {
    const x = place => (place - origin) * view.zoom;
    this.drawHangup(range, x);
    sync(this.bars, this.spare.bars, this.barsIn(range.from, range.to), ({ phase, count }) => phase.start * 64 + phase.kind + count * 1e9, newBar, this.layer,
      (bar, group, isNew) => {
        if (isNew) this.fillBar(bar, group);
        this.placeBar(bar, group, x, range, view);
      });
    sync(this.marks, this.spare.marks, this.marksIn(range.from, range.to), ({ order, count, last }) => order + count * 1e6 + last * 1e12, newMark, this.layer,
      (mark, group, isNew) => {
        if (isNew) this.fillMark(mark, group);
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

  placeBar(bar, { start, end, phase }, x, range, view) {
    const left = Math.max(x(start), x(range.from) - edge);
    const right = Math.min(x(end) + (phase.end < 0 ? openTail : 0), x(range.to) + edge);
    bar.style.left = `${left}px`;
    bar.style.width = `${Math.max(2, right - left)}px`;
    // The label stays in sight while its bar begins further left.
    const hidden = Math.max(0, x(view.from) - left);
    bar.style.paddingLeft = right - left > labelRoom ? `${hidden + 7}px` : 0;
    bar.classList.toggle('bare', right - left - hidden < labelRoom);
  }

  fillBar(bar, { phase, count }) {
    const { head, marks } = this.data;
    const kind = head.kinds[phase.kind];
    const isOpen = phase.end < 0;
    const length = isOpen ? 'end not seen' : span(marks.time[phase.end] - marks.time[phase.start]);
    const text = count > 1 ? `${count} short phases, ${kind} first` : `${kind} ${length}${phase.isDerived ? `, derived: there is no ${kind === 'ringing' ? 'ringing' : 'start'} event` : ''}`;
    bar.className = `phase ${kind}${isOpen ? ' open' : ''}${phase.isDerived ? ' derived' : ''}`;
    bar.style.top = `${phase.top}px`;
    bar.firstChild.textContent = count > 1 ? `${count}` : isOpen ? `${kind} …` : `${kind} ${length}`;
    bar.title = text;
    bar.setAttribute('aria-label', text);
    const iso = order => head.start && !(marks.flags[order] & flag.untimed) ? isoOf(head.start + marks.time[order]) : '';
    Object.assign(bar.dataset, {
      kind, start: iso(phase.start), end: isOpen ? '' : iso(phase.end),
      startEvent: fingerprintOf(this.data, phase.start), endEvent: isOpen ? '' : fingerprintOf(this.data, phase.end),
    });
    setCount(bar, 'count', count);
  }

  fillMark(mark, { order, last, count }) {
    const { head, marks } = this.data;
    const flags = marks.flags[order];
    const sort = head.sorts[marks.sort[order]];
    const isTimed = !(flags & flag.untimed);
    const attempts = marks.attempts.get(order) ?? 1;
    const anyFailed = count > 1 ? this.lane.marks.some(other => other >= order && other <= last && marks.flags[other] & flag.failed) : flags & flag.failed;
    const words = [`${sort.name || '(no name)'}, ${sort.type || sort.kind}`, isTimed ? `${clock(head.start + marks.time[order])} UTC, ${offset(marks.time[order])}` : 'no time'];
    if (flags & flag.failed) words.push('failed');
    if (attempts > 1) words.push(`${attempts} attempts${flags & flag.someFailed ? ', some failed' : ''}`);
    if (flags & flag.afterHangup) words.push('after the hang-up');
    const text = count > 1 ? `${count} events, the first: ${words.join(', ')}` : words.join(', ');
    mark.className = ['event-mark', sort.kind, sort.family, count > 1 && 'merged', anyFailed && 'failed', flags & flag.someFailed && 'partly', flags & flag.afterHangup && 'after']
      .filter(Boolean).join(' ');
    mark.firstChild.textContent = count > 1 ? count : attempts > 1 ? `${attempts}×` : '';
    mark.title = text;
    mark.setAttribute('aria-label', text);
    Object.assign(mark.dataset, {
      index: order, occurredAt: isTimed ? isoOf(head.start + marks.time[order]) : '', eventName: sort.name, eventType: sort.type,
      legId: this.lane.id, sessionId: sort.sessionId, fingerprint: fingerprintOf(this.data, order),
    });
    setCount(mark, 'attempts', attempts);
    setCount(mark, 'count', count);
  }
}

// Elements that are drawn already stay; others are used again.
function sync(drawn, spare, items, keyOf, create, layer, update) {
  const wanted = new Map(items.map(item => [keyOf(item), item]));
  for (const [key, element] of drawn) {
    if (wanted.has(key)) continue;
    element.remove();
    spare.push(element);
    drawn.delete(key);
  }
  for (const [key, item] of wanted) {
    const known = drawn.get(key);
    const element = known ?? spare.pop() ?? create();
    update(element, item, !known);
    if (known) continue;
    drawn.set(key, element);
    layer.append(element);
  }
}

function newBar() {
  const bar = document.createElement('div');
  bar.dataset.testid = 'phase';
  bar.setAttribute('role', 'img');
  bar.append(document.createElement('span'));
  return bar;
}

function newMark() {
  const mark = document.createElement('button');
  mark.type = 'button';
  mark.tabIndex = -1;
  mark.dataset.testid = 'event-mark';
  mark.append(document.createElement('span'));
  return mark;
}

function setCount(element, name, count) {
  if (count > 1) element.dataset[name] = count; else delete element.dataset[name];
}

// 85 ms, 1.24 s, 47.1 s, 3 min 05 s, 1 h 02 min
export function span(microseconds) {
  const seconds = microseconds / 1e6;
  const pair = (total, large, small, base) => `${Math.floor(total / base)} ${large} ${String(total % base).padStart(2, '0')} ${small}`;
  return seconds < 0.9995 ? `${(seconds * 1000).toFixed(0)} ms` : seconds < 9.995 ? `${seconds.toFixed(2)} s` : seconds < 59.95 ? `${seconds.toFixed(1)} s`
    : seconds < 3599.5 ? pair(Math.round(seconds), 'min', 's', 60) : pair(Math.round(seconds / 60), 'h', 'min', 60);
}
