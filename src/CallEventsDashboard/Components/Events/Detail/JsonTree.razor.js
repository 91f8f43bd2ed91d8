// Moves through the tree by keyboard without asking the server; only opening and closing goes there.
export function attach(section) {
  section.addEventListener('keydown', event => {
    if (event.target.matches('[data-find]')) return findKey(section, event);
    if (event.target.matches('[role=treeitem]') && !event.ctrlKey && !event.metaKey && !event.altKey && move(section, event.target, event.key)) event.preventDefault();
  });
  section.addEventListener('focusin', ({ target }) => {
    if (!target.matches('[role=treeitem]')) return;
    for (const other of section.querySelectorAll('[role=treeitem][tabindex="0"]')) if (other !== target && other !== first(section)) other.tabIndex = -1;
    target.tabIndex = 0;
  });
}

export function showMatch(section) {
  section.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
}

const first = section => section.querySelector('[role=treeitem]');

function findKey(section, event) {
  if (event.key === 'Enter') {
    event.preventDefault();
    section.querySelector(event.shiftKey ? '[data-previous]' : '[data-next]')?.click();
  } else if (event.key === 'Escape' && event.target.value) {
    // The first Escape empties the field; the next one closes the pane.
    event.preventDefault();
    event.stopPropagation();
    event.target.value = '';
    event.target.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

function move(section, row, key) {
  const rows = [...section.querySelectorAll('[role=treeitem]')];
  const at = rows.indexOf(row);
  const open = row.getAttribute('aria-expanded');
  const toggle = () => row.querySelector('[data-toggle]')?.click();
  const focus = target => { target?.focus(); return true; };
  const level = item => Number(item.getAttribute('aria-level'));
  switch (key) {
    case 'ArrowDown': return focus(rows[at + 1]);
    case 'ArrowUp': return focus(rows[at - 1]);
    case 'Home': return focus(rows[0]);
    case 'End': return focus(rows.at(-1));
    case 'ArrowRight':
      if (open === 'false') toggle(); else if (open === 'true') focus(rows[at + 1]);
      return true;
    case 'ArrowLeft':
      if (open === 'true') toggle(); else focus(rows.slice(0, at).findLast(item => level(item) < level(row)));
      return true;
    case 'Enter': case ' ':
      (row.querySelector('[data-toggle]') ?? row.querySelector(':scope > button'))?.click();
      return true;
    default: return false;
  }
}
