// placeholder until the page is written in the next commit
export function ZoneList() {
  return null;
}
