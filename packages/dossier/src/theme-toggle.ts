/** The only script of a dossier: a button between light and dark. Without it the page follows the system. */
export const themeScript = `(() => {
  const root = document.documentElement;
  const button = document.getElementById('theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const show = () => button.setAttribute('aria-pressed', String(isDark()));
  button.hidden = false;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    show();
  });
  system.addEventListener('change', show);
  show();
})();`;

/** SHA-256 of {@link themeScript}, base64, for the content security policy. */
export const themeScriptHash = 'NZN7TWrZwLN4fO6wijB/umSWFeMLgOOjH1OoN69jUC8=';
