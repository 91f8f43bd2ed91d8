// Makes every details[data-menu] of the page behave as a menu, and lets Escape close one of MudBlazor's wherever the focus is.
//
// A menu closes on Escape, when the focus leaves it, and on a click outside, which does nothing else: whoever closes a menu does not mean what lies below.
const copyItem = '[data-copy],[data-copy-from],[data-make],[data-svg]';

const openMenus = () => [...document.querySelectorAll('details[data-menu][open]')];

for (const type of ['pointerdown', 'mousedown', 'click']) addEventListener(type, press, { capture: true });
document.addEventListener('keydown', escape, { capture: true });
document.addEventListener('focusout', leave);
document.addEventListener('click', choose);

function press(event) {
  if (!event.isTrusted) return;
  const outside = openMenus().filter(menu => !menu.contains(event.target));
  // A menu that only stays to show what it did is no longer in the way.
  if (outside.some(menu => !menu.querySelector('[data-copied]'))) {
    event.preventDefault();
    event.stopPropagation();
  }
  if (event.type === 'click') for (const menu of outside) menu.open = false;
}

function escape(event) {
  if (event.key !== 'Escape') return;
  const menu = openMenus().at(-1);
  // MudBlazor's own menu, opened by the mouse, leaves the focus on what opened it and hears no key.
  const beside = document.querySelector('.mud-popover-open [role=menu]') && document.querySelector('.mud-overlay');
  if (!menu && !beside) return;
  event.preventDefault();
  event.stopPropagation();
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  } else {
    document.querySelector('.mud-menu-activator[aria-expanded=true]')?.focus();
    beside.click();
  }
}

function leave({ target, relatedTarget }) {
  const menu = target.closest?.('details[data-menu][open]');
  if (menu && relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
}

// A chosen item closes its menu too, but one that copies keeps it open long enough to be seen to have worked.
function choose({ target }) {
  const menu = target.closest?.('details[data-menu][open]');
  if (!menu) return;
  if (target.closest('[data-filter], [data-choice]')) menu.open = false;
  else if (target.closest(copyItem)) setTimeout(() => { menu.open = false; }, 900);
}
