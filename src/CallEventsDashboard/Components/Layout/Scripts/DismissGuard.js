// Hides each [data-dismissible] whose [data-dismiss] was pressed, until the browser is closed.
const slot = 'callevents.dismissed';

const read = () => { try { return sessionStorage.getItem(slot) ?? ''; } catch { return ''; } };

// The style sheets read this, so that nothing is drawn and taken away again when a page starts.
const show = names => { document.documentElement.dataset.dismissed = names; };

show(read());

document.addEventListener('click', click => {
  const name = click.target.closest?.('[data-dismiss]')?.closest('[data-dismissible]')?.dataset.dismissible;
  if (!name) return;
  const names = `${document.documentElement.dataset.dismissed} ${name}`.trim();
  show(names);
  try { sessionStorage.setItem(slot, names); } catch { /* A choice that can't be stored holds for this page. */ }
  document.getElementById('content')?.focus();
});
