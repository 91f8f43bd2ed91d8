// The page asks translators to leave it alone. Those that don't heed it replace text nodes by elements of their own, and the framework goes on to update the
// nodes that they took away: nothing fails, and the page shows old texts. So each text goes back to its place at once, before the framework's next update.
const mostTimes = 3;
const times = new WeakMap();

const guard = new MutationObserver(changes => {
  for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of changes) {
    for (const text of removedNodes) {
      if (text.nodeType !== Node.TEXT_NODE || text.parentNode === target) continue;
      // Translators put theirs before the text or after it and then take the text away, or do both at once, or wrap the text.
      const foreign = [...addedNodes, previousSibling, nextSibling, text.parentElement?.closest('font')].find(node => isForeign(node) && node.parentNode === target);
      if (foreign) putBack(text, outermost(foreign));
    }
  }
});

function putBack(text, foreign) {
  const count = (times.get(text) ?? 0) + 1;
  times.set(text, count);
  foreign.replaceWith(text);
  if (count > mostTimes) giveUp();
}

// One that insists would go on for ever.
function giveUp() {
  guard.disconnect();
  document.getElementById('translation-notice').hidden = false;
}

// The dashboard itself has no such element.
function isForeign(node) {
  return node?.nodeName === 'FONT';
}

function outermost(node) {
  for (let outer = node; (outer = outer.parentElement?.closest('font'));) node = outer;
  return node;
}

guard.observe(document.body, { childList: true, subtree: true });
