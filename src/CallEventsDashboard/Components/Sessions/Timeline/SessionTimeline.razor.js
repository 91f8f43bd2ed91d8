import { drawAxis, edges, look, margin, scaleOf, zoomWithin } from './Scripts/Axis.js';
import { listen } from './Scripts/Controls.js';
import { drawCursor } from './Scripts/Cursor.js';
import { drawEffects } from './Scripts/Effects.js';
import { drawFolds, newFolds } from './Scripts/Folds.js';
import { Lanes } from './Scripts/Lanes.js';
import { MarkFilter } from './Scripts/MarkFilter.js';
import { dragRange, drawOverview, drawWindow, rangeOf } from './Scripts/Minimap.js';
import { printWell } from './Scripts/Paper.js';
import { drawRecorded } from './Scripts/Recorded.js';
import { fingerprintOf, orderOf, readNumbers } from './Scripts/TimelineNumbers.js';
import { Tip } from './Scripts/Tip.js';

export const open = (root, component, scale, only) => new SessionTimeline(root, component, scale, only);

// Holds what is seen of the session, and gives each part what it draws. A view is { from, zoom, width }, as Axis.js has it.
class SessionTimeline {
  constructor(root, component, scale, only) {
    const find = name => root.querySelector(`[data-${name}]`);
    const parts = Object.fromEntries(['axis', 'ticks', 'flag', 'minimap', 'overview', 'window', 'scroller', 'lanes', 'folds', 'effects', 'cursor', 'tip', 'paper'].map(name => [name, find(name)]));
    Object.assign(this, { root, component, parts, scaleName: scale ?? undefined, view: { from: 0, zoom: 1, width: 1, isFit: true }, selected: -1, focused: -1, pointer: null });
    this.lanes = new Lanes(parts);
    this.filter = new MarkFilter(root, only);
    this.tip = new Tip(parts.tip, root, fingerprint => component.invokeMethodAsync('DescribeAsync', fingerprint));
    this.resizes = new ResizeObserver(() => this.resize());
    this.resizes.observe(parts.axis);
    parts.scroller.addEventListener('scroll', () => this.invalidate(), { passive: true });
    dragRange(parts.minimap, parts.window, () => this.data ? rangeOf(this.scale, this.view) : null, range => this.showRange(range));
    // At once, as paper does not wait for a frame.
    const fitWidth = range => {
      this.resize(range);
      this.draw();
    };
    this.stopPrinting = printWell(root, parts.paper, { data: () => this.data, range: () => this.view.isFit ? null : this.times(), fitWidth });
    const seen = () => this.data ? { data: this.data, selected: this.selected, width: this.view.width, drawn: this.lanes.order } : null;
    this.ignore = listen({ root, axis: parts.axis, minimap: parts.minimap, lanes: parts.lanes }, seen, this.actions());
  }

  actions() {
    return {
      pan: pixels => this.pan(pixels),
      zoom: (factor, x) => this.zoom(factor, x),
      fit: () => this.fit(),
      settle: () => this.regroup(),
      choose: order => this.choose(order),
      chooseMark: order => this.chooseMark(order),
      focus: order => this.focus(order),
      focusCame: (mark, isByKey) => {
        this.focused = Number(mark.dataset.index);
        if (isByKey) this.tip.show(mark, this.data);
      },
      tip: mark => { if (mark) this.tip.show(mark, this.data); else this.tip.hide(); },
      point: x => {
        this.pointer = x;
        this.invalidate();
      },
      toggle: family => {
        this.showOnly(this.filter.toggled(family));
        this.component.invokeMethodAsync('ShowOnlyAsync', [...this.filter.only]).catch(() => { });
      },
      useScale: name => {
        this.useScale(name);
        this.component.invokeMethodAsync('ScaleAsync', name).catch(() => { });
      },
    };
  }

  show(head, bytes) {
    const before = this.data && { range: this.times(), selected: this.selected < 0 ? null : fingerprintOf(this.data, this.selected), start: this.data.head.start };
    this.data = readNumbers(head, bytes);
    this.lanes.take(this.data);
    this.filter.draw();
    this.focused = -1;
    this.selected = before?.selected ? orderOf(this.data, before.selected) : -1;
    this.useScale(this.scaleName ?? 'true', before?.range.map(time => time + before.start - head.start));
  }

  // More lanes are drawn now: that of the selected event, or those that a person asked for, who goes on at the first of them.
  useLanes(first) {
    if (!this.data) return;
    const lane = this.selected >= 0 ? this.data.marks.lane[this.selected] : null;
    const wasDrawn = lane === null || this.lanes.has(lane);
    this.lanes.take(this.data);
    this.invalidate();
    if (this.lanes.has(first)) this.lanes.focus(first);
    else if (!wasDrawn) this.reveal(this.selected);
  }

  select(fingerprint) {
    this.selected = fingerprint && this.data ? orderOf(this.data, fingerprint) : -1;
    this.regroup();
    if (this.selected >= 0) this.reveal(this.selected);
  }

  stop() {
    this.resizes.disconnect();
    this.ignore();
    this.stopPrinting();
    cancelAnimationFrame(this.frame);
    this.data = null;
  }

  choose(order) {
    this.selected = this.focused = order;
    this.regroup();
    this.reveal(order);
    this.component.invokeMethodAsync('ChooseAsync', fingerprintOf(this.data, order)).catch(() => { });
  }

  // Choosing marks that are drawn as one selects the first and parts them.
  chooseMark(order) {
    const group = this.trackOf(order).groups.find(it => it.order === order && it.count > 1);
    this.choose(order);
    if (!group) return;
    const [first, last] = [this.places[group.order], this.places[group.last]];
    if (last > first) this.look(first - (last - first) * 0.2, this.view.width / ((last - first) * 1.4));
  }

  useScale(name, range = this.times()) {
    this.scaleName = name;
    if (!this.data) return;
    this.scale = scaleOf(this.data.head[name]);
    this.places = this.data.marks.time.map(time => this.scale.place(time));
    for (const button of this.root.querySelectorAll('[data-scale]')) button.setAttribute('aria-pressed', button.dataset.scale === name);
    this.root.dataset.scaleName = name;
    newFolds(this.parts.folds, this.scale);
    drawOverview(this.parts.overview, this.data, this.scale);
    this.resize(this.view.isFit || !range ? null : range);
  }

  showOnly(only) {
    this.filter.use(only);
    this.regroup();
  }

  // The times at the edges of what is seen.
  times() { return this.scale ? edges(this.view).map(this.scale.time) : null; }

  resize(range = this.view.isFit ? null : this.times()) {
    if (!this.data) return;
    this.view.width = Math.max(60, this.parts.axis.clientWidth);
    if (!range) return this.fit();
    const [from, to] = range.map(this.scale.place);
    this.look(from, this.view.width / Math.max(1e-9, to - from));
  }

  fit() { this.look(-Infinity, 0); }

  showRange({ left, right }) { this.look(Math.max(0, left) * this.scale.total, this.view.width / (Math.max(right - left, 1e-12) * this.scale.total)); }

  look(from, zoom) {
    this.isGroupedAnew = look(this.view, this.scale, from, zoom) || this.isGroupedAnew;
    this.invalidate();
  }

  zoom(factor, x = this.zoomCentre()) {
    const place = this.view.from + x / this.view.zoom;
    const zoom = zoomWithin(this.view, this.scale, this.view.zoom * factor);
    this.look(place - x / zoom, zoom);
  }

  zoomCentre() {
    const order = this.focused >= 0 ? this.focused : this.selected;
    const x = order < 0 ? -1 : this.xOf(order);
    return x >= 0 && x <= this.view.width ? x : this.view.width / 2;
  }

  pan(pixels) { this.look(this.view.from + pixels / this.view.zoom, this.view.zoom); }

  xOf(order) { return (this.places[order] - this.view.from) * this.view.zoom; }

  // Undefined for an event on a lane that is not drawn.
  trackOf(order) { return this.lanes.trackOf(this.data.marks.lane[order]); }

  reveal(order) {
    const x = this.xOf(order);
    if (x < margin / 2 || x > this.view.width - margin / 2) this.look(this.places[order] - this.view.width / 2 / this.view.zoom, this.view.zoom);
    const track = this.trackOf(order);
    if (track) this.lanes.bringIntoView(track.element);
    this.invalidate();
  }

  focus(order) {
    this.focused = order;
    this.regroup();
    this.reveal(order);
    this.draw();
    this.lanes.markOf(order)?.focus({ preventScroll: true });
  }

  regroup() {
    this.isGroupedAnew = true;
    this.invalidate();
  }

  invalidate() {
    if (this.data) this.frame ||= requestAnimationFrame(() => this.draw());
  }

  draw() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (!this.data) return;
    const { data, scale, view, parts, places, filter, selected, focused } = this;
    const now = data.head.now == null ? null : scale.place(data.head.now);
    this.lanes.draw({ places, now, folds: scale.folds, view, filter, selected, focused }, this.isGroupedAnew);
    this.isGroupedAnew = false;
    drawAxis(parts.ticks, scale, view, data.head);
    drawRecorded(parts.lanes.querySelectorAll('[data-recorded]'), scale, view);
    drawFolds(parts.folds, scale, view);
    drawWindow(parts.window, scale, view);
    drawEffects(parts.effects, data, selected, order => this.pointOf(order));
    drawCursor({ line: parts.cursor, flag: parts.flag, states: this.lanes.states(data) }, data, scale, view, this.pointer);
  }

  pointOf(order) {
    const track = this.trackOf(order);
    return track && { x: this.xOf(order), y: track.element.offsetTop + track.markY };
  }
}
