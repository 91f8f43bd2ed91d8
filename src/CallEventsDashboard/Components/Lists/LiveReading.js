import { heightOf } from './ListPlaces.js';

// A live list: tells the server whether the reader looks at something, so that nothing moves, and holds the rows in view where they are until it knows.
export function followLive(grid, component) {
  let isReading = false;
  let inserted = null;
  let isPressed = false;
  const tell = () => {
    if (isPressed || grid.dataset.inserted === undefined || isReading === (isReading = looksAtSomething(grid))) return;
    component.invokeMethodAsync('SetReadingAsync', isReading).catch(() => { });
  };
  const keep = () => {
    const before = inserted;
    inserted = grid.dataset.inserted === undefined ? null : Number(grid.dataset.inserted);
    // Another list may have begun to count anew.
    if (before !== null && inserted > before && grid.scrollTop > 0) grid.scrollTop += (inserted - before) * heightOf(grid);
    tell();
  };
  // Whoever presses the switch means what it says, though they leave the row that they were in by it.
  const press = ({ type, target }) => { isPressed = type === 'pointerdown' && Boolean(target.closest?.('[data-testid=live]')); };
  // The press may end as a scroll, or beside the switch: then no click follows.
  const release = () => setTimeout(() => {
    if (!isPressed) return;
    isPressed = false;
    tell();
  }, 400);
  const changes = new MutationObserver(keep);
  changes.observe(grid, { attributes: true, attributeFilter: ['data-inserted', 'data-picks'] });
  grid.addEventListener('scroll', tell, { passive: true });
  grid.addEventListener('focusin', tell);
  grid.addEventListener('focusout', tell);
  document.addEventListener('selectionchange', tell);
  document.addEventListener('pointerdown', press, { capture: true });
  document.addEventListener('click', press, { capture: true });
  for (const type of ['pointerup', 'pointercancel']) document.addEventListener(type, release, { capture: true });
  keep();
  return () => {
    changes.disconnect();
    grid.removeEventListener('scroll', tell);
    grid.removeEventListener('focusin', tell);
    grid.removeEventListener('focusout', tell);
    document.removeEventListener('selectionchange', tell);
    document.removeEventListener('pointerdown', press, { capture: true });
    document.removeEventListener('click', press, { capture: true });
    for (const type of ['pointerup', 'pointercancel']) document.removeEventListener(type, release, { capture: true });
  };
}

export function goToTop(grid) {
  if (grid.contains(document.getSelection()?.anchorNode)) document.getSelection().removeAllRanges();
  if (grid.contains(document.activeElement)) document.activeElement.blur();
  grid.scrollTop = 0;
  // Where nothing had to be scrolled, it is told all the same that nobody reads any more.
  grid.dispatchEvent(new Event('scroll'));
}

function looksAtSomething(grid) {
  const selection = document.getSelection();
  return grid.scrollTop > 0
    || grid.dataset.picks !== undefined
    || (selection && !selection.isCollapsed && grid.contains(selection.anchorNode))
    || Boolean(document.activeElement?.closest('[data-index]') && grid.contains(document.activeElement));
}
