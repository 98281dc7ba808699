// Keeps what is done on the first screen before the page can act on it. What stands in the box, the
// page takes over by itself.
let done = () => {};
const over = new AbortController();
const early = (event, act) => addEventListener(event, act, { signal: over.signal });
const box = document.getElementById('paste');

const keep = (what, act = () => {}) => {
  document.querySelector('.shell').dataset.kept = what;
  done = act;
};

const keepFiles = (files) => {
  if (!files?.length) return;
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  keep('files', () => document.querySelector('.page').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true })));
};

// Of an example and a text, what came last.
early('input', () => keep('text'));
early('paste', ({ target, clipboardData }) => {
  keep('text');
  if (target === box) setTimeout(() => box.blur());
  else box.value = clipboardData.getData('text/plain') || box.value;
});
early('dragover', (event) => {
  if (event.dataTransfer.types.includes('Files')) event.preventDefault();
});
early('drop', (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  keepFiles(event.dataTransfer.files);
});
early('change', ({ target }) => keepFiles(target.files));
early('click', ({ target }) => {
  // The page begins with it, so that the first screen is not drawn once more before.
  if (target.closest('#example')) keep('example');
});
