// Bars are pointed at, dragged over and walked along without asking the server; only the range that was chosen goes there.
export function watch(section, component) {
  let from = null;
  let to = null;
  let isDragging = false;
  const bars = () => [...section.querySelectorAll('[data-testid=volume-bar]')];
  const barAt = event => event.target.closest?.('[data-testid=volume-bar]') ?? bars().find(bar => {
    const box = bar.querySelector('.room').getBoundingClientRect();
    return event.clientX >= box.left && event.clientX < box.right;
  });
  const indexOf = bar => bars().indexOf(bar);

  const mark = () => {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    for (const bar of bars()) bar.classList.toggle('chosen', from !== null && indexOf(bar) >= first && indexOf(bar) <= last);
  };
  const clear = () => { from = to = null; mark(); };
  const choose = () => {
    if (from === null) return;
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    clear();
    component.invokeMethodAsync('ChooseAsync', first, last).catch(() => { });
  };
  const tell = bar => {
    const tip = section.querySelector('.tip');
    if (!tip) return;
    tip.hidden = !bar;
    if (!bar) return;
    const chosen = [...section.querySelectorAll('.chosen')];
    const sum = chosen.reduce((total, one) => total + Number(one.dataset.count), 0);
    tip.textContent = chosen.length > 1 ? `${sum.toLocaleString('en-US')} events in ${chosen.length} bars` : bar.getAttribute('aria-label');
    const [box, room] = [bar.querySelector('.room').getBoundingClientRect(), tip.parentElement.getBoundingClientRect()];
    const middle = box.left + box.width / 2 - room.left - tip.offsetWidth / 2;
    tip.style.left = `${Math.max(0, Math.min(middle, room.width - tip.offsetWidth))}px`;
  };

  const listeners = {
    pointerdown(event) {
      const bar = event.button === 0 && event.target.closest('svg') && barAt(event);
      if (!bar) return;
      from = to = indexOf(bar);
      isDragging = true;
      mark();
      event.target.closest('svg').setPointerCapture(event.pointerId);
    },
    pointermove(event) {
      if (!event.target.closest('svg')) return tell(null);
      const bar = barAt(event);
      if (isDragging && bar) {
        to = indexOf(bar);
        mark();
      }
      tell(bar);
    },
    pointerup() {
      if (isDragging) choose();
      isDragging = false;
    },
    pointercancel() {
      isDragging = false;
      clear();
    },
    pointerleave() { tell(null); },
    focusin: ({ target }) => { if (target.matches('[data-testid=volume-bar]')) tell(target); },
    focusout: () => tell(null),
    keydown(event) {
      const all = bars();
      const at = all.indexOf(event.target);
      if (at < 0) return;
      const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
      if (next !== undefined && all[next]) {
        event.preventDefault();
        for (const bar of all) bar.tabIndex = bar === all[next] ? 0 : -1;
        if (event.shiftKey) [from, to] = [from ?? at, next]; else from = to = null;
        mark();
        all[next].focus();
      } else if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        if (from === null) from = to = at;
        choose();
      } else if (event.key === 'Escape' && from !== null) {
        event.stopPropagation();
        clear();
      }
    },
  };
  for (const [type, listener] of Object.entries(listeners)) section.addEventListener(type, listener);
  return { stop() { for (const [type, listener] of Object.entries(listeners)) section.removeEventListener(type, listener); } };
}
