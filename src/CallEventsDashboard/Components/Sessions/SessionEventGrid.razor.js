import { reveal } from '../Events/EventGrid.razor.js';

// Follows a selection that was made elsewhere. The focus goes along only where it was in the list already.
export function follow(grid, index) {
  reveal(grid, index, grid.contains(document.activeElement));
}
