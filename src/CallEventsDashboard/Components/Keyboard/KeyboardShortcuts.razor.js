import { find } from './KeyMatch.js';

// The keys of the pages. Nothing here waits for the server: a key presses what a person could click, or moves in the list.
const slot = 'callevents.keys';
const isOff = () => browserStorage.read(slot, value => value === 'off') !== null;

const field = 'input, textarea, select, [contenteditable=true]';
const over = 'dialog[open], [aria-modal=true], .mud-dialog, .mud-popover-open, details[data-menu][open]';
const gridOf = () => document.querySelector('[role=grid]');

export function listen(help, status) {
  const bindings = [...help.querySelectorAll('[data-action]')].map(({ dataset: { action, keys, place, presses } }) => ({ action, keys: keys.split(' '), place, presses }));
  const single = help.querySelector('[data-single-keys]');
  single.checked = !isOff();

  const press = event => {
    if (event.defaultPrevented) return;
    const grid = gridOf();
    const target = event.target.closest ? event.target : document.body;
    const binding = find(bindings, {
      key: event.key, code: event.code, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey, shiftKey: event.shiftKey, isComposing: event.isComposing,
      isAltGraph: event.getModifierState('AltGraph'), isCapsLock: event.getModifierState('CapsLock'),
    }, {
      isBlocked: document.querySelector(over) !== null,
      isTyping: target.closest(field) !== null,
      isInGrid: grid !== null && (grid.contains(target) || (target === document.body && !isSessionPage())),
      isOnRow: grid !== null && grid.contains(target) && target.matches('[data-index]'),
      isOff: isOff(),
    });
    if (binding && act(binding, event, { grid, help, say: text => say(status, text) })) event.preventDefault();
  };
  const click = ({ target }) => {
    if (target.closest?.('[data-opens=key-help]')) help.showModal();
    // A click on the dialog itself is one beside its content.
    else if (target === help || target.closest?.('[data-close-dialog]')?.closest('dialog') === help) help.close();
    else if (target.closest?.('a, [data-index]')) noteSessions();
  };
  const choose = () => browserStorage.write(slot, single.checked ? null : 'off');
  document.addEventListener('keydown', press);
  document.addEventListener('click', click, { capture: true });
  single.addEventListener('change', choose);
  return {
    stop() {
      document.removeEventListener('keydown', press);
      document.removeEventListener('click', click, { capture: true });
      single.removeEventListener('change', choose);
    },
  };
}

// Whether the key was of any use.
function act({ action, presses }, event, { grid, help, say }) {
  if (presses) return !event.repeat && pressOne(document.querySelector(presses));
  if (action === 'help') return !event.repeat && (help.showModal(), true);
  if (action === 'palette') return !event.repeat && pressOne(document.querySelector('[data-opens=palette]'));
  if (action === 'open') return pressOne(event.target);
  if (action === 'session') return !event.repeat && pressOne(sessionLink(grid));
  if (action === 'compare') return !event.repeat && compare(grid);
  if (action === 'pick') return !event.repeat && grid !== null && !grid.dispatchEvent(new CustomEvent('gridpick', { cancelable: true }));
  if (action.endsWith('-session') && sessionOfPage()) return !event.repeat && goToSession(action === 'next-session' ? 1 : -1, say);
  if (!grid) return false;
  grid.dispatchEvent(new CustomEvent('gridmove', { detail: { move: action, say } }));
  return true;
}

function pressOne(element) {
  if (!element || element.disabled || element.closest('[inert]')) return false;
  if (element.matches('input')) {
    element.focus();
    element.select();
  } else element.click();
  return true;
}

// Of the open event, else of the row that has the focus.
const sessionLink = grid => document.querySelector('[data-testid=event-detail] [data-key=session]')
  ?? document.activeElement?.closest('[data-index]')?.querySelector('a[href*="sessions/"]')
  ?? grid?.querySelector('[aria-selected=true] a[href*="sessions/"]');

// The open event, else the row that has the focus or is open, else the session of the page.
function compare(grid) {
  // What is shown from a file can't be read again to be compared.
  if (document.querySelector('[data-testid=from-file]')) return false;
  const button = document.querySelector('[data-testid=event-detail] [data-compare]');
  const row = document.activeElement?.closest('[data-index]') ?? grid?.querySelector('[aria-selected=true]');
  const session = row?.dataset.sessionId || sessionOfPage();
  const item = button?.dataset.compare
    ?? (row && session ? [session, row.dataset.fingerprint].filter(Boolean).join('/') : document.querySelector('[data-compare]')?.dataset.compare);
  return item !== undefined && document.dispatchEvent(new CustomEvent('comparemark', { detail: item }));
}

// The sessions of the rows around the one that was opened, in the order of the list that a person came from.
const listSlot = 'callevents.sessions';
const isIds = text => /^[0-9a-f-]{36}(,[0-9a-f-]{36})*$/.test(text) && text.length < 20000;
const isSessionPage = () => Boolean(sessionOfPage()) || location.pathname.endsWith('/sessions/open');
const sessionOfPage = () => /\/sessions\/([0-9a-f-]{36})$/.exec(location.pathname)?.[1];

function noteSessions() {
  if (isSessionPage()) return;
  const ids = [...new Set([...document.querySelectorAll('[data-index][data-session-id]')].map(row => row.dataset.sessionId.toLowerCase()))].filter(id => id.length === 36);
  if (ids.length > 0) browserStorage.write(listSlot, ids.join(','), 'tab');
}

function goToSession(step, say) {
  const ids = browserStorage.read(listSlot, isIds, 'tab')?.split(',') ?? [];
  const at = ids.indexOf(sessionOfPage());
  const next = at < 0 ? undefined : ids[at + step];
  if (!next) {
    say(`No ${step > 0 ? 'next' : 'previous'} session was in view in the list.`);
    return true;
  }
  const address = new URL(location.href);
  address.pathname = address.pathname.replace(/[^/]+$/, next);
  for (const name of ['event', 'leg']) address.searchParams.delete(name);
  Blazor.navigateTo(address.pathname + address.search);
  return true;
}

function say(status, text) {
  status.textContent = '';
  requestAnimationFrame(() => { status.textContent = text; });
}
