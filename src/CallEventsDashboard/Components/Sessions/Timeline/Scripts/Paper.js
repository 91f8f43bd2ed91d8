import { clock, offset, zoneName } from './Axis.js';
import { flag } from './TimelineNumbers.js';

// A session on paper: the whole call across the page, and its first events as a table below, two pages at most, as the list on the screen holds only those in view.
const mostLanes = 6;
const mostEvents = 40;

// CSS pixels between the margins of A4, which is narrower than Letter.
const width = 730;

// Lays the page out before it is printed, and back afterwards. The timeline gives { data(), range(), fitWidth(range) }. Returns what stops it.
export function printWell(root, sheet, timeline) {
  let seen = null;
  const before = () => {
    const data = timeline.data();
    if (!data) return;
    seen = timeline.range();
    const recorded = root.querySelectorAll('[data-testid=recorded-lane]');
    const lanes = [...root.querySelectorAll('[data-testid=leg-lane]'), ...recorded];
    const count = data.lanes.length + recorded.length;
    lanes.forEach((lane, index) => lane.toggleAttribute('data-unprinted', index >= mostLanes));
    root.style.width = `${width}px`;
    timeline.fitWidth(null);
    sheet.replaceChildren(...tableOf(data));
    if (document.querySelector('.beside [data-state=answered]')) sheet.prepend(newElement('p', 'What Telnyx answered beside the log is not printed.'));
    if (count > mostLanes) sheet.prepend(newElement('p', `The timeline is printed with ${mostLanes} of its ${count} lanes.`));
  };
  const after = () => {
    root.style.width = '';
    timeline.fitWidth(seen);
    sheet.replaceChildren();
  };
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return () => {
    removeEventListener('beforeprint', before);
    removeEventListener('afterprint', after);
  };
}

function tableOf({ head, marks, lanes }) {
  const { start, zones } = head;
  const table = newElement('table');
  const caption = table.createCaption();
  caption.textContent = `Events${start ? `, times in ${zoneName(zones, start)}` : ''}`;
  const heads = table.createTHead().insertRow();
  for (const text of ['Time', 'After the start', ...(lanes.length > 1 ? ['Leg'] : []), 'Event', 'Type', '']) heads.append(newElement('th', text));
  const body = table.createTBody();
  const count = marks.time.length;
  for (let order = 0; order < Math.min(count, mostEvents); order++) {
    const sort = head.sorts[marks.sort[order]];
    const isTimed = start && !(marks.flags[order] & flag.untimed);
    const row = body.insertRow();
    const cells = [isTimed ? clock(zones, start + marks.time[order], 6) : '–', isTimed ? offset(marks.time[order]) : '–',
      ...(lanes.length > 1 ? [legOf(lanes, marks.lane[order])] : []), sort.name, sort.kind, stateOf(marks, order, sort)];
    for (const text of cells) row.insertCell().textContent = text;
  }
  if (count <= mostEvents) return [table];
  return [table, newElement('p', `and ${count - mostEvents} more events, not printed: the export of the session has all of them.`)];
}

function stateOf({ flags, attempts }, order, { refused }) {
  if (refused) return refused;
  const tries = attempts.has(order) ? `${attempts.get(order)} attempts` : '';
  const failed = flags[order] & flag.failed ? 'failed' : flags[order] & flag.someFailed ? 'failed, then delivered' : '';
  return [failed, tries].filter(Boolean).join(', ');
}

// The lane of the events without a leg is always drawn, and so has an id, which is empty.
const legOf = (lanes, index) => lanes[index].id === '' ? '–' : letters(index);

// As the server names the legs: A to Z, then AA.
const letters = index => `${index < 26 ? '' : letters(Math.floor(index / 26) - 1)}${String.fromCharCode(65 + index % 26)}`;

function newElement(name, text = '') {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}
