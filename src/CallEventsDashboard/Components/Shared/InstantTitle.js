// What an instant says under the pointer: UTC with six digits, and its age by the clock of the server.
const navigation = performance.getEntriesByType('navigation')[0];
const served = Date.parse(document.documentElement.dataset.servedAt);
// How far that clock is ahead. A page that the browser had kept was served some time ago, and tells nothing.
const ahead = served && navigation?.transferSize > 0 ? served - performance.timeOrigin - navigation.responseStart : 0;

export const instantTitle = (utc, now = Date.now() + ahead) => `${utc.replace('T', ' ').replace('Z', ' UTC')}, ${ageOf(Date.parse(utc), now)}`;

function ageOf(at, now) {
  const seconds = Math.round(Math.abs(now - at) / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const long = seconds < 60 ? `${seconds} s`
    : minutes < 60 ? `${minutes} min`
    : hours < 24 ? `${hours} h ${minutes % 60} min`
    : `${Math.floor(hours / 24)} d ${hours % 24} h`;
  return seconds === 0 ? 'now' : at <= now ? `${long} ago` : `in ${long}`;
}
