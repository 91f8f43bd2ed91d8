// From one event to another by a key. Events are named by their order; undefined where there is none.
const legOf = ({ marks, lanes }, order) => lanes[marks.lane[order]].marks;

// The next event of the leg, or with -1 the one before.
export function along(data, order, by) {
  const orders = legOf(data, order);
  return orders[orders.indexOf(order) + by];
}

// The event that is nearest in time on the lane below, or with -1 above. The lanes that are drawn are given from top to bottom: of many legs, they are grouped.
export function across({ marks, lanes }, order, by, drawn) {
  const own = drawn.indexOf(marks.lane[order]);
  const others = by < 0 ? drawn.slice(0, Math.max(0, own)).reverse() : drawn.slice(own + 1);
  const distance = other => Math.abs(marks.time[other] - marks.time[order]);
  return others.map(index => lanes[index]).find(lane => lane.marks.length)?.marks.reduce((best, it) => distance(it) < distance(best) ? it : best);
}

export const first = (data, order) => legOf(data, order)[0];
export const last = (data, order) => legOf(data, order).at(-1);
