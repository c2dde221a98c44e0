/** Light or dark: as the system says, unless somebody here decided otherwise. */
const KEY = 'bomstream.theme';

export function applyTheme(): void {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
}

export function switchTheme(): void {
  const { dataset } = document.documentElement;
  const isDark = dataset.theme === undefined
    ? matchMedia('(prefers-color-scheme: dark)').matches
    : dataset.theme === 'dark';
  dataset.theme = isDark ? 'light' : 'dark';
  localStorage.setItem(KEY, dataset.theme);
}
