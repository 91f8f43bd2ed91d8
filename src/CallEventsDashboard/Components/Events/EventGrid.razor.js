// Row heights, keys and scrolling of the list: nothing here waits for the server.
const narrow = matchMedia('(max-width: 600px)');
const heightOf = () => narrow.matches ? 52 : 32;

export function watch(grid, component) {
  const resize = () => component.invokeMethodAsync('SetRowHeightAsync', heightOf()).catch(() => { });
  const keys = event => handleKey(grid, event);
  narrow.addEventListener('change', resize);
  grid.addEventListener('keydown', keys);
  resize();
  return {
    stop() {
      narrow.removeEventListener('change', resize);
      grid.removeEventListener('keydown', keys);
    },
  };
}

export function reveal(grid, index, focus) {
  const head = headHeight(grid);
  const top = index * heightOf();
  const inView = top >= grid.scrollTop && top + heightOf() <= grid.scrollTop + grid.clientHeight - head;
  if (!inView) grid.scrollTop = Math.max(0, top - (grid.clientHeight - head) / 2);
  if (focus) focusRow(grid, index);
}

const headHeight = grid => grid.querySelector('[role=row]').offsetHeight;

const rowAt = (grid, index) => grid.querySelector(`[data-index="${index}"]`);

function handleKey(grid, event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const page = Math.max(1, Math.floor((grid.clientHeight - headHeight(grid)) / heightOf()) - 1);
  const last = Number(grid.getAttribute('aria-rowcount')) - 1;
  const at = document.activeElement?.closest('[data-index]');
  const current = at && grid.contains(at) ? Number(at.dataset.index) : Math.ceil(grid.scrollTop / heightOf()) - 1;
  const target = { ArrowDown: current + 1, j: current + 1, ArrowUp: current - 1, k: current - 1, PageDown: current + page, PageUp: current - page, Home: 0, End: last }[event.key];
  if (target !== undefined) {
    event.preventDefault();
    moveTo(grid, Math.min(Math.max(0, target), Math.max(0, last)));
  } else if ((event.key === 'Enter' || event.key === ' ') && at) {
    event.preventDefault();
    at.click();
  }
}

function moveTo(grid, index) {
  const top = index * heightOf();
  const room = grid.clientHeight - headHeight(grid);
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top + heightOf() > grid.scrollTop + room) grid.scrollTop = top + heightOf() - room;
  focusRow(grid, index);
}

// A row far away is drawn some frames after the list was scrolled to it.
function focusRow(grid, index, frames = 90) {
  const row = rowAt(grid, index);
  if (row) row.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusRow(grid, index, frames - 1));
}
