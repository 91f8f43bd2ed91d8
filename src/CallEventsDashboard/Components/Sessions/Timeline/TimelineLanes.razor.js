import { LegTrack } from './LegTrack.razor.js';

// Draws the lanes in view, and groups marks that are too near to draw one by one.
const nearest = 4;
const roomy = 24;
const mostMarks = 480;
const mostBars = 300;
const overscan = 0.15;

// Not every lane has to be an element. A track that has drawn of the same data stays, and the focus in it.
export function takeLanes(timeline) {
  const { data, lanes: known } = timeline;
  timeline.lanes = new Map([...timeline.parts.lanes.querySelectorAll('[data-testid=leg-lane]')].map(element => {
    const index = Number(element.dataset.lane);
    const before = known.get(index);
    if (before?.element === element && before.track.data === data) return [index, before];
    data.lanes[index].id = element.dataset.legId;
    return [index, { element, state: element.querySelector('[data-lane-state]'), track: new LegTrack(element.querySelector('[data-track]'), data.lanes[index], data) }];
  }));
  timeline.tracks = [...timeline.lanes.values()].map(({ track }) => track);
  // New tracks have drawn nothing yet, whatever the zoom.
  timeline.seen = null;
  timeline.invalidate();
}

// More lanes are drawn now: that of the selected event, or those that a person asked for, who goes on at the first of them.
export function useLanes(timeline, first) {
  const { data, lanes: before, selected } = timeline;
  if (!data) return;
  takeLanes(timeline);
  const added = timeline.lanes.get(first);
  if (added) {
    bringIntoView(added.element, timeline.parts);
    added.element.focus({ preventScroll: true });
  } else if (selected >= 0 && !before.has(data.marks.lane[selected])) timeline.reveal(selected);
}

// While the view is only moved, what is drawn is shifted; it is drawn again where it was zoomed, or does not reach.
export function drawTracks(timeline) {
  const { view, seen } = timeline;
  const width = view.width / view.zoom;
  const inView = timeline.tracks.filter(track => isInView(track.element, timeline.parts));
  const isDrawn = seen && !timeline.isZoomed && view.from >= seen.range.from && view.from + width <= seen.range.to && inView.every(track => seen.tracks.has(track));
  if (!isDrawn) {
    const range = { from: view.from - width * overscan, to: view.from + width * (1 + overscan) };
    const isMoved = timeline.isZoomed || !seen;
    const origin = isMoved ? view.from : seen.origin;
    groupUntilFew(timeline, isMoved, range, inView);
    for (const track of inView) track.draw(range, view, origin, isMoved || !seen.tracks.has(track), timeline.selected, timeline.scale.folds);
    for (const track of timeline.tracks) if (!inView.includes(track)) track.layer.classList.add('stale'); else track.layer.classList.remove('stale');
    timeline.seen = { range, origin, tracks: new Set(inView) };
    timeline.isZoomed = false;
    keepTabStop(timeline);
  }
  const shift = `translateX(${(timeline.seen.origin - view.from) * view.zoom}px)`;
  for (const track of inView) track.layer.style.transform = shift;
}

function isInView(element, { scroller, lanes }) {
  const top = element.offsetTop + lanes.offsetTop - scroller.scrollTop;
  return top + element.offsetHeight > 0 && top < scroller.clientHeight;
}

// Scrolls a track into view, below the axis.
export function bringIntoView(element, { scroller, axis }) {
  const box = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  const top = axis.getBoundingClientRect().bottom;
  if (box.top < top) scroller.scrollTop -= top - box.top + 8;
  else if (box.bottom > frame.bottom) scroller.scrollTop += box.bottom - frame.bottom + 8;
}

// Marks nearer than a few pixels are one; where that leaves too many, more are joined.
function groupUntilFew(timeline, isFresh, range, tracks) {
  const apart = new Set([timeline.selected, timeline.focused].filter(order => order >= 0));
  const count = list => tracks.reduce((sum, track) => sum + track[list](range.from, range.to).length, 0);
  if (isFresh) {
    timeline.distances = { marks: nearest, bars: 3 };
    groupAll(timeline, apart);
  }
  for (let most = count('marksIn'); most > mostMarks; most = count('marksIn')) {
    timeline.distances.marks = Math.max(roomy, timeline.distances.marks * Math.max(1.25, Math.min(4, most / mostMarks)));
    groupAll(timeline, apart);
  }
  for (let most = count('barsIn'); most > mostBars && timeline.distances.bars < 1e6; most = count('barsIn')) {
    timeline.distances.bars *= Math.max(1.25, Math.min(4, most / mostBars));
    groupAll(timeline, apart);
  }
}

function groupAll({ tracks, places, view, distances, filter }, apart) {
  for (const track of tracks) {
    track.group(places, view, distances.marks, apart, filter);
    track.groupBars(view, distances.bars);
  }
}

export const markOf = (lanes, order) => lanes.querySelector(`[data-testid=event-mark][data-index="${order}"]`);

// One mark is reached by the tab key, the others by the arrows.
function keepTabStop({ parts: { lanes }, focused, selected }) {
  const wanted = markOf(lanes, focused) ?? markOf(lanes, selected) ?? lanes.querySelector('[data-testid=event-mark]');
  for (const mark of lanes.querySelectorAll('[data-testid=event-mark][tabindex="0"]')) if (mark !== wanted) mark.tabIndex = -1;
  if (wanted) wanted.tabIndex = 0;
}
