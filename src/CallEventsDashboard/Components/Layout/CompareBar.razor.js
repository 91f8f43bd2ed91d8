// What is marked to be compared: SESSION or SESSION/EVENT. It is the tab's own, and ends with it.
const slot = 'callevents.compare';
const isItem = text => /^[0-9a-f-]{36}(\/[0-9a-f~-]{1,100})?$/.test(text);
const marked = () => browserStorage.read(slot, isItem, 'tab');
const isEvent = item => item.includes('/');

export function attach(bar) {
  const says = bar.querySelector('.says');
  const show = () => {
    const item = marked();
    bar.hidden = item === null;
    says.textContent = item === null ? '' : `${isEvent(item) ? 'Event of session' : 'Session'} ${item.slice(0, 8)} is marked to compare.`;
  };
  const mark = item => {
    const other = marked();
    if (!isItem(item)) return;
    if (other === null || other === item || isEvent(other) !== isEvent(item)) {
      browserStorage.write(slot, other === item ? null : item, 'tab');
      show();
      return;
    }
    browserStorage.write(slot, null, 'tab');
    show();
    const target = new URL('compare', document.baseURI);
    const key = new URLSearchParams(location.search).get('key');
    // A slash may stand in a query as it is, and so the page writes it.
    target.search = `?a=${other}&b=${item}${key === null ? '' : `&key=${encodeURIComponent(key)}`}`;
    Blazor.navigateTo(target.href);
  };
  const click = ({ target }) => {
    const button = target.closest?.('[data-compare]');
    if (button) mark(button.dataset.compare);
    else if (target.closest?.('[data-compare-clear]')) {
      browserStorage.write(slot, null, 'tab');
      show();
    }
  };
  const press = ({ detail }) => mark(detail.toLowerCase());
  document.addEventListener('click', click);
  document.addEventListener('comparemark', press);
  show();
  return {
    stop() {
      document.removeEventListener('click', click);
      document.removeEventListener('comparemark', press);
    },
  };
}
