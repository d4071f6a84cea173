import type { Person } from './person.ts'

/** The day that many days from now, as the portal counts days. */
const day = (fromToday: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(Date.now() + fromToday * 86_400_000)

interface Place {
  id: string
  unit: { id: string; enterprise: { id: string } }
}

/** Who somebody is, and where. */
export async function placeOf(person: Person): Promise<Place> {
  const query = '{ viewer { profile { person { id unit { id enterprise { id } } } } } }'
  const { viewer } = await person.ask<{ viewer: { profile: { person: Place } } }>(query)
  return viewer.profile.person
}

interface Given {
  id: string
  version: number
}

/** Sends a command of the graph, and hands back what it gave or changed. Throws for anything but success. */
async function command(by: Person, name: string, result: string, input: object): Promise<Given> {
  const type = name.charAt(0).toUpperCase() + name.slice(1)
  const document = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on ${type}Success { ${result} { id version } } } }`
  const data = await by.ask<Record<string, Record<string, Given>>>(document, { input })
  const given = data[name]?.[result]
  if (!given) throw new Error(`${name}: ${JSON.stringify(data)}`)
  return given
}

/** A right that somebody has from today on, and how to end it at once. */
export interface Right {
  end(): Promise<void>
}

const version = ({ version: expectedVersion }: Given) => ({ expectedVersion })

export async function giveRole(by: Person, to: Person): Promise<Right> {
  const [{ id: personId }, { unit }] = [await placeOf(to), await placeOf(by)]
  const scope = { role: 'LOCAL_ADMIN', enterpriseId: unit.enterprise.id, validFrom: day(0) }
  const grant = await command(by, 'grantRole', 'grant', { personId, ...scope })
  const input = { grantId: grant.id, ...version(grant) }
  return { end: async () => void (await command(by, 'revokeRole', 'grant', input)) }
}

export async function appointDeputy(leader: Person, deputy: Person): Promise<Right> {
  const [{ id: leaderId, unit }, { id: deputyId }] = [await placeOf(leader), await placeOf(deputy)]
  const period = { validFrom: day(0), validTo: day(7) }
  const ids = { leaderId, deputyId, unitId: unit.id }
  const deputyship = await command(leader, 'appointDeputy', 'deputyship', { ...ids, ...period })
  const input = { deputyshipId: deputyship.id, endsOn: day(-1), ...version(deputyship) }
  return { end: async () => void (await command(leader, 'endDeputyship', 'deputyship', input)) }
}

export async function chooseSupervisor(trainee: Person, supervisor: Person): Promise<Right> {
  const [{ id: traineeId }, { id: personId }] = [await placeOf(trainee), await placeOf(supervisor)]
  const wish = { traineeId, personId, validFrom: day(0) }
  const relation = await command(trainee, 'registerSupervisor', 'relation', wish)
  const input = { relationId: relation.id, endsOn: day(-1), ...version(relation) }
  return { end: async () => void (await command(trainee, 'endRelation', 'relation', input)) }
}
