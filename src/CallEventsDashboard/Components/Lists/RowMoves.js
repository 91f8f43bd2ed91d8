import { headHeight, heightOf, noteMove } from './ListPlaces.js';

// The keys are the page's: see Components/Keyboard. A move begins at the row that has the focus, else at the one that is open, else at the top of the view.
export function handleMove(grid, { move, say }, most) {
  const page = Math.max(1, Math.floor((grid.clientHeight - headHeight(grid)) / heightOf(grid)) - 1);
  const last = Math.min(Number(grid.dataset.rows ?? grid.getAttribute('aria-rowcount')), most) - 1;
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
export function focusRow(grid, index) {
  const turn = ++focusing;
  const giveUp = performance.now() + 4000;
  const tryFocus = () => {
    const row = rowOf(grid, index);
    if (row) row.focus({ preventScroll: true });
    else if (turn === focusing && performance.now() < giveUp) requestAnimationFrame(tryFocus);
  };
  tryFocus();
}
