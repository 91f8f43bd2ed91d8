// What a session's list has beyond that of the events: steps along a leg, and following a selection that was made elsewhere.
import { reveal } from '../Events/EventGrid.razor.js';

export function watch(grid, component) {
  const keys = event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    const step = { '.': 1, ',': -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    component.invokeMethodAsync('StepAsync', step).catch(() => { });
  };
  grid.addEventListener('keydown', keys);
  return { stop: () => grid.removeEventListener('keydown', keys) };
}

// The focus goes along only where it was in the list already.
export function follow(grid, index) {
  reveal(grid, index, grid.contains(document.activeElement));
}
