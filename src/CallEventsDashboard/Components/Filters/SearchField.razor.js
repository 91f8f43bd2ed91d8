// Escape empties the field first and leaves it then.
export function attach(form) {
  const input = form.querySelector('input');
  const leave = event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (input.value) {
      input.focus();
      clear();
    } else input.blur();
  };
  const clear = () => {
    input.value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  // The offers below the field are a column of buttons: arrows go through them.
  const walk = event => {
    const steps = [input, ...form.querySelectorAll('[data-testid=search-offer],[data-testid=search-text]')];
    const at = steps.indexOf(document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key];
    if (steps.length < 2 || at < 0 || next === undefined) return;
    event.preventDefault();
    steps.at(next % steps.length).focus();
  };
  const refocus = event => { if (event.target.closest('[data-clear]')) input.focus(); };
  form.addEventListener('keydown', leave);
  form.addEventListener('click', refocus);
  form.addEventListener('keydown', walk);
  return {
    stop() {
      form.removeEventListener('keydown', leave);
      form.removeEventListener('click', refocus);
      form.removeEventListener('keydown', walk);
    },
  };
}
