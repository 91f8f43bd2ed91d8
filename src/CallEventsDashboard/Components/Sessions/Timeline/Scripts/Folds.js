// The breaks of the compressed scale, across all lanes.
export function newFolds(layer, scale) {
  layer.replaceChildren(...scale.folds.map(({ label }) => {
    const fold = document.createElement('div');
    const words = document.createElement('span');
    fold.className = 'fold';
    fold.title = label;
    words.textContent = label;
    fold.append(words);
    return fold;
  }));
}

export function drawFolds(layer, scale, view) {
  const height = layer.clientHeight;
  scale.folds.forEach(({ start, end, label }, index) => {
    const left = (start - view.from) * view.zoom;
    const width = (end - start) * view.zoom;
    const fold = layer.children[index];
    fold.hidden = left + width < 0 || left > view.width;
    fold.style.transform = `translateX(${left}px)`;
    fold.style.width = `${width}px`;
    const words = height < label.length * 6.6 ? label.replace(' without events', '') : label;
    fold.firstChild.hidden = width < 14;
    if (fold.firstChild.textContent !== words) fold.firstChild.textContent = words;
  });
}
