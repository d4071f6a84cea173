/** The higher of the two derived levels, 1–3; 0 when the wording has none of the regulation's three. */
export const levelOf = (goal: { knowledgeLevel: number | null; skillLevel: number | null }): number =>
  Math.max(goal.knowledgeLevel ?? 0, goal.skillLevel ?? 0)
