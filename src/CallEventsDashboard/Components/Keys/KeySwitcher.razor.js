// Asked before a stored value is read: one that is too long for a message of the circuit would end the circuit.
export function storedLength(name) {
  return localStorage.getItem(name)?.length ?? 0;
}

// False when another value lies aside already: it must not be lost.
export function setAside(name, aside) {
  const value = localStorage.getItem(name);
  const kept = localStorage.getItem(aside);
  if (kept !== null && kept !== value)
    return false;
  if (value !== null)
    localStorage.setItem(aside, value);
  return true;
}

// Both go before either comes back: a storage that is nearly full has no room for three.
export function exchange(name, aside) {
  const value = localStorage.getItem(name);
  const kept = localStorage.getItem(aside);
  localStorage.removeItem(name);
  localStorage.removeItem(aside);
  localStorage.setItem(name, kept);
  localStorage.setItem(aside, value);
}
