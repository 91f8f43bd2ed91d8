// The slash comes to the field from anywhere but another field; Escape empties it first and leaves it then.
export function attach(form) {
  const input = form.querySelector('input');
  const find = event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.('input, textarea, select, [contenteditable=true], [role=dialog]')) return;
    event.preventDefault();
    input.focus();
    input.select();
  };
  const leave = event => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (input.value) clear();
    else input.blur();
  };
  const clear = () => {
    input.value = '';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const refocus = event => { if (event.target.closest('[data-clear]')) input.focus(); };
  document.addEventListener('keydown', find);
  input.addEventListener('keydown', leave);
  form.addEventListener('click', refocus);
  return {
    stop() {
      document.removeEventListener('keydown', find);
      input.removeEventListener('keydown', leave);
      form.removeEventListener('click', refocus);
    },
  };
}
