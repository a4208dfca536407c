// How a start tells a person what it does: one line a step, no timestamps, nothing secret.

export type Say = (line: string) => void;

export const silent: Say = () => undefined;
