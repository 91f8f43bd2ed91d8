const isDark = () => document.documentElement.dataset.theme === 'dark';

export function watch(layout) {
  document.addEventListener('themechange', () => layout.invokeMethodAsync('ThemeChangedAsync', isDark()).catch(() => { }));
  return isDark();
}

export function switchTheme() {
  const theme = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  try { localStorage.setItem('callevents.theme', theme); } catch { /* A choice that can't be stored holds for this page. */ }
  return isDark();
}

export function isPrivate() {
  try { return localStorage.getItem('callevents.private') === 'true'; } catch { return false; }
}

export function keepPrivate(isPrivate) {
  try {
    if (isPrivate)
      localStorage.setItem('callevents.private', 'true');
    else
      localStorage.removeItem('callevents.private');
  } catch { /* A choice that can't be stored holds for this page. */ }
}
