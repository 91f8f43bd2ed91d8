export function watch(component) {
  const isVisible = () => document.visibilityState === 'visible';
  const tell = () => component.invokeMethodAsync('VisibilityChangedAsync', isVisible()).catch(() => { });
  document.addEventListener('visibilitychange', tell);
  if (!isVisible()) tell();
  return { stop: () => document.removeEventListener('visibilitychange', tell) };
}
