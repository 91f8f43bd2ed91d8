// Finds what a key means. Knows nothing of the page: what matters of it is told.

// A keyboard of another script has the letter's key under its code; a caps lock that was left on changes no letter.
function nameOf({ key, code, isCapsLock }) {
  if (key === ' ') return 'Space';
  if (key.length === 1 && key > '\u007f' && /^Key[A-Z]$/.test(code ?? '')) return code[3].toLowerCase();
  return isCapsLock && key.length === 1 ? key.toLowerCase() : key;
}

// The keys that need Alt on some keyboards, such as the brackets, come with AltGraph.
const isPlain = ({ ctrlKey, metaKey, altKey, isAltGraph }) => isAltGraph || !(ctrlKey || metaKey || altKey);

const isThere = (place, { isInGrid, isOnRow, isTyping }) => ({
  page: !isTyping,
  grid: isInGrid && !isTyping,
  row: isOnRow,
  anywhere: true,
})[place] ?? false;

export function find(bindings, event, where) {
  if (where.isBlocked || event.isComposing) return null;
  const name = nameOf(event);
  const isMod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.isAltGraph;
  const wanted = !isMod ? isPlain(event) ? name : null : event.shiftKey ? null : `Mod+${name.toLowerCase()}`;
  const isOff = where.isOff && wanted?.length === 1;
  return isOff ? null : bindings.find(binding => binding.keys.includes(wanted) && isThere(binding.place, where)) ?? null;
}
