// Adds the part of the notice that only a script knows: which address fails, and how. The words are in the page.
const patience = 5000;
const notice = document.getElementById('start-notice');
const load = document.getElementById('start-load');

load.addEventListener('click', () => location.reload());
notice.addEventListener('animationend', explain, { once: true });
if (isShown()) explain();

async function explain() {
  load.hidden = false;
  const finding = await find();
  if (!finding || !isShown()) return;
  for (const advice of notice.querySelectorAll('[data-cause]')) advice.hidden = advice.dataset.cause !== finding.cause;
  document.getElementById('start-address').textContent = finding.address ?? '';
  document.getElementById('start-status').textContent = finding.text;
  document.getElementById('start-finding').hidden = false;
}

// Nothing where the page is merely slow.
async function find() {
  for (const { src } of document.querySelectorAll('script[src]')) {
    const status = await ask(src, 'HEAD');
    if (status !== 200) return { cause: 'files', address: src, text: tell(status) };
  }
  const hub = new URL('_blazor', document.baseURI);
  for (const [path, method] of [['initializers', 'GET'], ['negotiate?negotiateVersion=1', 'POST']]) {
    const status = await ask(`${hub}/${path}`, method);
    if (status !== 200) return { cause: { 0: 'files', 403: 'refused', 404: 'files', 405: 'files' }[status] ?? 'server', address: `${hub}/${path}`, text: tell(status) };
  }
  if (!await opens(hub)) return { cause: 'websocket', address: hub, text: 'opens no WebSocket' };
  return document.getElementById('blazor-error-ui')?.style.display === 'block' ? { cause: 'server', text: 'the server stopped the page while it started' } : null;
}

async function ask(address, method) {
  try {
    return (await fetch(address, { method, cache: 'no-store', signal: AbortSignal.timeout(patience) })).status;
  } catch {
    return 0;
  }
}

function opens(address) {
  return new Promise(done => {
    const socket = new WebSocket(address.href.replace(/^http/, 'ws'));
    const end = isOpen => { done(isOpen); socket.close(); };
    socket.onopen = () => end(true);
    socket.onerror = () => end(false);
    setTimeout(() => end(false), patience);
  });
}

function tell(status) {
  return status === 0 ? 'is blocked or does not answer' : `answers ${status}`;
}

function isShown() {
  return notice.checkVisibility({ visibilityProperty: true });
}
