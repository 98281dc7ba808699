// Keeps what is done on the first screen before the page can act on it. What stands in the box, the
// page takes over by itself.
let done = () => {};
const over = new AbortController();
const early = (event, act) => addEventListener(event, act, { signal: over.signal });
const box = document.getElementById('paste');

const keep = (act) => {
  document.querySelector('.shell').dataset.kept = '';
  done = act;
};

const keepFiles = (files) => {
  if (!files?.length) return;
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  keep(() => document.querySelector('.page').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true })));
};

early('paste', ({ target, clipboardData }) => {
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
  if (target.closest('#example')) keep(() => document.getElementById('example').click());
});
