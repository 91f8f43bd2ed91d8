const dialog = document.getElementById('components-reconnect-modal');

dialog.addEventListener('components-reconnect-state-changed', event => {
  const state = event.detail.state;
  if (state === 'show' && !dialog.open) dialog.showModal();
  if (state === 'hide' && dialog.open) dialog.close();
  // The server answered and does not know this page any more, after a restart for instance: the address restores everything.
  if (state === 'rejected') location.reload();
  if (state === 'retrying' || state === 'failed') reloadWhenSignedOut();
  if (state === 'failed') document.addEventListener('visibilitychange', reloadWhenVisible);
});

document.getElementById('reconnect-load').addEventListener('click', () => location.reload());

// A session that ended meanwhile never reconnects; loading the page renews it.
async function reloadWhenSignedOut() {
  try {
    const answer = await fetch('keys', { cache: 'no-store', redirect: 'manual' });
    if (answer.status === 401) location.reload();
  } catch { /* The server is away: the next attempt will tell. */ }
}

function reloadWhenVisible() {
  if (document.visibilityState === 'visible') location.reload();
}
