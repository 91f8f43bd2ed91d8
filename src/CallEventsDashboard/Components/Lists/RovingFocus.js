// One stop of the tab key for the rows of a list: the row that had the focus last while it is drawn, else the list itself.
export function rove(grid) {
  let row = null;
  const leave = () => {
    if (row) row.tabIndex = -1;
    row = null;
    grid.tabIndex = 0;
  };
  const come = ({ target }) => {
    const next = target.closest('[data-index]');
    if (!next || next === row) return;
    leave();
    row = next;
    row.tabIndex = 0;
    grid.tabIndex = -1;
  };
  // A row that is scrolled away, or whose list another one takes the place of, leaves the page: the focus stays with the list.
  const drawn = new MutationObserver(() => {
    if (!row || row.isConnected) return;
    leave();
    if (document.activeElement === document.body) grid.focus({ preventScroll: true });
  });
  grid.addEventListener('focusin', come);
  drawn.observe(grid, { childList: true, subtree: true });
  return () => {
    grid.removeEventListener('focusin', come);
    drawn.disconnect();
  };
}
