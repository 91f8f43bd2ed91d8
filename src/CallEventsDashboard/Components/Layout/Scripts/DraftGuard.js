// Keeps what a person typed and has not applied yet while the connection is lost: the page is drawn anew then, by another circuit or loaded again, and its
// fields are empty and their panels closed.
//
// The fields are those with an id in a [data-drafts], whose value selects what opens it, where it can be closed. A text that is a key is not kept anywhere:
// its [data-lost] says so. A page that the reconnection loads again finds the texts in the storage of the tab, for a moment; else they stay in the memory
// of the page. Where the sign-in has ended nothing is stored: somebody else may sign in.
const slot = 'callevents.drafts';
const lasts = 600_000;
const patience = 20_000;
const fields = '[data-drafts] :is(input:not([type=checkbox], [type=radio], [type=file]), textarea)[id]';
const looksLikeKey = /KEY[0-9A-Z_]{8}/i;

const typed = new WeakSet();
let held = null;

addEventListener('input', ({ target }) => { if (target.matches?.(fields)) typed.add(target); }, { capture: true, passive: true });

const dialog = document.getElementById('components-reconnect-modal');

dialog?.addEventListener('components-reconnect-state-changed', ({ detail }) => {
  if (detail.state !== 'hide') held ??= collect();
  else if (held) {
    bringBack(held);
    held = null;
  }
});

addEventListener('pagehide', () => {
  const drafts = dialog?.dataset.loads === 'again' ? held?.map(({ field, ...draft }) => draft) ?? [] : [];
  if (drafts.length > 0) browserStorage.write(slot, JSON.stringify({ address: address(), at: Date.now(), drafts }), 'tab');
});

bringBack(takeStored());

function collect() {
  const texts = [...document.querySelectorAll(fields)].filter(field => typed.has(field));
  return texts.map(field => ({
    field,
    id: field.id,
    opener: field.closest('[data-drafts]').dataset.drafts,
    isLast: field === texts.at(-1),
    text: field.type === 'password' || looksLikeKey.test(field.value) ? null : writtenIn(field),
  }));
}

// As it could be typed: what stands beside the field goes with it.
function writtenIn(field) {
  return (field.value && field.closest('[data-draft-prefix]')?.dataset.draftPrefix || '') + field.value;
}

function takeStored() {
  try {
    const stored = JSON.parse(browserStorage.read(slot, () => true, 'tab') ?? 'null');
    browserStorage.write(slot, null, 'tab');
    return stored?.address === address() && Date.now() - stored.at < lasts ? stored.drafts : [];
  } catch {
    return [];
  }
}

function address() { return location.pathname + location.search; }

// The page is drawn in several steps, and a panel only once it was opened.
function bringBack(drafts) {
  const left = new Set(drafts);
  if (left.size === 0) return;
  const [opened, start] = [new Set(), address()];
  let isActing = false;
  const step = () => {
    if (address() !== start) return stop();
    for (const draft of left) if (isBack(draft, opened, isActing)) left.delete(draft);
    if (left.size === 0) stop();
  };
  // Where the circuit is the same one, the fields are as they were. Else nothing opens and no focus moves any more under somebody's hands.
  const act = event => {
    if (!event.isTrusted) return;
    isActing = true;
    if (drafts.some(draft => draft.field?.isConnected)) stop();
  };
  const drawn = new MutationObserver(step);
  const stop = () => {
    drawn.disconnect();
    clearTimeout(givesUp);
    for (const type of ['pointerdown', 'keydown']) removeEventListener(type, act, { capture: true });
  };
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, act, { capture: true, passive: true });
  drawn.observe(document.body, { childList: true, subtree: true });
  const givesUp = setTimeout(() => stop(), patience);
  step();
}

function isBack(draft, opened, isActing) {
  const field = document.getElementById(draft.id);
  if (field && field === draft.field) return false;
  if (field) {
    if (!typed.has(field)) fill(field, draft, isActing);
    return true;
  }
  const opener = draft.opener && !draft.field?.isConnected ? document.querySelector(draft.opener) : null;
  if (opener && !opened.has(draft.opener) && !isActing) {
    opened.add(draft.opener);
    opener.click();
  }
  return false;
}

function fill(field, { id, text, isLast }, isActing) {
  if (text === null) {
    for (const lost of document.querySelectorAll(`[data-lost~="${CSS.escape(id)}"]`)) lost.hidden = false;
    return;
  }
  if (field.value !== text) {
    field.value = text;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
  if (isLast && !isActing) field.focus();
}
