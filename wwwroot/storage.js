// The values that this browser keeps for the dashboard, read and written in one way by scripts and by the server (BrowserStorage.cs). Storage may be full, turned
// off, or hold what something else wrote there: reading then gives null and writing false, so that a choice that can't be kept holds for this page.
globalThis.browserStorage = (() => {
  const areas = { browser: () => localStorage, tab: () => sessionStorage };
  const attempt = (use, otherwise) => { try { return use(); } catch { return otherwise; } };
  const isShort = text => text.length <= 200;

  return {
    // The text that is stored, where it is one that isValid accepts.
    read: (name, isValid = isShort, area = 'browser') => attempt(() => {
      const text = areas[area]().getItem(name);
      return text !== null && isValid(text) ? text : null;
    }, null),

    // Stores a text, or removes what is stored where that is null.
    write: (name, text, area = 'browser') => attempt(() => {
      if (text === null) areas[area]().removeItem(name);
      else areas[area]().setItem(name, text);
      return true;
    }, false),

    // Asked before a protected value is read: one that is too long for a message of the circuit would end the circuit.
    length: name => attempt(() => localStorage.getItem(name)?.length ?? 0, 0),

    // The two below throw where storage is refused: the server has to know. False when another value lies aside already: it must not be lost.
    setAside(name, aside) {
      const value = localStorage.getItem(name);
      const kept = localStorage.getItem(aside);
      if (kept !== null && kept !== value) return false;
      if (value !== null) localStorage.setItem(aside, value);
      return true;
    },

    // Both go before either comes back: a storage that is nearly full has no room for three.
    exchange(name, aside) {
      const value = localStorage.getItem(name);
      const kept = localStorage.getItem(aside);
      localStorage.removeItem(name);
      localStorage.removeItem(aside);
      localStorage.setItem(name, kept);
      localStorage.setItem(aside, value);
    },
  };
})();
