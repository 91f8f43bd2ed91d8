const dialog = document.getElementById('components-reconnect-modal');
const states = { show: 'trying', retrying: 'trying', failed: 'failed', paused: 'paused', 'resume-failed': 'resume-failed' };

dialog.addEventListener('components-reconnect-state-changed', event => {
  const state = event.detail.state;
  if (states[state]) dialog.dataset.state = states[state];
  if (state === 'show' && !dialog.open) dialog.showModal();
  if (state === 'hide' && dialog.open) dialog.close();
  // The server answered and does not know this page any more, after a restart or a long time without connection: the address restores everything.
  if (state === 'rejected') loadAgain();
  if (state === 'retrying' || state === 'failed') reloadWhenSignedOut();
});

document.getElementById('reconnect-load').addEventListener('click', loadAgain);
document.getElementById('reconnect-retry').addEventListener('click', connect);
document.getElementById('reconnect-resume').addEventListener('click', connect);
// A person who comes back to the tab, or to the network, need not press anything.
document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') connectAfterFailure(); });
addEventListener('online', connectAfterFailure);

function connectAfterFailure() {
  if (dialog.open && dialog.dataset.state.endsWith('failed')) connect();
}

// What was typed comes along (DraftGuard.js).
function loadAgain() {
  dialog.dataset.loads = 'again';
  location.reload();
}

async function connect() {
  const wasPaused = dialog.dataset.state === 'paused' || dialog.dataset.state === 'resume-failed';
  dialog.dataset.state = 'trying';
  try {
    if (wasPaused ? await Blazor.resumeCircuit() : await Blazor.reconnect() || await Blazor.resumeCircuit()) return;
    loadAgain();
  } catch {
    dialog.dataset.state = wasPaused ? 'resume-failed' : 'failed';
  }
}

// A session that ended meanwhile never reconnects; loading the page renews it.
async function reloadWhenSignedOut() {
  try {
    const answer = await fetch('keys', { cache: 'no-store', redirect: 'manual' });
    if (answer.status === 401) location.reload();
  } catch { /* The server is away: the next attempt will tell. */ }
}
