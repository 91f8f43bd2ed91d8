// A column is made wider or narrower by the edge of its head. While it is dragged the browser draws it; the server hears of it once, at the end.
const edge = 9;
const least = 44;
const most = 900;

const headsOf = grid => [...grid.querySelectorAll('[data-column]')].filter(head => head.offsetParent !== null);

export function resizeColumns(grid, component) {
  let drag = null;
  const begin = event => {
    const head = event.target.closest?.('[data-column]');
    if (!head || event.button !== 0 || head.getBoundingClientRect().right - event.clientX > edge) return;
    const heads = headsOf(grid);
    drag = { at: heads.indexOf(head), names: heads.map(({ dataset }) => dataset.column), widths: heads.map(one => one.offsetWidth), x: event.clientX, width: head.offsetWidth };
    head.setPointerCapture(event.pointerId);
    event.preventDefault();
  };
  const move = event => {
    if (!drag) return;
    drag.width = Math.round(Math.min(most, Math.max(least, drag.widths[drag.at] + event.clientX - drag.x)));
    grid.style.setProperty('--columns', drag.widths.map((width, at) => `${at === drag.at ? drag.width : width}px`).join(' '));
    grid.style.setProperty('--least', `${drag.widths.reduce((sum, width) => sum + width, drag.width - drag.widths[drag.at])}px`);
  };
  const end = event => {
    if (!drag) return;
    const { at, names, widths, width } = drag;
    drag = null;
    const release = () => { for (const name of ['--columns', '--least']) grid.style.removeProperty(name); };
    if (event.type === 'pointercancel' || width === widths[at]) return release();
    component.invokeMethodAsync('ResizeColumnAsync', names[at], width, names).then(release, release);
  };
  grid.addEventListener('pointerdown', begin);
  grid.addEventListener('pointermove', move);
  grid.addEventListener('pointerup', end);
  grid.addEventListener('pointercancel', end);
  return () => {
    grid.removeEventListener('pointerdown', begin);
    grid.removeEventListener('pointermove', move);
    grid.removeEventListener('pointerup', end);
    grid.removeEventListener('pointercancel', end);
  };
}
