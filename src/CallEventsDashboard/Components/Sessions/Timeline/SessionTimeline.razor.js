import { readLanes, fingerprintOf } from './LegLane.razor.js';
import { LegTrack } from './LegTrack.razor.js';
import { drawAxis, scaleOf } from './TimelineAxis.razor.js';
import { drawCursor } from './TimelineCursor.razor.js';
import { drawEffects } from './EffectLines.razor.js';
import { dragRange, drawOverview, drawWindow } from './TimelineMinimap.razor.js';
import { drawFolds, newFolds } from './TimelineFolds.razor.js';
import { listen } from './TimelineControls.razor.js';

const margin = 16;
const nearest = 4;
const roomy = 24;
const mostMarks = 480;
const mostBars = 300;
const finest = 20;
const overscan = 0.15;

export const open = (root, component) => new SessionTimeline(root, component);

// Holds what is seen of the session and draws it. A view is { from, zoom, width }, as TimelineAxis.razor.js has it.
class SessionTimeline {
  constructor(root, component) {
    const find = name => root.querySelector(`[data-${name}]`);
    Object.assign(this, { root, component, view: { from: 0, zoom: 1, width: 1 }, isFit: true, selected: -1, focused: -1, pointer: null, tracks: [], seen: null });
    this.parts = Object.fromEntries(['axis', 'ticks', 'flag', 'minimap', 'overview', 'window', 'scroller', 'lanes', 'folds', 'effects', 'cursor'].map(name => [name, find(name)]));
    this.resizes = new ResizeObserver(() => this.resize());
    this.resizes.observe(this.parts.axis);
    this.parts.scroller.addEventListener('scroll', () => this.invalidate(), { passive: true });
    dragRange(this.parts.minimap, this.parts.window, this);
    this.ignore = listen(root, this);
  }

  show(head, bytes) {
    const before = this.data && { range: this.times(), selected: this.selected < 0 ? null : fingerprintOf(this.data, this.selected), start: this.data.head.start };
    const lanes = [...this.parts.lanes.querySelectorAll('[data-testid=leg-lane]')];
    this.data = readLanes(head, bytes, lanes.map(lane => lane.dataset.legId));
    this.tracks = this.data.lanes.map((lane, index) => new LegTrack(lanes[index].querySelector('[data-track]'), lane, this.data));
    this.states = lanes.map(lane => lane.querySelector('[data-lane-state]'));
    // The new tracks have drawn nothing yet, whatever the zoom.
    this.seen = null;
    this.focused = -1;
    this.selected = before?.selected ? this.orderOf(before.selected) : -1;
    this.useScale(this.scaleName ?? (head.prefersCompressed ? 'compressed' : 'true'), before?.range.map(time => time + before.start - head.start));
  }

  select(fingerprint) {
    this.selected = fingerprint ? this.orderOf(fingerprint) : -1;
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

  orderOf(fingerprint) {
    const count = this.data?.marks.time.length ?? 0;
    for (let order = 0; order < count; order++) if (fingerprintOf(this.data, order) === fingerprint) return order;
    return -1;
  }

  useScale(name, range = this.times()) {
    this.scaleName = name;
    this.scale = scaleOf(this.data.head[name]);
    this.places = this.data.marks.time.map(time => this.scale.place(time));
    for (const button of this.root.querySelectorAll('[data-scale]')) button.setAttribute('aria-pressed', button.dataset.scale === name);
    this.root.dataset.scaleName = name;
    newFolds(this.parts.folds, this.scale);
    drawOverview(this.parts.overview, this.data, this.scale);
    this.resize(this.isFit || !range ? null : range);
  }

  // The times at the edges of what is seen.
  times() {
    return this.scale ? [this.scale.time(this.view.from), this.scale.time(this.view.from + this.view.width / this.view.zoom)] : null;
  }

  resize(range = this.isFit ? null : this.times()) {
    if (!this.data) return;
    this.view.width = Math.max(60, this.parts.axis.clientWidth);
    if (!range) return this.fit();
    const [from, to] = range.map(this.scale.place);
    this.look(from, this.view.width / Math.max(1e-9, to - from));
  }

  get fitZoom() { return (this.view.width - 2 * margin) / this.scale.total; }

  fit() { this.look(-margin / this.fitZoom, this.fitZoom); }

  look(from, zoom) {
    const { view, fitZoom } = this;
    const wanted = Math.min(Math.max(zoom, fitZoom), Math.max(finest, fitZoom));
    const pad = margin / wanted;
    this.isFit = wanted <= fitZoom * 1.0001;
    this.isZoomed ||= view.zoom !== wanted;
    view.zoom = wanted;
    view.from = Math.min(Math.max(from, -pad), Math.max(-pad, this.scale.total + pad - view.width / wanted));
    this.invalidate();
  }

  zoom(factor, x = this.zoomCentre()) {
    const place = this.view.from + x / this.view.zoom;
    const zoom = Math.min(Math.max(this.view.zoom * factor, this.fitZoom), Math.max(finest, this.fitZoom));
    this.look(place - x / zoom, zoom);
  }

  zoomCentre() {
    const order = this.focused >= 0 ? this.focused : this.selected;
    const x = order < 0 ? -1 : (this.places[order] - this.view.from) * this.view.zoom;
    return x >= 0 && x <= this.view.width ? x : this.view.width / 2;
  }

  pan(pixels) { this.look(this.view.from + pixels / this.view.zoom, this.view.zoom); }

  // The range seen, as shares of the whole.
  range() { return [this.view.from, this.view.from + this.view.width / this.view.zoom].map(place => place / this.scale.total); }

  showRange(left, right) {
    const width = Math.max(right - left, 1e-12) * this.scale.total;
    this.look(Math.max(0, left) * this.scale.total, this.view.width / width);
  }

  // Parts the marks that are drawn as one.
  part(orders) {
    const [first, last] = [this.places[orders[0]], this.places[orders.at(-1)]];
    if (last > first) this.look(first - (last - first) * 0.2, this.view.width / ((last - first) * 1.4));
  }

  reveal(order) {
    const x = (this.places[order] - this.view.from) * this.view.zoom;
    if (x < margin / 2 || x > this.view.width - margin / 2) this.look(this.places[order] - this.view.width / 2 / this.view.zoom, this.view.zoom);
    const { scroller, axis } = this.parts;
    const lane = this.tracks[this.data.marks.lane[order]].element;
    const box = lane.getBoundingClientRect();
    const frame = scroller.getBoundingClientRect();
    const top = axis.getBoundingClientRect().bottom;
    if (box.top < top) scroller.scrollTop -= top - box.top + 8;
    else if (box.bottom > frame.bottom) scroller.scrollTop += box.bottom - frame.bottom + 8;
    this.invalidate();
  }

  focus(order) {
    this.focused = order;
    this.regroup();
    this.reveal(order);
    this.draw();
    this.markOf(order)?.focus({ preventScroll: true });
  }

  markOf(order) { return this.parts.lanes.querySelector(`[data-testid=event-mark][data-index="${order}"]`); }

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
    this.drawTracks();
    drawAxis(this.parts.ticks, this.scale, this.view, this.data.head.start);
    drawFolds(this.parts.folds, this.scale, this.view);
    drawWindow(this.parts.window, this.scale, this.view);
    drawEffects(this.parts.effects, this.data, this.selected, order => this.pointOf(order));
    this.drawCursor();
  }

  drawTracks() {
    const { view, seen } = this;
    const width = view.width / view.zoom;
    const inView = this.tracks.filter(track => this.isInView(track.element));
    const isDrawn = seen && !this.isZoomed && view.from >= seen.range.from && view.from + width <= seen.range.to && inView.every(track => seen.tracks.has(track));
    if (!isDrawn) {
      const range = { from: view.from - width * overscan, to: view.from + width * (1 + overscan) };
      const isMoved = this.isZoomed || !seen;
      const origin = isMoved ? view.from : seen.origin;
      this.groupUntilFew(isMoved, range, inView);
      for (const track of inView) track.draw(range, view, origin, isMoved || !seen.tracks.has(track), this.selected);
      for (const track of this.tracks) if (!inView.includes(track)) track.layer.classList.add('stale'); else track.layer.classList.remove('stale');
      this.seen = { range, origin, tracks: new Set(inView) };
      this.isZoomed = false;
      this.keepTabStop();
    }
    const shift = `translateX(${(this.seen.origin - view.from) * view.zoom}px)`;
    for (const track of inView) track.layer.style.transform = shift;
  }

  isInView(element) {
    const { scroller } = this.parts;
    const top = element.offsetTop + this.parts.lanes.offsetTop - scroller.scrollTop;
    return top + element.offsetHeight > 0 && top < scroller.clientHeight;
  }

  // Marks nearer than a few pixels are one; where that leaves too many, more are joined.
  groupUntilFew(isFresh, range, tracks) {
    const apart = new Set([this.selected, this.focused].filter(order => order >= 0));
    const count = list => tracks.reduce((sum, track) => sum + track[list](range.from, range.to).length, 0);
    if (isFresh) {
      this.distances = { marks: nearest, bars: 3 };
      this.groupAll(apart);
    }
    for (let most = count('marksIn'); most > mostMarks; most = count('marksIn')) {
      this.distances.marks = Math.max(roomy, this.distances.marks * Math.max(1.25, Math.min(4, most / mostMarks)));
      this.groupAll(apart);
    }
    for (let most = count('barsIn'); most > mostBars && this.distances.bars < 1e6; most = count('barsIn')) {
      this.distances.bars *= Math.max(1.25, Math.min(4, most / mostBars));
      this.groupAll(apart);
    }
  }

  groupAll(apart) {
    for (const track of this.tracks) {
      track.group(this.places, this.view, this.distances.marks, apart);
      track.groupBars(this.view, this.distances.bars);
    }
  }

  // One mark is reached by the tab key, the others by the arrows.
  keepTabStop() {
    const wanted = this.markOf(this.focused) ?? this.markOf(this.selected) ?? this.parts.lanes.querySelector('[data-testid=event-mark]');
    for (const mark of this.parts.lanes.querySelectorAll('[data-testid=event-mark][tabindex="0"]')) if (mark !== wanted) mark.tabIndex = -1;
    if (wanted) wanted.tabIndex = 0;
  }

  pointOf(order) {
    const track = this.tracks[this.data.marks.lane[order]];
    return { x: (this.places[order] - this.view.from) * this.view.zoom, y: track.element.offsetTop + track.markY };
  }

  drawCursor() {
    drawCursor({ line: this.parts.cursor, flag: this.parts.flag, states: this.states }, this.data, this.scale, this.view, this.pointer);
  }
}
