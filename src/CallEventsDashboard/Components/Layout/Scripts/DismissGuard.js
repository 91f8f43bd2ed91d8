// Hides each [data-dismissible] whose [data-dismiss] was pressed, until the browser is closed.
const slot = 'callevents.dismissed';

const isNames = text => /^[a-z -]{1,200}$/.test(text);

// The style sheets read this, so that nothing is drawn and taken away again when a page starts.
const show = names => { document.documentElement.dataset.dismissed = names; };

show(browserStorage.read(slot, isNames, 'tab') ?? '');

document.addEventListener('click', click => {
  const name = click.target.closest?.('[data-dismiss]')?.closest('[data-dismissible]')?.dataset.dismissible;
  if (!name) return;
  const names = `${document.documentElement.dataset.dismissed} ${name}`.trim();
  show(names);
  browserStorage.write(slot, names, 'tab');
  document.getElementById('content')?.focus();
});
