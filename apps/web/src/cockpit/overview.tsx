// placeholder until the overview is written in the next commit
export function Overview() {
  return null;
}
