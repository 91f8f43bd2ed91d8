// Keeps what a person types in the field that they are in.
//
// A component that answers a click with the focus sends it a round trip later: to a person who has gone on to another field by then, and whose next letters
// would land in the wrong one. So no script takes the focus out of a field of text, but for one that answers to the person's own key or click at once.
const focus = HTMLElement.prototype.focus;

HTMLElement.prototype.focus = function guarded(...options) {
  const held = document.activeElement;
  if (held !== this && isTypedIn(held) && !isAnswering()) return;
  focus.apply(this, options);
};

function isTypedIn(element) {
  return element?.matches('textarea, input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=range], [type=file], [readonly]), [contenteditable=true]') ?? false;
}

// Changes from the server come in a message of the socket.
function isAnswering() {
  return window.event instanceof UIEvent && window.event.isTrusted;
}
