import { command } from './command.ts'
import type { Person } from './person.ts'

/** The day that many days from now, as the portal counts days. */
const day = (fromToday: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(Date.now() + fromToday * 86_400_000)

interface Place {
  id: string
  unit: { id: string; enterprise: { id: string } }
}

/** The person’s id, unit and enterprise. */
export async function placeOf(person: Person): Promise<Place> {
  const query = '{ viewer { profile { person { id unit { id enterprise { id } } } } } }'
  const { viewer } = await person.ask<{ viewer: { profile: { person: Place } } }>(query)
  return viewer.profile.person
}

interface Given {
  id: string
  version: number
}

/** Sends a command, and returns the thing that it made or changed. */
async function act(by: Person, name: string, result: string, input: object): Promise<Given> {
  const success = await command<Record<string, Given>>(by, name, `${result} { id version }`, input)
  return success[result] as Given
}

/** A right from today on, with a function that ends it at once. */
export interface Right {
  end(): Promise<void>
}

const version = ({ version: expectedVersion }: Given) => ({ expectedVersion })

export async function giveRole(by: Person, to: Person): Promise<Right> {
  const [{ id: personId }, { unit }] = [await placeOf(to), await placeOf(by)]
  const given = { role: 'LOCAL_ADMIN', scope: { enterpriseId: unit.enterprise.id }, startsOn: day(0) }
  const grant = await act(by, 'grantRole', 'grant', { personId, ...given })
  const input = { grantId: grant.id, ...version(grant) }
  return { end: async () => void (await act(by, 'revokeRole', 'grant', input)) }
}

export async function appointDeputy(leader: Person, deputy: Person): Promise<Right> {
  const [{ id: leaderId, unit }, { id: deputyId }] = [await placeOf(leader), await placeOf(deputy)]
  const period = { startsOn: day(0), endsOn: day(7) }
  const ids = { leaderId, deputyId, unitId: unit.id }
  const deputyship = await act(leader, 'appointDeputy', 'deputyship', { ...ids, ...period })
  const input = { deputyshipId: deputyship.id, ...version(deputyship) }
  return { end: async () => void (await act(leader, 'endDeputyship', 'deputyship', input)) }
}

export async function chooseSupervisor(trainee: Person, supervisor: Person): Promise<Right> {
  const [{ id: traineeId }, { id: personId }] = [await placeOf(trainee), await placeOf(supervisor)]
  const wish = { traineeId, personId, startsOn: day(0) }
  const relation = await act(trainee, 'registerSupervisor', 'relation', wish)
  const input = { relationId: relation.id, ...version(relation) }
  return { end: async () => void (await act(trainee, 'endRelation', 'relation', input)) }
}
