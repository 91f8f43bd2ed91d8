// The palette: a field, and a list below it that is walked by arrows while the focus stays in the field.
export function attach(dialog, component) {
  const input = dialog.querySelector('[role=combobox]');
  const list = dialog.querySelector('[role=listbox]');
  const options = () => [...list.querySelectorAll('[role=option]')];
  let isAwaited = false;

  const activate = option => {
    for (const other of options()) other.setAttribute('aria-selected', other === option ? 'true' : 'false');
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  };
  const active = () => options().find(option => option.getAttribute('aria-selected') === 'true');
  // What is listed may still be for the letters before.
  const isCurrent = () => (list.dataset.for ?? '') === input.value;
  const take = () => {
    isAwaited = !isCurrent();
    if (!isAwaited) active()?.click();
  };
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    input.value = '';
    isAwaited = false;
    if (isCurrent()) activate(options()[0]);
    component.invokeMethodAsync('OpenedAsync').catch(() => { });
  };
  const listed = new MutationObserver(() => {
    if (!isCurrent()) return;
    activate(options()[0]);
    list.scrollTop = 0;
    if (isAwaited) take();
  });
  const key = event => {
    if (event.isComposing) return;
    const all = options();
    const at = all.indexOf(active());
    const next = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length }[event.key];
    if (event.key === 'Enter') take();
    else if (next !== undefined && all.length > 0) activate(all[next]);
    else return;
    event.preventDefault();
  };
  const press = event => {
    const option = event.target.closest('[role=option]');
    if (!option && event.target !== dialog) return;
    dialog.close();
    if (!option?.dataset.presses) return;
    event.preventDefault();
    document.querySelector(option.dataset.presses)?.click();
  };
  const opener = ({ target }) => { if (target.closest?.('[data-opens=palette]')) open(); };
  document.addEventListener('click', opener);
  dialog.addEventListener('keydown', key);
  dialog.addEventListener('click', press);
  listed.observe(list, { attributes: true, attributeFilter: ['data-for'], childList: true, subtree: true });
  return {
    stop() {
      document.removeEventListener('click', opener);
      dialog.removeEventListener('keydown', key);
      dialog.removeEventListener('click', press);
      listed.disconnect();
    },
  };
}
