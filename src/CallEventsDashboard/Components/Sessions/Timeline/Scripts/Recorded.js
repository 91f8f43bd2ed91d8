// Places what the call record says, which the server wrote with its times: microseconds from the start of the session.
const edge = 60;

export function drawRecorded(bars, scale, view) {
  const x = time => (scale.place(Number(time)) - view.from) * view.zoom;
  for (const bar of bars) {
    const { start, answered, end } = bar.dataset;
    const left = Math.max(x(start), -edge);
    const right = Math.min(x(end), view.width + edge);
    bar.hidden = right < 0 || left > view.width;
    bar.style.left = `${left}px`;
    bar.style.width = `${Math.max(3, right - left)}px`;
    bar.style.setProperty('--answered', answered === undefined ? '100%' : `${x(answered) - left}px`);
    // The words stay in sight.
    bar.style.textIndent = `${Math.max(0, -left)}px`;
    // Where there is room beside a bar, words that don't fit into it stand there.
    const words = bar.firstElementChild.offsetWidth;
    bar.dataset.words = words <= right - left ? 'within' : right + words <= view.width ? 'after' : 'before';
  }
}
