const controls = 'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

export function focusFirst(content) {
  if (content.contains(document.activeElement)) return;
  [...content.querySelectorAll(controls)].find(control => control.checkVisibility())?.focus();
}
