import { beginAtPlace, bringIntoView, headHeight, heightOf, isReturning, keepPlace, noteMoves, readersOwn, topOf } from './ListPlaces.js';
import { resizeColumns } from './ColumnWidths.js';
import { rove } from './RovingFocus.js';
import { focusRow, handleMove } from './RowMoves.js';
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
    const first = Math.floor(topOf(grid) / heightOf(grid));
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
  const walk = event => {
    letGo();
    handleMove(grid, event.detail, capacity(grid));
  };
  const keep = () => { if (!isReturning(grid)) keepPlace(grid, rowAtTop); };
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
  beginAtPlace(grid);
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

// The focus comes back from a pane that was closed, unless its reader has taken it elsewhere meanwhile.
export function reveal(grid, index, focus) {
  bringIntoView(grid, index);
  const focused = document.activeElement ?? document.body;
  if (focus && (focused === document.body || grid.contains(focused) || focused.closest('[data-testid=event-detail]'))) focusRow(grid, index);
}
