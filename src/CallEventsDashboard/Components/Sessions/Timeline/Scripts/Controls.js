import { across, along, first, last } from './Steps.js';

// Keys, wheel, pointer and buttons of the timeline. Nothing here waits for the server.
const clickSlack = 5;
const wheelStep = 0.0016;

// What a person does becomes calls of the actions: pan(pixels), zoom(factor, x), fit(), useScale(name), toggle(family), choose(order), chooseMark(order) where
// a mark may stand for several, focus(order), focusCame(mark, isByKey), tip(mark or null), point(x or null), and settle() after a drag. What is seen is asked
// for when it is needed: { data, selected, width, drawn }, null while there is nothing. Returns what stops it.
export function listen({ root, axis, minimap, lanes }, seen, actions) {
  const stops = [];
  const on = (target, type, handler, options) => {
    target.addEventListener(type, handler, options);
    stops.push(() => target.removeEventListener(type, handler, options));
  };
  const drag = new Drag(root, actions);
  const xOf = event => event.clientX - axis.getBoundingClientRect().left;
  for (const surface of [axis, minimap, lanes]) {
    on(surface, 'wheel', event => {
      if (seen()) wheel(event, actions, { zoomsPlainly: surface !== lanes, x: surface === minimap ? undefined : xOf(event) });
    }, { passive: false });
  }
  for (const surface of [axis, lanes]) {
    on(surface, 'pointerdown', event => {
      actions.tip(null);
      drag.down(event);
    });
    on(surface, 'pointermove', event => {
      if (seen()) drag.move(event, xOf(event));
      actions.point(xOf(event));
    });
    on(surface, 'pointerleave', () => actions.point(null));
  }
  on(window, 'pointerup', event => drag.up(event));
  on(window, 'pointercancel', event => drag.up(event));
  on(root, 'click', event => { if (seen()) click(event, actions, drag); });
  on(root, 'focusin', ({ target }) => { if (target.dataset.testid === 'event-mark') actions.focusCame(target, target.matches(':focus-visible')); });
  on(root, 'focusout', () => actions.tip(null));
  on(lanes, 'pointerover', ({ target, buttons }) => { if (!buttons) actions.tip(target.closest('[data-testid=event-mark]')); });
  on(lanes, 'pointerleave', () => actions.tip(null));
  on(document, 'keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target) || !seen()) return;
    const mark = event.target.closest?.('[data-testid=event-mark]');
    const isHandled = anywhere(event.key, seen(), actions)
      || (mark && root.contains(mark) && onMark(event.key, Number(mark.dataset.index), seen(), actions))
      || (event.target === axis && onAxis(event.key, seen(), actions));
    if (isHandled) event.preventDefault();
  });
  return () => stops.forEach(stop => stop());
}

function wheel(event, { pan, zoom }, { zoomsPlainly, x }) {
  const { deltaX, deltaY, deltaMode } = event;
  const unit = deltaMode === 1 ? 32 : deltaMode === 2 ? 400 : 1;
  if (event.shiftKey || Math.abs(deltaX) > Math.abs(deltaY)) pan((deltaX || deltaY) * unit);
  else if (event.ctrlKey || event.metaKey || zoomsPlainly) zoom(Math.exp(-deltaY * unit * wheelStep), x);
  else return;
  event.preventDefault();
}

class Drag {
  constructor(root, actions) { Object.assign(this, { root, actions, points: new Map(), moved: 0 }); }

  down(event) {
    if (event.button) return;
    if (!this.points.size) this.moved = 0;
    this.points.set(event.pointerId, event.clientX);
  }

  // One finger, or the mouse, pans; two fingers zoom about their middle.
  move(event, x) {
    const before = this.points.get(event.pointerId);
    if (before === undefined) return;
    this.moved += Math.abs(event.clientX - before);
    if (this.moved < clickSlack) return;
    if (this.points.size === 2) {
      const other = [...this.points].find(([id]) => id !== event.pointerId)[1];
      const [old, now] = [Math.abs(before - other), Math.abs(event.clientX - other)];
      if (old > 8 && now > 8) this.actions.zoom(now / old, x + (other - event.clientX) / 2);
    } else {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) event.currentTarget.setPointerCapture(event.pointerId);
      this.root.dataset.dragging = '';
      this.actions.pan(before - event.clientX);
    }
    this.points.set(event.pointerId, event.clientX);
  }

  up(event) {
    if (!this.points.delete(event.pointerId) || this.points.size) return;
    delete this.root.dataset.dragging;
    this.actions.settle();
  }

  get wasDrag() { return this.moved >= clickSlack; }
}

function click(event, actions, drag) {
  const button = event.target.closest('button');
  if (!button) return;
  const { scale, zoom, fit, testid, only, index } = button.dataset;
  if (scale) actions.useScale(scale);
  else if (only) actions.toggle(only);
  else if (zoom) actions.zoom(Number(zoom));
  else if (fit !== undefined) actions.fit();
  else if (testid === 'event-mark' && !(drag.wasDrag && event.detail > 0)) actions.chooseMark(Number(index));
}

const isTyping = target => target.closest?.('input, textarea, select, [contenteditable=true], [role=dialog], dialog');

function anywhere(pressed, { data, selected }, { choose, fit, zoom }) {
  switch (pressed) {
    case '.': return chooseNext(data, selected, 1, choose);
    case ',': return chooseNext(data, selected, -1, choose);
    case 'f': fit(); return true;
    case '+': case '=': zoom(2); return true;
    case '-': zoom(0.5); return true;
    default: return false;
  }
}

// The next or previous event of the leg; without a selection, the first of the session.
function chooseNext(data, selected, by, choose) {
  if (!data.marks.time.length) return false;
  const next = selected < 0 ? 0 : along(data, selected, by);
  if (next !== undefined) choose(next);
  return true;
}

function onMark(pressed, order, { data, drawn }, { focus }) {
  const steps = {
    ArrowRight: () => along(data, order, 1), ArrowLeft: () => along(data, order, -1), Home: () => first(data, order), End: () => last(data, order),
    ArrowUp: () => across(data, order, -1, drawn), ArrowDown: () => across(data, order, 1, drawn),
  };
  const target = steps[pressed]?.();
  if (target !== undefined) focus(target);
  return pressed in steps || pressed.startsWith('Arrow');
}

function onAxis(pressed, { width }, { pan }) {
  const pixels = { ArrowLeft: -width / 8, ArrowRight: width / 8, PageUp: -width, PageDown: width, Home: -Number.MAX_SAFE_INTEGER, End: Number.MAX_SAFE_INTEGER }[pressed];
  if (pixels !== undefined) pan(pixels);
  return pixels !== undefined;
}
