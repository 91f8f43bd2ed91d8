// Names an event beside its mark. What the browser knows is shown at once; what the record says, as soon as the server has answered.
import { instantTitle } from '../../../Shared/InstantTitle.js';

const gap = 10;
const rest = 80;

export class Tip {
  // The card that the tip stays within, and what asks the server for the facts of a fingerprint.
  constructor(element, frame, describe) { Object.assign(this, { element, frame, describe, facts: new WeakMap(), mark: null }); }

  // The facts of a mark are those of the session that it was drawn of.
  async show(mark, data) {
    if (this.mark === mark && !this.element.hidden) return;
    this.mark = mark;
    const known = this.facts.get(data) ?? this.facts.set(data, new Map()).get(data);
    const { fingerprint } = mark.dataset;
    const [name, ...words] = mark.getAttribute('aria-label').split(', ');
    const [title, times, more] = this.element.children;
    title.textContent = name;
    const { occurredAt } = mark.dataset;
    times.textContent = [...words, ...occurredAt ? [instantTitle(occurredAt)] : []].join(' · ');
    more.textContent = known.get(fingerprint) ?? '';
    this.element.hidden = false;
    this.place();
    if (known.has(fingerprint)) return;
    await new Promise(rested => setTimeout(rested, rest));
    if (this.mark !== mark) return;
    const text = await this.describe(fingerprint).catch(() => '') ?? '';
    known.set(fingerprint, text);
    if (this.mark !== mark) return;
    more.textContent = text;
    this.place();
  }

  hide() {
    this.mark = null;
    this.element.hidden = true;
  }

  // Above the mark, or below it where there is no room; never beyond the card.
  place() {
    const [frame, box, own] = [this.frame, this.mark, this.element].map(it => it.getBoundingClientRect());
    const left = Math.min(Math.max(4, box.left + box.width / 2 - frame.left - own.width / 2), frame.width - own.width - 4);
    const above = box.top - frame.top - own.height - gap;
    this.element.style.transform = `translate(${left}px, ${above >= 0 ? above : box.bottom - frame.top + gap}px)`;
  }
}
