const isDark = () => document.documentElement.dataset.theme === 'dark';

export function watch(layout) {
  document.addEventListener('themechange', () => layout.invokeMethodAsync('ThemeChangedAsync', isDark()).catch(() => { }));
  return isDark();
}

export function switchTheme() {
  const theme = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  browserStorage.write('callevents.theme', theme);
  return isDark();
}
