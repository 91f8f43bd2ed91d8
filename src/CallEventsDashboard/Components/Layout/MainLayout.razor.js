const isDark = () => document.documentElement.dataset.theme === 'dark';

export function watch(layout) {
  document.addEventListener('themechange', () => layout.invokeMethodAsync('ThemeChangedAsync', isDark()).catch(() => { }));
  // The dark theme would take a page of ink.
  let isPrintedLight = false;
  addEventListener('beforeprint', () => {
    isPrintedLight = isDark();
    if (isPrintedLight) document.documentElement.dataset.theme = 'light';
  });
  addEventListener('afterprint', () => { if (isPrintedLight) document.documentElement.dataset.theme = 'dark'; });
  return isDark();
}

export function switchTheme() {
  const theme = isDark() ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme;
  browserStorage.write('callevents.theme', theme);
  return isDark();
}

// The name of the zone that the browser is in, where it has one.
export const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? null;
