type Placed = { id: string; parent: { id: string } | null }
export type Branch<Unit> = { unit: Unit; children: Branch<Unit>[] }

/** The units as trees, each below its parent; a unit whose parent is not among them is a root. */
export const branchesOf = <Unit extends Placed>(units: readonly Unit[]): Branch<Unit>[] => {
  const branches = new Map(units.map((unit) => [unit.id, { unit, children: [] as Branch<Unit>[] }]))
  const top: Branch<Unit>[] = []
  for (const branch of branches.values()) {
    const parent = branch.unit.parent && branches.get(branch.unit.parent.id)
    ;(parent ? parent.children : top).push(branch)
  }
  return top
}
