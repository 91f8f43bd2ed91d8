import { visible } from '../Shared/VisibleText.js';

// What a cell had to shorten is told in full to whoever points at it: until then it is not worth sending with every row. Once the pointer is gone,
// or the cell shows something else, nothing of it stays.
const whole = { time: 'occurredAt', name: 'eventName', type: 'eventType', leg: 'legId', session: 'sessionId' };

export function tellCells(grid) {
  let told = null;
  const tell = () => {
    const sent = told.parentElement.dataset[whole[told.classList[0]]];
    told.title = sent ? visible(sent) : told.textContent.trim();
  };
  const changes = new MutationObserver(tell);
  const point = event => {
    const cell = event.type === 'pointerover' ? event.target.closest('[data-testid=event-row] > *') : null;
    if (cell === told) return;
    changes.disconnect();
    told?.removeAttribute('title');
    told = cell;
    if (!told) return;
    tell();
    changes.observe(told, { childList: true, characterData: true, subtree: true });
  };
  grid.addEventListener('pointerover', point);
  grid.addEventListener('pointerleave', point);
  return () => {
    changes.disconnect();
    grid.removeEventListener('pointerover', point);
    grid.removeEventListener('pointerleave', point);
  };
}
