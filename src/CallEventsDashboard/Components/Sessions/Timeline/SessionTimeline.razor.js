import { readLanes, fingerprintOf, orderOf } from './LegLane.razor.js';
import { drawAxis, edges, look, margin, scaleOf, zoomWithin } from './TimelineAxis.razor.js';
import { drawCursor } from './TimelineCursor.razor.js';
import { drawEffects } from './EffectLines.razor.js';
import { dragRange, drawOverview, drawWindow } from './TimelineMinimap.razor.js';
import { drawFolds, newFolds } from './TimelineFolds.razor.js';
import { Filter } from './TimelineLegend.razor.js';
import { hideTip, tipFor } from './TimelineTip.razor.js';
import { listen } from './TimelineControls.razor.js';
import { bringIntoView, drawTracks, markOf, takeLanes, useLanes } from './TimelineLanes.razor.js';

export const open = (root, component, scale) => new SessionTimeline(root, component, scale);

// Holds what is seen of the session and draws it. A view is { from, zoom, width }, as TimelineAxis.razor.js has it.
class SessionTimeline {
  constructor(root, component, scale) {
    const find = name => root.querySelector(`[data-${name}]`);
    Object.assign(this, { root, component, scaleName: scale ?? undefined, view: { from: 0, zoom: 1, width: 1, isFit: true }, selected: -1, focused: -1, pointer: null, lanes: new Map(), tracks: [], seen: null, filter: new Filter(root) });
    this.parts = Object.fromEntries(['axis', 'ticks', 'flag', 'minimap', 'overview', 'window', 'scroller', 'lanes', 'folds', 'effects', 'cursor', 'tip'].map(name => [name, find(name)]));
    this.resizes = new ResizeObserver(() => this.resize());
    this.resizes.observe(this.parts.axis);
    this.parts.scroller.addEventListener('scroll', () => this.invalidate(), { passive: true });
    dragRange(this.parts.minimap, this.parts.window, this);
    this.ignore = listen(root, this);
  }

  show(head, bytes) {
    const before = this.data && { range: this.times(), selected: this.selected < 0 ? null : fingerprintOf(this.data, this.selected), start: this.data.head.start };
    this.data = readLanes(head, bytes);
    takeLanes(this);
    this.focused = -1;
    this.selected = before?.selected ? orderOf(this.data, before.selected) : -1;
    this.useScale(this.scaleName ?? 'true', before?.range.map(time => time + before.start - head.start));
  }

  useLanes(first) { useLanes(this, first); }

  // Null for an event on a lane that is not drawn.
  trackOf(order) { return this.lanes.get(this.data.marks.lane[order])?.track ?? null; }

  select(fingerprint) {
    this.selected = fingerprint && this.data ? orderOf(this.data, fingerprint) : -1;
    this.regroup();
    if (this.selected >= 0) this.reveal(this.selected);
  }

  stop() {
    this.resizes.disconnect();
    this.ignore();
    cancelAnimationFrame(this.frame);
    this.data = null;
  }

  choose(order) {
    this.selected = this.focused = order;
    this.regroup();
    this.reveal(order);
    this.component.invokeMethodAsync('ChooseAsync', fingerprintOf(this.data, order)).catch(() => { });
  }

  chooseScale(name) {
    this.useScale(name);
    this.component.invokeMethodAsync('ScaleAsync', name).catch(() => { });
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

  look(from, zoom) {
    this.isZoomed = look(this.view, this.scale, from, zoom) || this.isZoomed;
    this.invalidate();
  }

  zoom(factor, x = this.zoomCentre()) {
    const place = this.view.from + x / this.view.zoom;
    const zoom = zoomWithin(this.view, this.scale, this.view.zoom * factor);
    this.look(place - x / zoom, zoom);
  }

  zoomCentre() {
    const order = this.focused >= 0 ? this.focused : this.selected;
    const x = order < 0 ? -1 : (this.places[order] - this.view.from) * this.view.zoom;
    return x >= 0 && x <= this.view.width ? x : this.view.width / 2;
  }

  pan(pixels) { this.look(this.view.from + pixels / this.view.zoom, this.view.zoom); }

  // Parts the marks that are drawn as one.
  part(orders) {
    const [first, last] = [this.places[orders[0]], this.places[orders.at(-1)]];
    if (last > first) this.look(first - (last - first) * 0.2, this.view.width / ((last - first) * 1.4));
  }

  reveal(order) {
    const x = (this.places[order] - this.view.from) * this.view.zoom;
    if (x < margin / 2 || x > this.view.width - margin / 2) this.look(this.places[order] - this.view.width / 2 / this.view.zoom, this.view.zoom);
    const track = this.trackOf(order);
    if (track) bringIntoView(track.element, this.parts);
    this.invalidate();
  }

  focus(order) {
    this.focused = order;
    this.regroup();
    this.reveal(order);
    this.draw();
    markOf(this.parts.lanes, order)?.focus({ preventScroll: true });
  }

  // Shows only what the legend's buttons ask for.
  useFilter() {
    this.filter.draw();
    this.regroup();
  }

  describe(mark) { return this.component.invokeMethodAsync('DescribeAsync', mark.dataset.fingerprint); }

  tip(mark) { if (mark) tipFor(this, mark); else hideTip(this); }

  regroup() {
    this.isZoomed = true;
    this.invalidate();
  }

  invalidate() {
    if (this.data) this.frame ||= requestAnimationFrame(() => this.draw());
  }

  draw() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (!this.data) return;
    drawTracks(this);
    drawAxis(this.parts.ticks, this.scale, this.view, this.data.head);
    drawFolds(this.parts.folds, this.scale, this.view);
    drawWindow(this.parts.window, this.scale, this.view);
    drawEffects(this.parts.effects, this.data, this.selected, order => this.pointOf(order));
    drawCursor({ line: this.parts.cursor, flag: this.parts.flag, states: [...this.lanes].map(([index, { state }]) => [this.data.lanes[index], state]) }, this.data, this.scale, this.view, this.pointer);
  }

  pointOf(order) {
    const track = this.trackOf(order);
    return track && { x: (this.places[order] - this.view.from) * this.view.zoom, y: track.element.offsetTop + track.markY };
  }
}
