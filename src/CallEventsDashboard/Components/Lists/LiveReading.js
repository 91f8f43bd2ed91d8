import { heightOf } from './ListPlaces.js';

// A live list: tells the server whether the reader looks at something, so that nothing moves, and holds the rows in view where they are until it knows.
export function followLive(grid, component) {
  let isReading = false;
  let inserted = null;
  const tell = () => {
    if (grid.dataset.inserted === undefined || isReading === (isReading = looksAtSomething(grid))) return;
    component.invokeMethodAsync('SetReadingAsync', isReading).catch(() => { });
  };
  const keep = () => {
    const before = inserted;
    inserted = grid.dataset.inserted === undefined ? null : Number(grid.dataset.inserted);
    // Another list may have begun to count anew.
    if (before !== null && inserted > before && grid.scrollTop > 0) grid.scrollTop += (inserted - before) * heightOf(grid);
    tell();
  };
  const changes = new MutationObserver(keep);
  changes.observe(grid, { attributes: true, attributeFilter: ['data-inserted', 'data-picks'] });
  grid.addEventListener('scroll', tell, { passive: true });
  grid.addEventListener('focusin', tell);
  grid.addEventListener('focusout', tell);
  document.addEventListener('selectionchange', tell);
  keep();
  return () => {
    changes.disconnect();
    grid.removeEventListener('scroll', tell);
    grid.removeEventListener('focusin', tell);
    grid.removeEventListener('focusout', tell);
    document.removeEventListener('selectionchange', tell);
  };
}

export function goToTop(grid) {
  if (grid.contains(document.getSelection()?.anchorNode)) document.getSelection().removeAllRanges();
  if (grid.contains(document.activeElement)) document.activeElement.blur();
  grid.scrollTop = 0;
}

function looksAtSomething(grid) {
  const selection = document.getSelection();
  return grid.scrollTop > 0
    || grid.dataset.picks !== undefined
    || (selection && !selection.isCollapsed && grid.contains(selection.anchorNode))
    || Boolean(document.activeElement?.closest('[data-index]') && grid.contains(document.activeElement));
}
