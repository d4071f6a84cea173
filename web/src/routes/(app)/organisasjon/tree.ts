type Placed = { id: string; parent: { id: string } | null }
export type Branch<Unit> = { unit: Unit; children: Branch<Unit>[] }

/** Units under the units that they belong to; who belongs to none of them stands at the top. */
export const branchesOf = <Unit extends Placed>(units: readonly Unit[]): Branch<Unit>[] => {
  const branches = new Map(units.map((unit) => [unit.id, { unit, children: [] as Branch<Unit>[] }]))
  const top: Branch<Unit>[] = []
  for (const branch of branches.values()) {
    const parent = branch.unit.parent && branches.get(branch.unit.parent.id)
    ;(parent ? parent.children : top).push(branch)
  }
  return top
}
