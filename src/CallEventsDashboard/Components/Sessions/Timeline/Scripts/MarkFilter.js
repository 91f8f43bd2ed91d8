import { flag } from './TimelineNumbers.js';

// Which marks are shown: those of the families that are pressed, all while none is; of those, where it is pressed, only the failed ones.
export class MarkFilter {
  constructor(root, only) {
    this.root = root;
    this.use(only);
  }

  // As an address writes them: with a comma between two, nothing for all.
  use(only) {
    this.only = new Set(only ? only.split(',') : []);
    this.draw();
  }

  get isOff() { return this.only.size === 0; }

  toggled(name) { return (this.only.has(name) ? [...this.only].filter(it => it !== name) : [...this.only, name]).join(','); }

  shows(order, { head, marks }) {
    const families = [...this.only].filter(name => name !== 'failed');
    return (families.length === 0 || families.includes(head.sorts[marks.sort[order]].family))
      && (!this.only.has('failed') || (marks.flags[order] & (flag.failed | flag.someFailed)) > 0);
  }

  // The server writes the buttons, and may write more of them later.
  draw() {
    for (const button of this.root.querySelectorAll('[data-only]')) button.setAttribute('aria-pressed', this.only.has(button.dataset.only));
  }
}
