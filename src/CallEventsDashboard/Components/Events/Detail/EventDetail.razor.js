// Escape closes the pane, without a message to the server for each key.
let pane = null;

export function attach(section) {
  detach();
  pane = section;
  pane.dataset.listens = '';
  document.addEventListener('keydown', escape);
  // The pane that took this one's place may be attached already.
  return { stop: () => { if (pane === section) detach(); } };
}

function detach() {
  document.removeEventListener('keydown', escape);
  pane = null;
}

function escape(event) {
  if (event.key !== 'Escape' || event.defaultPrevented || !pane?.isConnected) return;
  // What else is open on the page has its own use for the key.
  const isOurs = pane.contains(event.target) || event.target === document.body || event.target.closest('[role=grid],[data-testid=session-timeline]');
  if (!isOurs || document.querySelector('dialog[open], .mud-dialog, .mud-popover-open')) return;
  event.preventDefault();
  pane.querySelector('[data-close]').click();
}
