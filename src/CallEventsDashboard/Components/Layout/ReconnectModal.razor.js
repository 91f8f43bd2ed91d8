import { dropPlace, keepPlace, storePlace } from '../Events/EventGrid.razor.js';

const dialog = document.getElementById('components-reconnect-modal');
const states = { show: 'trying', retrying: 'trying', failed: 'failed', paused: 'paused', 'resume-failed': 'resume-failed' };
let firstTouch = null;

dialog.addEventListener('components-reconnect-state-changed', event => {
  const state = event.detail.state;
  if (states[state]) dialog.dataset.state = states[state];
  if (state === 'show' && !dialog.open) {
    // A press on a button of the dialog is no wish for another place.
    firstTouch?.abort();
    keepPlace();
    dialog.showModal();
  }
  if (state === 'hide' && dialog.open) close();
  // The server answered and does not know this page any more, after a restart or a long time without connection: the address restores everything.
  if (state === 'rejected') reload();
  if (state === 'retrying' || state === 'failed') reloadWhenSignedOut();
});

document.getElementById('reconnect-load').addEventListener('click', reload);
document.getElementById('reconnect-retry').addEventListener('click', connect);
document.getElementById('reconnect-resume').addEventListener('click', connect);
// Who comes back to the tab, or to the network, need not press anything.
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') connectAfterFailure(); });
addEventListener('online', connectAfterFailure);

// A page that lives on where it was has its place; one that was built anew takes it at once, before anybody touches it.
function close() {
  dialog.close();
  firstTouch = new AbortController();
  for (const type of ['pointerdown', 'wheel', 'keydown']) addEventListener(type, dropPlace, { capture: true, once: true, passive: true, signal: firstTouch.signal });
}

function reload() {
  storePlace();
  location.reload();
}

function connectAfterFailure() {
  if (dialog.open && dialog.dataset.state.endsWith('failed')) connect();
}

async function connect() {
  const wasPaused = dialog.dataset.state === 'paused' || dialog.dataset.state === 'resume-failed';
  dialog.dataset.state = 'trying';
  try {
    if (wasPaused ? await Blazor.resumeCircuit() : await Blazor.reconnect() || await Blazor.resumeCircuit()) return;
    reload();
  } catch {
    dialog.dataset.state = wasPaused ? 'resume-failed' : 'failed';
  }
}

// A session that ended meanwhile never reconnects; loading the page renews it.
async function reloadWhenSignedOut() {
  try {
    const answer = await fetch('keys', { cache: 'no-store', redirect: 'manual' });
    if (answer.status === 401) reload();
  } catch { /* The server is away: the next attempt will tell. */ }
}
