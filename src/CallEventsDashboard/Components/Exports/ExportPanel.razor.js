// The download begins as if the link had been clicked: it has the name and the address.
export function save(link) {
  link?.click();
}
