const slot = 'callevents.bars';

export function stored() {
  try { return localStorage.getItem(slot); } catch { return null; }
}

export function store(scale) {
  try { localStorage.setItem(slot, scale); } catch { /* A choice that can't be stored holds for this page. */ }
}
