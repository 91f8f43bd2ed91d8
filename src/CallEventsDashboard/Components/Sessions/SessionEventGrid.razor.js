import { reveal } from '../Events/EventGrid.razor.js';

// Follows a selection that was made elsewhere. The focus goes along only where it was in the list already; the page moves only for a link that was opened.
export function follow(grid, index, isOpening) {
  reveal(grid, index, grid.contains(document.activeElement));
  if (isOpening) grid.scrollIntoView({ block: 'nearest' });
}
