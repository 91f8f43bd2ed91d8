// Tells of each absolute time, under the pointer, which instant it is and how long ago that is by then.
import { instantTitle } from '../../Shared/InstantTitle.js';

document.addEventListener('pointerover', ({ target }) => {
  const time = target.closest?.('time[datetime]');
  if (!time) return;
  const { about, until } = time.dataset;
  time.title = [about, instantTitle(time.dateTime), until && `until ${instantTitle(until)}`].filter(Boolean).join('\n');
});
