// What a clause's own verb lets the software do (mission.md, "Strength").
//   identity   禁止、严禁、不得, or an arithmetic identity: blocks
//   must       应、须、全部: blocks, unless a named person records an exception with its paper
//   principle  原则上: passes with a written reason, shown to the approver
//   may        可、鼓励、探索: proposes; a named person decides

export const strengths = ['identity', 'must', 'principle', 'may'] as const;
export type Strength = (typeof strengths)[number];
