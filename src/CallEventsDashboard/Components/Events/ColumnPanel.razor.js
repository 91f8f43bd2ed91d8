// Which columns the page has room for is known to its style sheet only.
export function columnsInView() {
  const grid = document.querySelector('[data-testid=event-scroller]');
  const names = [...grid?.querySelectorAll('[data-column]') ?? []].filter(head => head.offsetParent !== null).map(({ dataset }) => dataset.column);
  return { names, first: Number(grid?.querySelector('[data-index]')?.dataset.index ?? 0) };
}
