// Asked before a stored value is read: one that is too long for a message of the circuit would end the circuit.
export function storedLength(name) {
  return localStorage.getItem(name)?.length ?? 0;
}
