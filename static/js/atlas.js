// What every page can do with script; each page can be read without. The finder itself is
// fetched when somebody begins to use it.
for (const form of document.querySelectorAll('form.find')) {
  let finder;
  const begin = () => (finder ??= import(form.dataset.script).then((module) => module.finder(form)));
  form.hidden = false;
  form.addEventListener('focusin', begin);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    begin().then(({ enter }) => enter()).catch(() => form.submit()); // to the list of countries
  });
}

// A key alone must be one that a reader can turn off (WCAG 2.1.4).
const off = () => { try { return localStorage.slash === 'off'; } catch { return false; } };
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || off() || event.ctrlKey || event.altKey || event.metaKey || event.target.closest('input, select, textarea')) return;
  event.preventDefault();
  document.querySelector('[aria-keyshortcuts="/"]').focus();
});
