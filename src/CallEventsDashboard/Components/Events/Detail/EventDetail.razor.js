// Escape closes the pane, and its menus behave as menus, without a message to the server for each key.
let pane = null;

export function attach(section) {
  detach();
  pane = section;
  pane.dataset.listens = '';
  document.addEventListener('keydown', escape);
  document.addEventListener('click', closeMenus);
  pane.addEventListener('focusout', leaveMenu);
  // The pane that took this one's place may be attached already.
  return { stop: () => { if (pane === section) detach(); } };
}

function detach() {
  document.removeEventListener('keydown', escape);
  document.removeEventListener('click', closeMenus);
  pane?.removeEventListener('focusout', leaveMenu);
  pane = null;
}

const openMenus = () => pane?.isConnected ? [...pane.querySelectorAll('[data-menu][open]')] : [];

function escape(event) {
  if (event.key !== 'Escape' || event.defaultPrevented || !pane?.isConnected) return;
  // What else is open on the page has its own use for the key.
  const isOurs = pane.contains(event.target) || event.target === document.body || event.target.closest('[role=grid],[data-testid=session-timeline]');
  if (!isOurs || document.querySelector('dialog[open], .mud-dialog, .mud-popover-open')) return;
  event.preventDefault();
  const [menu] = openMenus();
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  } else {
    pane.querySelector('[data-close]').click();
  }
}

// A chosen item closes its menu too, but a copy button keeps it open long enough to be seen to have worked.
function closeMenus({ target }) {
  for (const menu of openMenus()) {
    const isInside = menu.contains(target);
    if (!isInside || target.closest('[data-filter]')) menu.open = false;
    else if (target.closest('[data-copy],[data-copy-from]')) setTimeout(() => { menu.open = false; }, 900);
  }
}

function leaveMenu({ target, relatedTarget }) {
  const menu = target.closest('[data-menu][open]');
  if (menu && relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
}
