import { copyKind } from '../Shared/CopyListener.razor.js';

// Shows which link is copied. It opens by its button, and by the first copy, until the question is answered; a click beside it closes it and is not lost.
export function attach(root) {
  const box = () => root.querySelector('.kinds');
  const toggle = () => root.querySelector('[data-kinds-toggle]');
  const show = (isOpen, isAsked = false) => {
    if (!box()) return;
    box().classList.toggle('asked', isAsked);
    box().hidden = !isOpen;
    toggle().setAttribute('aria-expanded', isOpen ? 'true' : 'false');
    for (const { dataset } of box().querySelectorAll('[data-copy-kind]')) {
      if (dataset.copyKind === copyKind()) dataset.chosen = '';
      else delete dataset.chosen;
    }
  };
  const click = ({ target }) => {
    if (!target.closest) return;
    if (!root.contains(target)) show(false);
    else if (target.closest('[data-kinds-toggle]')) show(box().hidden);
    else if (target.closest('[data-copy-kind]')) setTimeout(show, 900, false);
    else if (target.closest('[data-copy-rolling]') && copyKind() === null) show(true, true);
  };
  const leave = event => {
    if (event.key !== 'Escape' || !box() || box().hidden) return;
    event.preventDefault();
    event.stopPropagation();
    if (box().contains(document.activeElement)) toggle().focus();
    show(false);
  };
  document.addEventListener('click', click);
  document.addEventListener('keydown', leave, { capture: true });
  return {
    stop() {
      document.removeEventListener('click', click);
      document.removeEventListener('keydown', leave, { capture: true });
    },
  };
}
