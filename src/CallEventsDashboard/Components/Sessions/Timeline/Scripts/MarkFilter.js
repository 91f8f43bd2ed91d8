import { flag } from './TimelineNumbers.js';

// Which marks are shown: those of the families that are pressed, all while none is; of those, where it is pressed, only the failed ones.
export class MarkFilter {
  constructor() { this.only = new Set(); }

  get isOff() { return this.only.size === 0; }

  toggle(name) { if (!this.only.delete(name)) this.only.add(name); }

  shows(order, { head, marks }) {
    const families = [...this.only].filter(name => name !== 'failed');
    return (families.length === 0 || families.includes(head.sorts[marks.sort[order]].family))
      && (!this.only.has('failed') || (marks.flags[order] & (flag.failed | flag.someFailed)) > 0);
  }

  draw(buttons) { for (const button of buttons) button.setAttribute('aria-pressed', this.only.has(button.dataset.only)); }
}
