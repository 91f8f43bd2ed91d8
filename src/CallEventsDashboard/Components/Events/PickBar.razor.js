import { copyText } from '../Shared/CopyListener.razor.js';

// Rows are picked by Shift or Ctrl and a click, by a key, and by Shift and the arrows: what is picked is known here alone, by the indices of the list.
const lost = 'they could not be loaded. Pick them again.';

const rowsOf = grid => [...grid.querySelectorAll('[data-index]')];
const indexOf = row => Number(row.dataset.index);

export function watch(bar, component) {
  const grid = bar.parentElement.querySelector('[data-testid=event-scroller]');
  const most = Number(bar.dataset.most);
  const picks = new Set();
  let anchor = null;

  const mark = () => {
    for (const row of rowsOf(grid)) {
      const isPicked = picks.has(indexOf(row));
      if (isPicked === (row.dataset.picked !== undefined)) continue;
      row.toggleAttribute('data-picked', isPicked);
      // What is selected is the event that is open.
      if (isPicked) row.setAttribute('aria-description', 'picked');
      else row.removeAttribute('aria-description');
    }
  };
  const show = note => {
    mark();
    bar.hidden = picks.size === 0;
    // A live list stands still while it has picked rows.
    if (picks.size > 0) grid.dataset.picks = bar.dataset.count = picks.size;
    else {
      delete grid.dataset.picks;
      delete bar.dataset.count;
    }
    const text = `${picks.size} ${picks.size === 1 ? 'event' : 'events'} picked${note ?? ''}`;
    const says = bar.querySelector('.says');
    if (says.textContent !== text) says.textContent = text;
  };
  const clear = () => {
    if (picks.size > 0 && bar.querySelector('.left')) component.invokeMethodAsync('ClearedAsync').catch(() => { });
    picks.clear();
    anchor = null;
    show();
  };
  const add = index => picks.size < most || picks.has(index) ? (picks.add(index), true) : false;
  const toggle = index => {
    anchor = index;
    const isFull = !picks.delete(index) && !add(index);
    show(isFull ? ': no more fit' : null);
  };
  const reach = (from, to) => {
    let isFull = false;
    for (let index = Math.min(from, to); index <= Math.max(from, to) && !isFull; index++) isFull = !add(index);
    anchor = to;
    show(isFull ? ': no more fit' : null);
  };

  const rowAt = target => target.closest?.('[data-index][data-fingerprint]');
  const isPicking = event => (event.shiftKey || event.ctrlKey || event.metaKey) && event.button === 0 && !event.target.closest('a') && rowAt(event.target);
  const current = () => {
    const focused = document.activeElement?.closest('[data-index]');
    return rowAt(focused && grid.contains(focused) ? focused : grid.querySelector('[aria-selected=true]') ?? document.body);
  };
  // Shift and a click would select text.
  const press = event => {
    if (!isPicking(event)) return;
    event.preventDefault();
    rowAt(event.target).focus({ preventScroll: true });
  };
  const click = event => {
    if (!isPicking(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const index = indexOf(rowAt(event.target));
    if (event.shiftKey) reach(anchor ?? indexOf(grid.querySelector('[aria-selected=true]') ?? rowAt(event.target)), index);
    else toggle(index);
  };
  const pick = event => {
    const row = current();
    if (!row) return;
    event.preventDefault();
    toggle(indexOf(row));
  };
  // The key of the page moves the focus then.
  const extend = event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = rowAt(event.target);
    if (event.key === 'Escape' && picks.size > 0 && !document.querySelector('[data-testid=event-detail]')) {
      const hadFocus = bar.contains(event.target);
      clear();
      if (hadFocus) grid.focus();
      event.preventDefault();
    } else if (step && row && event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const last = Number(grid.dataset.rows ?? grid.getAttribute('aria-rowcount')) - 1;
      const next = indexOf(row) + step;
      reach(indexOf(row), next < 0 || next > last ? indexOf(row) : next);
    }
  };

  const asked = form => [form, [...picks].sort((one, other) => one - other), headsOf(grid), bar.dataset.listState];
  const choose = ({ target }) => {
    const button = target.closest('button');
    if (!button) return;
    const { picksCopy, picksSave, picksClear } = button.dataset;
    if (picksCopy) copyText(button, component.invokeMethodAsync('MakeAsync', ...asked(picksCopy)), lost);
    else if (picksSave) component.invokeMethodAsync('SaveAsync', ...asked(picksSave)).then(file => file ? save(file) : show(`: ${lost}`), () => show(`: ${lost}`));
    else if (picksClear !== undefined) {
      clear();
      grid.focus();
    }
  };

  const drawn = new MutationObserver(() => { if (picks.size > 0) mark(); });
  drawn.observe(grid, { childList: true, subtree: true });
  const changed = new MutationObserver(clear);
  changed.observe(bar, { attributes: true, attributeFilter: ['data-list-state'] });
  const listeners = [[grid, 'mousedown', press], [grid, 'click', click, true], [grid, 'gridpick', pick], [grid, 'keydown', extend], [bar, 'keydown', extend], [bar, 'click', choose]];
  for (const [target, ...listener] of listeners) target.addEventListener(...listener);
  // A click before this opens the event.
  bar.toggleAttribute('data-ready', true);
  return {
    stop() {
      for (const [target, ...listener] of listeners) target.removeEventListener(...listener);
      drawn.disconnect();
      changed.disconnect();
    },
  };
}

const headsOf = grid => [...grid.querySelectorAll('[data-column]')].filter(head => head.offsetParent !== null).map(({ dataset }) => dataset.column);

// The address is good for this one download.
function save(file) {
  const link = document.createElement('a');
  [link.href, link.download] = file;
  link.click();
}
