import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A synthetic person one can log in as. The id is the subject of the access token. */
export interface DemoPerson {
  id: string
  displayName: string
  title: string
  unit: string | null
  enterprise: string | null
  roles: string[]
  story: string
}

/** The persons of identity's seed, read as data: their rights are the portal's matter. */
export function readDemoPersons(root: string): DemoPerson[] {
  const file = join(root, 'subgraphs/identity/src/seed/demo-persons.json')
  if (!existsSync(file)) throw new Error(`the demo persons are missing: ${file}`)
  return JSON.parse(readFileSync(file, 'utf8')) as DemoPerson[]
}

/** Groups by first role, in the order in which the roles first appear. */
export function byRole(persons: readonly DemoPerson[]): [role: string, persons: DemoPerson[]][] {
  const groups = new Map<string, DemoPerson[]>()
  for (const person of persons) {
    const role = person.roles[0] ?? 'Andre'
    groups.set(role, [...(groups.get(role) ?? []), person])
  }
  return [...groups]
}
