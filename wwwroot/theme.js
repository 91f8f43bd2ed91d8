// Sets the theme before the first paint: the person's choice, else the system's.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const stored = () => { try { return localStorage.getItem('callevents.theme'); } catch { return null; } };
  const apply = () => { document.documentElement.dataset.theme = stored() ?? (system.matches ? 'dark' : 'light'); };
  apply();
  system.addEventListener('change', () => { apply(); document.dispatchEvent(new Event('themechange')); });
})();
