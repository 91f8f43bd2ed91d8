// Keys, wheel, pointer and buttons of the timeline. Nothing here waits for the server.
const clickSlack = 5;
const wheelStep = 0.0016;

export function listen(root, timeline) {
  const { axis, minimap, lanes } = timeline.parts;
  const stops = [];
  const on = (target, type, handler, options) => {
    target.addEventListener(type, handler, options);
    stops.push(() => target.removeEventListener(type, handler, options));
  };
  const drag = new Drag(timeline);
  const xOf = event => event.clientX - axis.getBoundingClientRect().left;
  for (const surface of [axis, minimap, lanes]) on(surface, 'wheel', event => wheel(event, timeline, xOf(event), surface !== lanes), { passive: false });
  for (const surface of [axis, lanes]) {
    on(surface, 'pointerdown', event => {
      timeline.tip(null);
      drag.down(event);
    });
    on(surface, 'pointermove', event => {
      drag.move(event, xOf(event));
      timeline.pointer = xOf(event);
      timeline.invalidate();
    });
    on(surface, 'pointerleave', () => {
      timeline.pointer = null;
      timeline.invalidate();
    });
  }
  on(window, 'pointerup', event => drag.up(event));
  on(window, 'pointercancel', event => drag.up(event));
  on(root, 'click', event => click(event, timeline, drag));
  on(root, 'focusin', ({ target }) => {
    if (target.dataset.testid !== 'event-mark') return;
    timeline.focused = Number(target.dataset.index);
    if (target.matches(':focus-visible')) timeline.tip(target);
  });
  on(root, 'focusout', () => timeline.tip(null));
  on(lanes, 'pointerover', ({ target, buttons }) => { if (!buttons) timeline.tip(target.closest('[data-testid=event-mark]')); });
  on(lanes, 'pointerleave', () => timeline.tip(null));
  on(document, 'keydown', event => key(event, root, timeline));
  return () => stops.forEach(stop => stop());
}

function wheel(event, timeline, x, zoomsPlainly) {
  if (!timeline.data) return;
  const { deltaX, deltaY, deltaMode } = event;
  const unit = deltaMode === 1 ? 32 : deltaMode === 2 ? 400 : 1;
  if (event.shiftKey || Math.abs(deltaX) > Math.abs(deltaY)) timeline.pan((deltaX || deltaY) * unit);
  else if (event.ctrlKey || event.metaKey || zoomsPlainly) timeline.zoom(Math.exp(-deltaY * unit * wheelStep), event.currentTarget === timeline.parts.minimap ? undefined : x);
  else return;
  event.preventDefault();
}

class Drag {
  constructor(timeline) { Object.assign(this, { timeline, points: new Map(), moved: 0 }); }

  down(event) {
    if (event.button) return;
    if (!this.points.size) this.moved = 0;
    this.points.set(event.pointerId, event.clientX);
  }

  // One finger, or the mouse, pans; two fingers zoom about their middle.
  move(event, x) {
    const before = this.points.get(event.pointerId);
    if (before === undefined || !this.timeline.data) return;
    this.moved += Math.abs(event.clientX - before);
    if (this.moved < clickSlack) return;
    if (this.points.size === 2) {
      const other = [...this.points].find(([id]) => id !== event.pointerId)[1];
      const [old, now] = [Math.abs(before - other), Math.abs(event.clientX - other)];
      if (old > 8 && now > 8) this.timeline.zoom(now / old, x + (other - event.clientX) / 2);
    } else {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) event.currentTarget.setPointerCapture(event.pointerId);
      this.timeline.root.dataset.dragging = '';
      this.timeline.pan(before - event.clientX);
    }
    this.points.set(event.pointerId, event.clientX);
  }

  up(event) {
    if (!this.points.delete(event.pointerId) || this.points.size) return;
    delete this.timeline.root.dataset.dragging;
    this.timeline.regroup();
  }

  get wasDrag() { return this.moved >= clickSlack; }
}

function click(event, timeline, drag) {
  const button = event.target.closest('button');
  if (!button || !timeline.data) return;
  const { scale, zoom, fit, testid, only } = button.dataset;
  if (scale) timeline.chooseScale(scale);
  else if (only) timeline.useFilter(timeline.filter.toggle(only));
  else if (zoom) timeline.zoom(Number(zoom));
  else if (fit !== undefined) timeline.fit();
  else if (testid === 'event-mark' && !(drag.wasDrag && event.detail > 0)) choose(button, timeline);
}

// Choosing marks that are drawn as one selects the first and parts them.
function choose({ dataset }, timeline) {
  const order = Number(dataset.index);
  const group = timeline.trackOf(order).groups.find(it => it.order === order && it.count > 1);
  timeline.choose(order);
  if (group) timeline.part([group.order, group.last]);
}

const isTyping = target => target.closest?.('input, textarea, select, [contenteditable=true], [role=dialog], dialog');

function key(event, root, timeline) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !timeline.data || isTyping(event.target)) return;
  const mark = event.target.closest?.('[data-testid=event-mark]');
  const handled = anywhere(event.key, timeline)
    || (mark && root.contains(mark) && onMark(event.key, Number(mark.dataset.index), timeline))
    || (event.target === timeline.parts.axis && onAxis(event.key, timeline));
  if (handled) event.preventDefault();
}

function anywhere(pressed, timeline) {
  switch (pressed) {
    case '.': return step(timeline, 1, order => timeline.choose(order));
    case ',': return step(timeline, -1, order => timeline.choose(order));
    case 'f': timeline.fit(); return true;
    case '+': case '=': timeline.zoom(2); return true;
    case '-': timeline.zoom(0.5); return true;
    default: return false;
  }
}

// The next or previous event of the leg; without a selection, the first of the session.
function step(timeline, by, use) {
  const { marks, lanes } = timeline.data;
  const from = timeline.selected;
  if (!marks.time.length) return false;
  if (from < 0) use(0);
  else {
    const orders = lanes[marks.lane[from]].marks;
    const next = orders[orders.indexOf(from) + by];
    if (next !== undefined) use(next);
  }
  return true;
}

function onMark(pressed, order, timeline) {
  const { marks, lanes } = timeline.data;
  const orders = lanes[marks.lane[order]].marks;
  const at = orders.indexOf(order);
  const beside = by => {
    const lane = lanes.slice(by < 0 ? 0 : marks.lane[order] + 1, by < 0 ? marks.lane[order] : undefined)[by < 0 ? 'findLast' : 'find'](it => it.marks.length && timeline.lanes.has(it.index));
    return lane?.marks.reduce((best, it) => Math.abs(marks.time[it] - marks.time[order]) < Math.abs(marks.time[best] - marks.time[order]) ? it : best);
  };
  const target = { ArrowRight: () => orders[at + 1], ArrowLeft: () => orders[at - 1], Home: () => orders[0], End: () => orders.at(-1), ArrowUp: () => beside(-1), ArrowDown: () => beside(1) }[pressed]?.();
  if (target !== undefined) timeline.focus(target);
  return /^(Arrow|Home|End)/.test(pressed);
}

function onAxis(pressed, timeline) {
  const page = timeline.view.width;
  const pixels = { ArrowLeft: -page / 8, ArrowRight: page / 8, PageUp: -page, PageDown: page, Home: -Number.MAX_SAFE_INTEGER, End: Number.MAX_SAFE_INTEGER }[pressed];
  if (pixels !== undefined) timeline.pan(pixels);
  return pixels !== undefined;
}
