import { visible } from '../../../Shared/VisibleText.js';
import { fingerprintOf, flag } from './TimelineNumbers.js';
import { clockWithZone, dayOf, isoOf, offset } from './Axis.js';

// The bars and marks of one track, as elements and in words.
export function fillBar(bar, { phase, count }, data) {
  const { head, marks } = data;
  const kind = head.kinds[phase.kind];
  const isOpen = phase.end < 0;
  const length = isOpen ? head.now == null ? 'end not seen' : `${span(head.now - marks.time[phase.start])} so far` : span(marks.time[phase.end] - marks.time[phase.start]);
  const text = count > 1 ? `${count} short phases, ${kind} first` : `${kind} ${length}${phase.isDerived ? `, derived: there is no ${kind === 'ringing' ? 'ringing' : 'start'} event` : ''}`;
  bar.className = `phase ${kind}${isOpen ? ' open' : ''}${phase.isDerived ? ' derived' : ''}`;
  bar.style.top = `${phase.top}px`;
  bar.firstChild.textContent = count > 1 ? `${count}` : isOpen && head.now == null ? `${kind} …` : `${kind} ${length}`;
  bar.title = text;
  bar.setAttribute('aria-label', text);
  const iso = order => head.start && !(marks.flags[order] & flag.untimed) ? isoOf(head.start + marks.time[order]) : '';
  Object.assign(bar.dataset, {
    kind, start: iso(phase.start), end: isOpen ? '' : iso(phase.end),
    startEvent: fingerprintOf(data, phase.start), endEvent: isOpen ? '' : fingerprintOf(data, phase.end),
  });
  setCount(bar, 'count', count);
}

export function fillMark(mark, { order, last, count }, lane, data) {
  const { head, marks } = data;
  const flags = marks.flags[order];
  const sort = head.sorts[marks.sort[order]];
  const isTimed = !(flags & flag.untimed);
  const attempts = marks.attempts.get(order) ?? 1;
  const anyFailed = count > 1 ? lane.marks.some(other => other >= order && other <= last && marks.flags[other] & flag.failed) : flags & flag.failed;
  const words = [`${visible(sort.name) || '(no name)'}, ${visible(sort.type) || sort.kind}`, isTimed ? `${timeOf(head, marks.time[order])}, ${offset(marks.time[order])}` : 'no time'];
  if (flags & flag.failed) words.push(sort.refused ?? 'failed');
  if (attempts > 1) words.push(`${attempts} attempts${flags & flag.someFailed ? ', some failed' : ''}`);
  if (flags & flag.afterHangup) words.push('after the hang-up');
  const text = count > 1 ? `${count} events, the first: ${words.join(', ')}` : words.join(', ');
  mark.className = ['event-mark', sort.kind, sort.family, count > 1 && 'merged', anyFailed && 'failed', flags & flag.someFailed && 'partly', flags & flag.afterHangup && 'after']
    .filter(Boolean).join(' ');
  const isRefused = count === 1 && sort.refused != null;
  mark.firstChild.textContent = count > 1 ? count : isRefused ? '!' : attempts > 1 ? `${attempts}×` : '';
  if (isRefused) Object.assign(mark.firstChild.dataset, { testid: 'refused', code: sort.code });
  else for (const name of ['testid', 'code']) delete mark.firstChild.dataset[name];
  mark.setAttribute('aria-label', text);
  Object.assign(mark.dataset, {
    index: order, occurredAt: isTimed ? isoOf(head.start + marks.time[order]) : '', eventName: sort.name, eventType: sort.type,
    legId: lane.id, sessionId: sort.sessionId, fingerprint: fingerprintOf(data, order),
  });
  setCount(mark, 'attempts', attempts);
  setCount(mark, 'count', count);
}

// The day is said where it is not that of the start.
function timeOf({ start, zones }, time) {
  const day = dayOf(zones, start + time);
  return `${day === dayOf(zones, start) ? '' : `${day} `}${clockWithZone(zones, start + time)}`;
}

// Elements that are drawn already stay; others are used again.
export function sync(drawn, spare, items, keyOf, create, layer, update) {
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

export function newBar() {
  const bar = document.createElement('div');
  bar.dataset.testid = 'phase';
  bar.setAttribute('role', 'img');
  bar.append(document.createElement('span'));
  return bar;
}

export function newMark() {
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
