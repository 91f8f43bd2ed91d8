// One delegated listener copies for every [data-copy], [data-copy-from] and [data-copy-path] of the document.
const confirmation = 1500;

let server;

// The layout of the document is the one that listens; what is copied is only named to it, for the audit.
export function listen(listener) {
  server = listener;
  if (document.documentElement.dataset.copyListener) return;
  document.documentElement.dataset.copyListener = 'on';
  document.addEventListener('click', async event => {
    const button = event.target.closest?.('[data-copy],[data-copy-from],[data-copy-path]');
    if (!button) return;
    if (button.dataset.copyKind) browserStorage.write(kindSlot, button.dataset.copyKind);
    if (await copyText(button, textOf(button))) await server?.invokeMethodAsync('CopiedAsync', kindOf(button)).catch(() => { });
  });
}

// Copies a text, or the promise of one, and says at the button whether it did. A promise of null is said as a person is to read it.
export async function copyText(button, text, nothing) {
  const copied = await write(text, button);
  if (nothing && await Promise.resolve(text).catch(() => null) === null) {
    say(`Not copied: ${nothing}`, true);
    return false;
  }
  const done = `Copied${wordsOf(button)}`;
  say(copied ? done : 'This browser refused to copy. Select the text and copy it by hand.', !copied);
  if (copied) confirm(button, done);
  return copied;
}

function kindOf({ dataset }) {
  if (dataset.copy !== undefined) return 'text';
  return dataset.copyPath === undefined ? 'record' : 'value';
}

// Which link of a list a person wants: as it is now, or rolling; null until they have said it.
const kindSlot = 'callevents.copy-link';
export const copyKind = () => browserStorage.read(kindSlot, kind => kind === 'now' || kind === 'rolling');

const isRolling = ({ copyRolling }) => copyRolling !== undefined && copyKind() === 'rolling';

function wordsOf({ dataset }) {
  if (dataset.copyRolling === undefined && dataset.copyKind === undefined) return '';
  return (dataset.copyKind ?? (isRolling(dataset) ? 'rolling' : 'now')) === 'rolling' ? ' rolling' : ' as it is now';
}

function textOf({ dataset }) {
  if (isRolling(dataset)) return dataset.copyRolling;
  if (dataset.copy !== undefined) return dataset.copy;
  const source = document.getElementById(dataset.copyFrom)?.textContent ?? null;
  return source === null || dataset.copyPath === undefined ? source : part(source, JSON.parse(dataset.copyPath));
}

// A text is copied bare, anything else as JSON. Numbers keep their digits where the browser gives them (ids beyond 2^53).
function part(source, path) {
  try {
    const keep = JSON.rawJSON ? (_, value, context) => typeof value === 'number' && context?.source ? JSON.rawJSON(context.source) : value : undefined;
    const value = path.reduce((at, key) => at?.[key], JSON.parse(source, keep));
    return value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  } catch {
    return null;
  }
}

async function write(promised, button) {
  let text = null;
  try {
    text = await promised;
    if (text === null) return false;
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return text !== null && writeByCommand(text, button);
  }
}

// Plain http beyond localhost has no clipboard API.
function writeByCommand(text, button) {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.setAttribute('aria-hidden', 'true');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    button.focus({ preventScroll: true });
  }
}

// Where the eye is: at the button, above everything else, and within the window.
function point(button, words) {
  const bubble = document.querySelector('[data-copy-bubble]');
  if (!bubble || !button.isConnected) return;
  bubble.textContent = words;
  const { left, top, bottom, width } = button.getBoundingClientRect();
  const isBelow = top < 40;
  bubble.classList.toggle('below', isBelow);
  bubble.showPopover();
  const half = bubble.offsetWidth / 2 + 4;
  bubble.style.setProperty('--x', `${Math.min(Math.max(left + width / 2, half), innerWidth - half)}px`);
  bubble.style.setProperty('--y', `${isBelow ? bottom + 6 : top - 6}px`);
  clearTimeout(bubble.closing);
  bubble.closing = setTimeout(() => bubble.hidePopover(), confirmation);
}

function say(words, isShown) {
  const status = document.querySelector('[data-copy-status]');
  status.textContent = '';
  status.classList.toggle('shown', isShown);
  requestAnimationFrame(() => { status.textContent = words; });
  clearTimeout(status.clearing);
  status.clearing = setTimeout(() => { status.textContent = ''; status.classList.remove('shown'); }, isShown ? 6000 : confirmation);
}

function confirm(button, words) {
  point(button, words);
  button.dataset.copied = '';
  clearTimeout(button.confirming);
  button.confirming = setTimeout(() => delete button.dataset.copied, confirmation);
}
