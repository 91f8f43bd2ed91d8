// What is drawn on the lanes in view, and how much of it as one.
const nearest = 4;
const roomy = 24;
const mostMarks = 480;
const mostBars = 300;
const overscan = 0.15;

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

// While the view is only moved, what is drawn is shifted; it is drawn anew where it was zoomed, or does not reach.
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
    for (const track of inView) track.draw(range, view, origin, isMoved || !seen.tracks.has(track), timeline.selected);
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

function groupAll({ tracks, places, view, distances }, apart) {
  for (const track of tracks) {
    track.group(places, view, distances.marks, apart);
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
