// The place of each list of this tab: the row at the top of its view. A list keeps it whatever event is selected in it, and a session whatever tab is open.
// Back, Forward, reload and a server that forgot the page come back to it; an address that is opened again begins at its top.
const storeKey = 'callevents.places';
const most = 50;
const pause = 80;
const besideTheList = ['event', 'tab', 'scale', 'leg', 'only'];

// The actions by which a reader moves the list: they have another place in mind than the one that is kept.
export const readersOwn = ['pointerdown', 'wheel', 'keydown'];

export const heightOf = grid => Number(getComputedStyle(grid).getPropertyValue('--row-height'));
export const headHeight = grid => grid.querySelector('[role=row]').offsetHeight;

const places = new Map(read());
if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') forget();

let waiting = null;

// Just after a list was scrolled, the rows in view may not be read yet: without a name there is nothing to come back to.
export function keepPlace(grid, rowAtTop, list = addressOfList()) {
  clearTimeout(waiting?.timer);
  const keep = () => {
    waiting = null;
    if (!grid.isConnected) return;
    const row = grid.scrollTop > 0 ? rowAtTop(grid) : null;
    if (grid.scrollTop > 0 && !row?.name) {
      if (list === addressOfList()) keepPlace(grid, rowAtTop, list);
      return;
    }
    places.delete(list);
    if (row) places.set(list, row);
    while (places.size > most) places.delete(places.keys().next().value);
    write();
  };
  waiting = { keep, timer: setTimeout(() => { if (list === addressOfList()) keep(); else waiting = null; }, pause) };
}

// A reader who leaves within the pause has seen the place too: the rows stay as they are until the server has heard of it.
function keepNow() {
  clearTimeout(waiting?.timer);
  waiting?.keep();
}

for (const type of ['click', 'keydown', 'popstate', 'pagehide']) addEventListener(type, keepNow, { capture: true, passive: true });

export function takePlace() {
  return places.get(addressOfList()) ?? null;
}

function addressOfList() {
  const address = new URL(location.href);
  for (const name of besideTheList) address.searchParams.delete(name);
  return address.pathname + address.search;
}

// The start page goes on to a list.
function forget() {
  if (location.href === document.baseURI) places.clear();
  else places.delete(addressOfList());
  write();
}

// The form of ScrollPosition: the server is given nothing else.
function isPlace([list, row]) {
  return typeof list === 'string' && typeof row?.name === 'string' && Number.isInteger(row.index) && Number.isFinite(row.offset);
}

function read() {
  try { return JSON.parse(browserStorage.read(storeKey, () => true, 'tab') ?? '[]').filter(isPlace); } catch { return []; }
}

function write() {
  browserStorage.write(storeKey, JSON.stringify([...places]), 'tab');
}

// Brings the view to a place that may not be there yet: the list grows to its height in several steps. A reader who moves anything has another place in mind.
const patienceForRows = 30000;
const patienceUnseen = 3000;
const seeking = new WeakMap();
const returning = new WeakSet();
const revealed = new WeakMap();
const moved = new WeakSet();

export function noteMoves(grid) {
  for (const type of readersOwn) grid.addEventListener(type, () => moved.add(grid), { once: true, passive: true });
}

// The reader moves the list by a key, wherever the focus is.
export function noteMove(grid) {
  moved.add(grid);
  seeking.get(grid)?.stop();
}

// Whether the row that a list comes back to is still being looked for.
export const isReturning = grid => returning.has(grid) && !moved.has(grid);

// Where the view is, or is about to be.
export const topOf = grid => seeking.get(grid)?.target ?? grid.scrollTop;

function seek(grid, put, { target, then }) {
  seeking.get(grid)?.stop();
  const giveUp = performance.now() + patienceForRows;
  const step = () => { if (put() || performance.now() > giveUp) arrive(); };
  const growing = new MutationObserver(step);
  // What comes below the list makes it lower, so that its last rows can be at its top.
  const shrinking = new ResizeObserver(step);
  const stop = () => {
    growing.disconnect();
    shrinking.disconnect();
    seeking.delete(grid);
    for (const type of readersOwn) grid.removeEventListener(type, stop);
    // The rows that are drawn are those of the target: whoever did not get there sees others.
    if (target !== undefined && Math.abs(grid.scrollTop - target) >= 1) grid.dispatchEvent(new Event('scroll'));
  };
  const arrive = () => { stop(); then?.(); };
  seeking.set(grid, { stop, target });
  for (const type of readersOwn) grid.addEventListener(type, stop, { once: true, passive: true });
  growing.observe(grid, { attributes: true, childList: true, subtree: true });
  shrinking.observe(grid);
  step();
}

function seekPlace(grid, { index, offset }, then) {
  const target = Math.max(0, index * heightOf(grid) - offset);
  const put = () => {
    grid.scrollTop = target;
    return Math.abs(grid.scrollTop - target) < 1;
  };
  seek(grid, put, { target, then });
}

// A list that its reader comes back to begins at the index where it was, so that nobody sees its top before its row is found; one that is still being read has
// nothing to show there for a moment.
export function beginAtPlace(grid) {
  const place = takePlace();
  if (!place) return;
  const show = () => delete grid.dataset.returning;
  returning.add(grid);
  grid.dataset.returning = '';
  setTimeout(show, patienceUnseen);
  for (const type of readersOwn) grid.addEventListener(type, show, { once: true, passive: true });
  seekPlace(grid, place, show);
}

// Where a list was, to which Back, Forward, reload and a server that forgot the page come back. What is selected is in view then.
export function restore(grid, index, offset) {
  returning.delete(grid);
  if (moved.has(grid)) return;
  const reveal = () => {
    delete grid.dataset.returning;
    if (revealed.has(grid)) bringIntoView(grid, revealed.get(grid));
  };
  if (index !== null) seekPlace(grid, { index, offset }, reveal);
  else {
    seeking.get(grid)?.stop();
    reveal();
  }
}

export function bringIntoView(grid, index) {
  revealed.set(grid, index);
  const isInView = () => {
    const top = index * heightOf(grid);
    return top >= grid.scrollTop && top + heightOf(grid) <= grid.scrollTop + grid.clientHeight - headHeight(grid);
  };
  const put = () => {
    if (!isInView()) grid.scrollTop = Math.max(0, index * heightOf(grid) - (grid.clientHeight - headHeight(grid)) / 2);
    return isInView();
  };
  if (!isReturning(grid) && seeking.get(grid)?.target === undefined) seek(grid, put, {});
}
