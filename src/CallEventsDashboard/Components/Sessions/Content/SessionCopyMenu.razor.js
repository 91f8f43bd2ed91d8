// Copies in the browser. What the server has to write comes here first and goes nowhere else.
import { copyText } from '../../Shared/CopyListener.razor.js';

// The page's style sheet styles the drawing: a copy has to carry the styles itself.
const looks = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'font-family', 'font-size', 'font-style', 'font-weight'];
const kept = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'd', 'width', 'height', 'text-anchor'];

export function watch(menu, component) {
  const choose = event => {
    const item = event.target.closest('[data-make],[data-svg]');
    if (!item) return;
    const text = item.dataset.make ? component.invokeMethodAsync('MakeAsync', item.dataset.make) : drawing(item.dataset.svg);
    if (item.dataset.svg) component.invokeMethodAsync('DrawnAsync').catch(() => { });
    copyText(item, text);
  };
  menu.addEventListener('click', choose);
  return { stop: () => menu.removeEventListener('click', choose) };
}

function drawing(id) {
  const source = document.getElementById(id);
  if (!source) return null;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const name of ['width', 'height', 'viewBox']) svg.setAttribute(name, source.getAttribute(name));
  const ground = document.createElementNS(svg.namespaceURI, 'rect');
  for (const [name, value] of [['width', '100%'], ['height', '100%'], ['fill', getComputedStyle(source).backgroundColor]]) ground.setAttribute(name, value);
  svg.append(ground);
  for (const shape of source.querySelectorAll('text, line, path')) {
    const style = getComputedStyle(shape);
    const copy = document.createElementNS(svg.namespaceURI, shape.tagName);
    for (const name of kept) if (shape.hasAttribute(name)) copy.setAttribute(name, shape.getAttribute(name));
    for (const name of looks) {
      const value = style.getPropertyValue(name);
      if (value && !(name.startsWith('font') && shape.tagName !== 'text')) copy.setAttribute(name, value);
    }
    copy.textContent = shape.textContent;
    svg.append(copy);
  }
  return new XMLSerializer().serializeToString(svg);
}
