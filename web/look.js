// The language and the colours that were chosen before, or the browser's: told to the document
// before anything is shown. What starts the page begins with this.
const remembered = (key) => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const { documentElement: root } = document;
root.lang = (remembered('lang') ?? navigator.language).startsWith('ja') ? 'ja' : 'en';
root.dataset.theme = remembered('theme') ?? 'auto';
