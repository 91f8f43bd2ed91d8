// A cell that had to shorten its text shows all of it under the pointer: until then it is not worth sending with every row. Once the pointer is gone,
// or the cell shows something else, nothing of it stays.
const whole = { time: 'occurredAt', name: 'eventName', type: 'eventType', leg: 'legId', session: 'sessionId' };

// As VisibleText writes them: the tip of a cell is the record's own text.
const unseen = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Z}\u115f\u1160\u3164\uffa0\u2800]/gu;
const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const code = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
export const visible = text => text.replace(unseen, found => short[found] ?? found.split('').map(code).join(''));

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
