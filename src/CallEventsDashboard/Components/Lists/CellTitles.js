import { instantTitle } from '../Shared/InstantTitle.js';
import { visible } from '../Shared/VisibleText.js';

// A cell that had to shorten its text shows all of it under the pointer: until then it is not worth sending with every row. Once the pointer is gone,
// or the cell shows something else, nothing of it stays.

// The head of a column names the row's attribute that has the whole of it.
const wholeOf = (grid, cell) => {
  const row = cell.parentElement;
  const head = grid.querySelector('[role=row]').children[[...row.children].indexOf(cell)];
  const sent = row.dataset[head?.dataset.whole];
  return sent && head.dataset.whole === 'occurredAt' ? instantTitle(sent) : sent;
};

export function tellCells(grid) {
  let told = null;
  const tell = () => {
    const sent = wholeOf(grid, told);
    told.title = sent ? visible(sent) : told.textContent.trim();
  };
  const changes = new MutationObserver(tell);
  const point = event => {
    const cell = event.type === 'pointerover' ? event.target.closest('[data-testid=event-row] > *') : null;
    if (cell === told) return;
    changes.disconnect();
    told?.removeAttribute('title');
    told = cell;
    if (!told) return;
    tell();
    changes.observe(told, { childList: true, characterData: true, subtree: true });
  };
  grid.addEventListener('pointerover', point);
  grid.addEventListener('pointerleave', point);
  return () => {
    changes.disconnect();
    grid.removeEventListener('pointerover', point);
    grid.removeEventListener('pointerleave', point);
  };
}
