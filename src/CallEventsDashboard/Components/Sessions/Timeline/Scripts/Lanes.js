import { Track } from './Track.js';

// Draws the lanes in view, and groups marks that are too near to draw one by one.
const nearest = 4;
const roomy = 24;
const mostMarks = 480;
const mostBars = 300;
const overscan = 0.15;

const marksOf = '[data-testid=event-mark]';

// The lanes that the server wrote, each with what is drawn on it. Not every lane of a session has to be an element.
export class Lanes {
  constructor({ scroller, lanes, axis }) { Object.assign(this, { scroller, element: lanes, axis, drawn: new Map(), seen: null }); }

  // Takes the elements that there are now. A track that has drawn of the same data stays, and the focus in it.
  take(data) {
    const known = this.drawn;
    this.drawn = new Map([...this.element.querySelectorAll('[data-testid=leg-lane]')].map(element => {
      const index = Number(element.dataset.lane);
      const before = known.get(index);
      if (before?.element === element && before.track.data === data) return [index, before];
      data.lanes[index].id = element.dataset.legId;
      return [index, { element, state: element.querySelector('[data-lane-state]'), track: new Track(element.querySelector('[data-track]'), data.lanes[index], data) }];
    }));
    // New tracks have drawn nothing yet, whatever the zoom.
    this.seen = null;
  }

  has(index) { return this.drawn.has(index); }

  // The numbers of the lanes that are drawn, from top to bottom.
  get order() { return [...this.drawn.keys()]; }

  // Undefined for a lane that is not drawn.
  trackOf(index) { return this.drawn.get(index)?.track; }

  // Each lane with the element that says what its leg is doing.
  states(data) { return [...this.drawn].map(([index, { state }]) => [data.lanes[index], state]); }

  markOf(order) { return this.element.querySelector(`${marksOf}[data-index="${order}"]`); }

  focus(index) {
    const { element } = this.drawn.get(index);
    this.bringIntoView(element);
    element.focus({ preventScroll: true });
  }

  // Scrolls a lane, or its track, into view below the axis.
  bringIntoView(element) {
    const box = element.getBoundingClientRect();
    const frame = this.scroller.getBoundingClientRect();
    const top = this.axis.getBoundingClientRect().bottom;
    if (box.top < top) this.scroller.scrollTop -= top - box.top + 8;
    else if (box.bottom > frame.bottom) this.scroller.scrollTop += box.bottom - frame.bottom + 8;
  }

  // While the view is only moved, what is drawn is shifted; it is drawn anew where it is to be grouped anew, or does not reach.
  // The picture is { places, now, folds, view, filter, selected, focused }.
  draw(picture, isGroupedAnew) {
    const { view, folds, selected } = picture;
    const width = view.width / view.zoom;
    const tracks = [...this.drawn.values()].map(({ track }) => track);
    const inView = tracks.filter(track => this.isInView(track.element));
    const isDrawn = this.seen && !isGroupedAnew && view.from >= this.seen.range.from && view.from + width <= this.seen.range.to && inView.every(track => this.seen.tracks.has(track));
    if (!isDrawn) {
      const range = { from: view.from - width * overscan, to: view.from + width * (1 + overscan) };
      const isMoved = isGroupedAnew || !this.seen;
      const origin = isMoved ? view.from : this.seen.origin;
      this.groupUntilFew(picture, isMoved, range, tracks, inView);
      for (const track of inView) track.draw(range, view, origin, isMoved || !this.seen.tracks.has(track), selected, folds);
      for (const track of tracks) track.layer.classList.toggle('stale', !inView.includes(track));
      this.seen = { range, origin, tracks: new Set(inView) };
      this.keepTabStop(picture);
    }
    const shift = `translateX(${(this.seen.origin - view.from) * view.zoom}px)`;
    for (const track of inView) track.layer.style.transform = shift;
  }

  isInView(element) {
    const top = element.offsetTop + this.element.offsetTop - this.scroller.scrollTop;
    return top + element.offsetHeight > 0 && top < this.scroller.clientHeight;
  }

  // Marks nearer than a few pixels are one; where that leaves too many, more are joined.
  groupUntilFew({ places, now, view, filter, selected, focused }, isFresh, range, tracks, inView) {
    const apart = new Set([selected, focused].filter(order => order >= 0));
    const count = list => inView.reduce((sum, track) => sum + track[list](range.from, range.to).length, 0);
    const group = () => {
      for (const track of tracks) {
        track.group(places, view, this.distances.marks, apart, filter);
        track.groupBars(view, this.distances.bars, now);
      }
    };
    if (isFresh) {
      this.distances = { marks: nearest, bars: 3 };
      group();
    }
    for (let most = count('marksIn'); most > mostMarks; most = count('marksIn')) {
      this.distances.marks = Math.max(roomy, this.distances.marks * Math.max(1.25, Math.min(4, most / mostMarks)));
      group();
    }
    for (let most = count('barsIn'); most > mostBars && this.distances.bars < 1e6; most = count('barsIn')) {
      this.distances.bars *= Math.max(1.25, Math.min(4, most / mostBars));
      group();
    }
  }

  // One mark is reached by the tab key, the others by the arrows.
  keepTabStop({ focused, selected }) {
    const wanted = this.markOf(focused) ?? this.markOf(selected) ?? this.element.querySelector(marksOf);
    for (const mark of this.element.querySelectorAll(`${marksOf}[tabindex="0"]`)) if (mark !== wanted) mark.tabIndex = -1;
    if (wanted) wanted.tabIndex = 0;
  }
}
