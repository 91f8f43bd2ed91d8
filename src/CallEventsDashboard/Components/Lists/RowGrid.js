import { bringIntoView, headHeight, heightOf, keepPlace, noteMove, noteMoves, readersOwn } from './ListPlaces.js';
import { resizeColumns } from './ColumnWidths.js';
import { rove } from './RovingFocus.js';
import { tellCells } from './CellTitles.js';
import { followLive } from './LiveReading.js';

// Row heights, keys and scrolling of the lists: nothing here waits for the server.
const narrow = matchMedia('(max-width: 600px)');

// Rows that are drawn on either side of those in view, and how near the view may come to the end of them.
const beside = 8;
const near = 4;

// Milliseconds after which a message counts as lost: what is sent while the connection is down is never answered, also when it is back.
const patience = 3000;
const answered = message => Promise.race([message, new Promise((_, reject) => setTimeout(reject, patience))]);

export function watch(grid, component) {
  let drawn = { start: 0, end: 0 };
  let isTelling = false;
  const wanted = () => {
    const inView = Math.ceil(grid.clientHeight / heightOf(grid)) + 1;
    const first = Math.floor(grid.scrollTop / heightOf(grid));
    const [start, end] = [Math.max(0, first - beside), first + inView + beside];
    const isThere = first - near >= drawn.start || drawn.start === start;
    return isThere && first + inView + near <= drawn.end && end - start >= (drawn.end - drawn.start) / 2 ? null : { start, end };
  };
  // One at a time: dragging the scroll bar passes more rows than a slow connection can report.
  const show = async () => {
    if (isTelling) return;
    isTelling = true;
    try {
      for (let next; (next = wanted());) {
        drawn = next;
        await answered(component.invokeMethodAsync('ShowRowsAsync', next.start, next.end - next.start));
      }
    } catch {
      drawn = { start: 0, end: 0 };
      if (grid.isConnected) setTimeout(show, patience);
    }
    isTelling = false;
  };
  const sized = new ResizeObserver(show);
  let told = '';
  let height = 0;
  const resize = () => {
    const rows = capacity(grid);
    if (told === (told = `${heightOf(grid)} ${rows}`)) return;
    // The row at the top stays there when rows get another height.
    const [at, before] = [grid.scrollTop, height];
    height = heightOf(grid);
    const keepTop = () => { if (before && before !== height) grid.scrollTop = at / before * height; };
    component.invokeMethodAsync('SetRowsAsync', height, rows).then(keepTop, () => { });
    show();
  };
  const dense = new MutationObserver(resize);
  dense.observe(grid, { attributes: true, attributeFilter: ['class'] });
  const walk = event => handleMove(grid, event.detail);
  const keep = () => keepPlace(grid, rowAtTop);
  noteMoves(grid);
  narrow.addEventListener('change', resize);
  addEventListener('resize', resize);
  grid.addEventListener('gridmove', walk);
  grid.addEventListener('scroll', show, { passive: true });
  grid.addEventListener('scroll', keep, { passive: true });
  sized.observe(grid);
  const stopTelling = tellCells(grid);
  const stopFollowing = followLive(grid, component);
  const stopRoving = rove(grid);
  const stopResizing = resizeColumns(grid, component);
  show();
  resize();
  return {
    stop() {
      narrow.removeEventListener('change', resize);
      removeEventListener('resize', resize);
      grid.removeEventListener('gridmove', walk);
      grid.removeEventListener('scroll', show);
      grid.removeEventListener('scroll', keep);
      sized.disconnect();
      stopTelling();
      stopFollowing();
      stopRoving();
      stopResizing();
      dense.disconnect();
    },
  };
}

// Browsers cut an element off at a height of their own (about 33.5 million pixels, fewer where a pixel is finer), so it is measured.
let measured = { ratio: 0, height: 0 };
function capacity(grid) {
  if (measured.ratio !== devicePixelRatio) {
    const probe = document.createElement('div');
    probe.style.cssText = 'position:fixed;top:0;left:0;width:1px;height:1e9px;visibility:hidden;pointer-events:none';
    document.body.append(probe);
    const height = probe.getBoundingClientRect().height;
    probe.remove();
    measured = { ratio: devicePixelRatio, height: height > 1e6 ? height : 1e7 };
  }
  return Math.floor((measured.height - 2000) / heightOf(grid));
}

export { restore, takePlace } from './ListPlaces.js';
export { goToTop } from './LiveReading.js';

export async function topRow(grid) {
  const giveUp = performance.now() + 4000;
  // Just after the list was scrolled, or became longer, the rows in view may not be drawn yet.
  while (grid.isConnected && grid.scrollTop > 0 && performance.now() < giveUp) {
    const row = rowAtTop(grid);
    if (row) return row;
    await new Promise(drawn => setTimeout(drawn, 50));
  }
  return null;
}

const nameOf = ({ dataset }) => dataset.fingerprint ?? dataset.sessionId ?? null;
const edgeOf = grid => grid.getBoundingClientRect().top + headHeight(grid);

function rowAtTop(grid) {
  const [edge, end] = [edgeOf(grid), grid.getBoundingClientRect().bottom];
  const inView = [...grid.querySelectorAll('[data-index]')].filter(row => row.getBoundingClientRect().bottom > edge + 1 && row.getBoundingClientRect().top < end);
  const row = inView.find(nameOf) ?? inView[0];
  return row ? { index: Number(row.dataset.index), name: nameOf(row), offset: row.getBoundingClientRect().top - edge } : null;
}

// A list that takes the place of another is drawn in several steps. Whenever one has changed the page, and before it is painted, the row is put back:
// where its index says until it is drawn, and then where it is.
let held = null;

export function hold(grid, { index, name, offset }) {
  letGo();
  const asOf = grid.dataset.asOf;
  held = new MutationObserver(put);
  held.row = () => [...grid.querySelectorAll('[data-index]')].find(row => nameOf(row) === name);
  held.put = () => {
    if (grid.dataset.asOf === asOf) return;
    const row = held.row();
    if (row) grid.scrollTop += row.getBoundingClientRect().top - edgeOf(grid) - offset;
    else scrollToOffset(grid, index, offset);
  };
  held.observe(grid, { attributes: true, childList: true, subtree: true });
  for (const type of readersOwn) grid.addEventListener(type, letGo, { once: true, passive: true });
}

// A page that is slow to draw has this asked before the list is there: then the row is let go of with the step that draws it.
export function release(grid, list) {
  if (held) held.until = () => Number(grid.dataset.list) >= list && held.row();
  put();
}

function put() {
  held?.put();
  if (held?.until?.()) letGo();
}

function letGo() {
  held?.disconnect();
  held = null;
}

export function scrollToOffset(grid, index, offset) {
  grid.scrollTop = Math.max(0, index * heightOf(grid) - offset);
}

export function reveal(grid, index, focus) {
  bringIntoView(grid, index);
  if (focus) focusRow(grid, index);
}

// The keys are the page's: see Components/Keyboard. A move begins at the row that has the focus, else at the one that is open, else at the top of the view.
function handleMove(grid, { move, say }) {
  const page = Math.max(1, Math.floor((grid.clientHeight - headHeight(grid)) / heightOf(grid)) - 1);
  const last = Math.min(Number(grid.dataset.rows ?? grid.getAttribute('aria-rowcount')), capacity(grid)) - 1;
  const focused = document.activeElement?.closest('[data-index]');
  const at = focused && grid.contains(focused) ? focused : grid.querySelector('[aria-selected=true]');
  const current = at ? Number(at.dataset.index) : Math.ceil(grid.scrollTop / heightOf(grid)) - 1;
  const target = {
    next: current + 1, previous: current - 1, 'page-down': current + page, 'page-up': current - page, first: 0, last,
    'next-session': otherSession(grid, current, 1), 'previous-session': otherSession(grid, current, -1),
  }[move];
  if (target === undefined || last < 0) return;
  const index = Math.min(Math.max(0, target), last);
  noteMove(grid);
  letGo();
  moveTo(grid, index);
  if (index === current) say(index === 0 ? 'This is the first row.' : 'This is the last row.');
  else if (!rowOf(grid, index)) say(`Row ${index + 1} is being loaded.`);
  follow(grid, index);
}

// The nearest row of another session; where none is drawn, the next row that is not.
function otherSession(grid, current, step) {
  const rows = [...grid.querySelectorAll('[data-index]')];
  const at = rows.findIndex(row => Number(row.dataset.index) === current);
  if (at < 0) return current + step;
  const session = rows[at].dataset.sessionId;
  for (let next = at + step; rows[next]; next += step) if (rows[next].dataset.sessionId !== session) return Number(rows[next].dataset.index);
  return Number(rows.at(step > 0 ? -1 : 0).dataset.index) + step;
}

// An event that is open goes along, once the reader stays at a row for a moment: what is only passed is not asked for.
const stay = 150;
let following;
function follow(grid, index) {
  clearTimeout(following);
  if (!document.querySelector('[data-testid=event-detail]')) return;
  following = setTimeout(() => {
    const row = rowOf(grid, index);
    if (row && row === document.activeElement && row.getAttribute('aria-selected') === 'false') row.click();
  }, stay);
}

const rowOf = (grid, index) => grid.querySelector(`[data-index="${index}"][tabindex]`);

function moveTo(grid, index) {
  const top = index * heightOf(grid);
  const room = grid.clientHeight - headHeight(grid);
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top + heightOf(grid) > grid.scrollTop + room) grid.scrollTop = top + heightOf(grid) - room;
  focusRow(grid, index);
}

// A row far away is drawn some frames after the list was scrolled to it, and read some later: its placeholder takes no focus.
let focusing = 0;
function focusRow(grid, index) {
  const turn = ++focusing;
  const giveUp = performance.now() + 4000;
  const tryFocus = () => {
    const row = rowOf(grid, index);
    if (row) row.focus({ preventScroll: true });
    else if (turn === focusing && performance.now() < giveUp) requestAnimationFrame(tryFocus);
  };
  tryFocus();
}
