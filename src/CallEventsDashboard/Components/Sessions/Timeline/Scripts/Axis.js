// Time and place. Times are microseconds from the start of the session, places are the scale's own, and a view says which of them are seen:
// { from: the place at the left edge, zoom: pixels per place, width: pixels, isFit: whether that is all there is }.
const second = 1e6;
const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 2e4, 5e4, 1e5, 2e5, 5e5,
  ...[1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 43200, 86400].map(seconds => seconds * second)];
const room = 104;
const labelWidth = 84;
const finest = 20;

// Room for what is said beside the first and the last mark.
export const margin = 26;

export function scaleOf({ times, places, folds }) {
  const place = time => between(times, places, time);
  return {
    place,
    time: at => between(places, times, at),
    total: places.at(-1),
    folds: folds.map(fold => ({ ...fold, start: place(fold.from), end: place(fold.to) })),
  };
}

function between(from, to, value) {
  let low = 1, high = from.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle] < value) low = middle + 1; else high = middle;
  }
  return to[low - 1] + (value - from[low - 1]) * (to[low] - to[low - 1]) / (from[low] - from[low - 1]);
}

const fitZoom = (view, scale) => (view.width - 2 * margin) / scale.total;

export function zoomWithin(view, scale, zoom) {
  const fit = fitZoom(view, scale);
  return Math.min(Math.max(zoom, fit), Math.max(finest, fit));
}

// Shows what begins at a place, and no more beyond the ends than a margin. Says whether the zoom is another now.
export function look(view, scale, from, zoom) {
  const wanted = zoomWithin(view, scale, zoom);
  const pad = margin / wanted;
  const isZoomed = view.zoom !== wanted;
  view.isFit = wanted <= fitZoom(view, scale) * 1.0001;
  view.zoom = wanted;
  view.from = Math.min(Math.max(from, -pad), Math.max(-pad, scale.total + pad - view.width / wanted));
  return isZoomed;
}

export const edges = view => [view.from, view.from + view.width / view.zoom];

export function stepFor(zoom) {
  return steps.find(step => step * zoom >= room) ?? Math.ceil(room / zoom / steps.at(-1)) * steps.at(-1);
}

// The times to label: round ones, none in a fold, and where a fold ends; none nearer to another than a label needs.
export function ticksOf(scale, { from, zoom, width }) {
  const step = stepFor(zoom);
  const end = Math.min(from + width / zoom, scale.total);
  const last = from + (width - labelWidth) / zoom;
  const ticks = [];
  const add = (time, place) => {
    if (place >= from && place <= Math.min(end, last) && !(ticks.length && (place - ticks.at(-1).place) * zoom < room)) ticks.push({ time, place });
  };
  let time = Math.max(0, Math.ceil(scale.time(Math.max(0, from)) / step) * step);
  while (ticks.length < 100) {
    const fold = scale.folds.find(({ from: start, to }) => time > start && time < to);
    if (fold) {
      add(fold.to, fold.end);
      time = Math.ceil(fold.to / step) * step;
      continue;
    }
    const place = scale.place(time);
    if (place > end) break;
    add(time, place);
    time += step;
  }
  return { ticks, step };
}

export function drawAxis(layer, scale, view, { start, zones }) {
  const { ticks, step } = ticksOf(scale, view);
  while (layer.children.length > ticks.length) layer.lastChild.remove();
  let day = start && dayOf(zones, start);
  ticks.forEach(({ time, place }, index) => {
    const tick = layer.children[index] ?? layer.appendChild(newTick());
    tick.style.left = `${(place - view.from) * view.zoom}px`;
    tick.firstChild.textContent = offset(time, digitsOf(step));
    // A day that is not the one before is said, so that no time is taken for one of the day before.
    const isNewDay = start && dayOf(zones, start + time) !== day;
    day = start && dayOf(zones, start + time);
    tick.lastChild.textContent = !start ? '' : isNewDay ? `${day} ${clock(zones, start + time, 0)}` : clock(zones, start + time, step < 1000 ? 6 : 3);
  });
}

function newTick() {
  const tick = document.createElement('div');
  tick.className = 'tick num';
  tick.append(document.createElement('b'), document.createElement('span'));
  return tick;
}

const digitsOf = step => Math.max(0, Math.min(6, Math.ceil(6 - Math.log10(step))));

// +1.2 s, +1:12, +1:02:03
export function offset(time, digits = 3) {
  const sign = time < 0 ? '−' : '+';
  const unit = 10 ** (6 - digits);
  const total = Math.round(Math.abs(time) / unit) * unit;
  const seconds = (total % (60 * second)) / second;
  if (total < 60 * second) return `${sign}${seconds.toFixed(digits)} s`;
  const minutes = Math.floor(total / (60 * second));
  const rest = seconds.toFixed(digits).padStart(digits > 0 ? digits + 3 : 2, '0');
  const hours = Math.floor(minutes / 60);
  const days = hours < 24 ? '' : `${Math.floor(hours / 24)} d `;
  return minutes < 60 ? `${sign}${minutes}:${rest}` : `${sign}${days}${hours % 24}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

// Instants are microseconds since 1970. The server says how they are written: zones is the list of TimelineZone.cs.
const zoneOf = (zones, instant) => zones.findLast(({ from }) => from <= instant) ?? zones[0];

export const zoneName = (zones, instant) => zoneOf(zones, instant).name;

// Nov 30
export const dayOf = (zones, instant) =>
  new Date((instant + zoneOf(zones, instant).offset) / 1000).toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });

// 10:52:02.778
export const clock = (zones, instant, digits = 3) => `${digitsOfClock(zones, instant, digits)}${zoneOf(zones, instant).doubled ? ` ${zoneOf(zones, instant).doubled}` : ''}`;

// 10:52:02.778 UTC
export const clockWithZone = (zones, instant) => `${digitsOfClock(zones, instant, 3)} ${zoneName(zones, instant)}`;

function digitsOfClock(zones, instant, digits) {
  const text = isoOf(instant + zoneOf(zones, instant).offset);
  return text.slice(11, 19) + (digits ? `.${text.slice(20, 20 + digits)}` : '');
}

// In UTC, for the attributes.
export function isoOf(instant) {
  const whole = Math.floor(instant / 1000);
  return `${new Date(whole).toISOString().slice(0, 23)}${String(Math.round(instant - whole * 1000)).padStart(3, '0')}Z`;
}
