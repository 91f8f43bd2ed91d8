// Writes what can't be seen in a text as VisibleText.cs does, for texts that come from a record without passing through it.
const unseen = /(?! )[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Z}\u115f\u1160\u3164\uffa0\u2800]/gu;
const short = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const code = unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
export const visible = text => text.replace(unseen, found => short[found] ?? found.split('').map(code).join(''));
