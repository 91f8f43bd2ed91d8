// Sets the theme before the first paint: the person's choice, else the system's.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const stored = () => browserStorage.read('callevents.theme', theme => theme === 'dark' || theme === 'light');
  const apply = () => { document.documentElement.dataset.theme = stored() ?? (system.matches ? 'dark' : 'light'); };
  apply();
  system.addEventListener('change', () => { apply(); document.dispatchEvent(new Event('themechange')); });
})();
