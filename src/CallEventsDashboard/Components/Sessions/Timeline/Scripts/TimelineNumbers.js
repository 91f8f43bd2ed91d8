// Reads the numbers that TimelineNumbers.cs writes, each where it writes it: the marks of a session, its lanes with their phases, the effects of commands.
export const flag = { failed: 1, someFailed: 2, attempts: 4, untimed: 8, afterHangup: 16, oddFingerprint: 32 };
const hashBytes = 8;

export function readNumbers(head, bytes) {
  let at = 0;
  const read = () => {
    let value = 0, unit = 1, byte;
    do {
      byte = bytes[at++];
      value += (byte & 127) * unit;
      unit *= 128;
    } while (byte > 127);
    return value;
  };
  const readSigned = () => {
    const value = read();
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };

  const marks = readMarks(head, read, () => bytes.subarray(at, at += hashBytes));
  const lanes = Array.from({ length: read() }, (_, index) => ({ index, marks: [], ...readLane(read, readSigned) }));
  for (let order = 0; order < marks.time.length; order++) lanes[marks.lane[order]].marks.push(order);
  return { head, marks, lanes, effects: readEffects(read, readSigned) };
}

// Times are microseconds from the start of the session.
function readMarks(head, read, readHash) {
  const count = read();
  const marks = { time: new Float64Array(count), lane: new Uint32Array(count), sort: new Uint32Array(count), flags: new Uint8Array(count), attempts: new Map(), hashes: new Map() };
  let time = 0, odd = 0;
  for (let order = 0; order < count; order++) {
    time += read();
    marks.lane[order] = read();
    marks.sort[order] = read();
    const flags = marks.flags[order] = read();
    marks.time[order] = flags & flag.untimed ? head.untimed : time;
    if (flags & flag.attempts) marks.attempts.set(order, read());
    marks.hashes.set(order, flags & flag.oddFingerprint ? head.fingerprints[odd++] : readHash());
  }
  return marks;
}

function readLane(read, readSigned) {
  const hangup = read() - 1;
  const last = read() - 1;
  const phases = [];
  let start = 0;
  for (let count = read(); count > 0; count--) {
    const kind = read();
    const flags = read();
    const top = read();
    start += readSigned();
    phases.push({ kind, isDerived: (flags & 1) > 0, top, start, end: flags & 2 ? start + readSigned() : -1 });
  }
  return { hangup, last, phases };
}

function readEffects(read, readSigned) {
  const effects = new Map();
  let command = 0;
  for (let count = read(); count > 0; count--) {
    command += readSigned();
    effects.set(command, Array.from({ length: read() }, () => command + readSigned()));
  }
  return effects;
}

export function fingerprintOf({ head, marks }, order) {
  const hash = marks.hashes.get(order);
  if (typeof hash === 'string') return hash;
  const time = marks.flags[order] & flag.untimed ? 0 : head.start + marks.time[order];
  return `${time}-${Array.from(hash, byte => byte.toString(16).padStart(2, '0')).join('')}`;
}

export function orderOf(data, fingerprint) {
  for (let order = 0; order < data.marks.time.length; order++) if (fingerprintOf(data, order) === fingerprint) return order;
  return -1;
}
