import { reveal } from '../../Lists/RowGrid.js';

// Follows a selection that was made elsewhere. The focus goes along only where it was in the list already; the page moves only for a link that was opened.
export function follow(grid, index, isOpening) {
  release?.();
  reveal(grid, index, grid.contains(document.activeElement));
  if (isOpening) hold(grid, index);
}

// Rows that are drawn later, above it or around it, move the row: it is kept in view until the reader moves anything.
const moves = ['wheel', 'touchstart', 'pointerdown', 'keydown'];
let release;
let held;

function hold(grid, index) {
  held = { grid, index };
  const sizes = new ResizeObserver(show);
  const page = grid.closest('.wrap');
  for (const part of [...page.children, grid, ...grid.children]) sizes.observe(part);
  release = () => {
    sizes.disconnect();
    for (const move of moves) removeEventListener(move, release, true);
    release = held = undefined;
  };
  for (const move of moves) addEventListener(move, release, { capture: true, passive: true });
  show();
}

// A row that is held has another index, as rows before it were read.
export function move(index) {
  if (!held) return;
  held.index = index;
  show();
}

function show() {
  if (!held.grid.isConnected) return release();
  reveal(held.grid, held.index, false);
  held.grid.scrollIntoView({ block: 'nearest' });
}
