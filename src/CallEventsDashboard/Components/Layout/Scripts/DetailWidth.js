// The width of the pane beside a list: dragged by its edge, or moved by the arrows while that has the focus, and remembered by this browser.
const slot = 'callevents.detail-width';
const usual = 400;
const least = 300;
const step = 20;

const most = () => Math.max(least, Math.min(900, innerWidth - 460));
const within = width => Math.round(Math.min(Math.max(least, width), most()));
const edgeOf = event => event.target.closest?.('[data-detail-edge]');

let width = Number(browserStorage.read(slot, text => /^\d{3}$/.test(text)) ?? usual);
show();

document.addEventListener('pointerdown', event => {
  const edge = edgeOf(event);
  if (!edge || event.button !== 0) return;
  event.preventDefault();
  edge.focus();
  edge.setPointerCapture(event.pointerId);
  const end = edge.parentElement.getBoundingClientRect().right;
  const drag = ({ clientX }) => use(edge, end - clientX);
  const stop = () => {
    edge.removeEventListener('pointermove', drag);
    keep();
  };
  edge.addEventListener('pointermove', drag);
  edge.addEventListener('lostpointercapture', stop, { once: true });
});

document.addEventListener('dblclick', event => change(edgeOf(event), usual));

document.addEventListener('keydown', event => {
  const edge = edgeOf(event);
  const wanted = { ArrowLeft: width + step, ArrowRight: width - step, Home: least, End: most() }[event.key];
  if (!edge || wanted === undefined) return;
  event.preventDefault();
  change(edge, wanted);
});

document.addEventListener('focusin', event => edgeOf(event)?.setAttribute('aria-valuenow', width));

function change(edge, wanted) {
  if (!edge) return;
  use(edge, wanted);
  keep();
}

function use(edge, wanted) {
  width = within(wanted);
  edge.setAttribute('aria-valuenow', width);
  show();
}

// A window that is narrower than the one that it was chosen in leaves room for the list.
function show() { document.documentElement.style.setProperty('--detail-width', `min(${width}px, max(${least}px, 100vw - 460px))`); }

function keep() { browserStorage.write(slot, width === usual ? null : String(width)); }
