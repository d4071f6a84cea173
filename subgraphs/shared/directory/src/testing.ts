/** People for the tests of a subgraph that keeps the directory, made by the events that identity sends. */
import { randomUUID } from 'node:crypto'
import { aPerson } from '@kompetanse/graph/testing'
import type { PersonEvent } from '@kompetanse/schema/events/identity'
import type { RelationKind } from '@kompetanse/schema/roles'
import { onDeputyship, onPerson, onRelation, type Database } from './consume.ts'

const FROM = '2026-01-01'
const UNTIL = '2026-12-31'

type Somebody = ReturnType<typeof aPerson>

/** Somebody in training and everybody around them. */
export interface Circle {
  readonly trainee: Somebody
  readonly leader: Somebody
  /** Stands in for the leader all year. */
  readonly deputy: Somebody
  readonly mentor: Somebody
  readonly supervisor: Somebody
  /** Known to the directory and to nobody else. */
  readonly stranger: Somebody
}

interface Period {
  readonly validFrom?: string
  readonly validTo?: string | null
}

/** `const { somebody, colleague, relate, aCircle } = directoryOf(pool)` */
export function directoryOf(database: Database) {
  /** A person whom the directory knows; `rest` says what is not as usual. */
  async function somebody(displayName: string, trainee = false, rest: Partial<PersonEvent> = {}) {
    const personId = randomUUID()
    await onPerson(database, { ...usual(personId, displayName), trainee: trainee ? TRAINING : null, ...rest })
    return aPerson(personId, { trainee })
  }

  /** Somebody of the same enterprise: one whom that person finds when choosing. */
  async function colleague(
    of: Somebody,
    displayName: string,
    trainee = false,
    rest: Partial<PersonEvent> = {},
  ) {
    const { rows } = await database.query(
      'SELECT enterprise_id AS id, enterprise_name AS name FROM directory_person WHERE id = $1',
      [of.personId],
    )
    const [enterprise] = rows as PersonEvent['enterprise'][]
    return somebody(displayName, trainee, { enterprise: enterprise ?? null, ...rest })
  }

  async function relate(kind: RelationKind, traineeId: string, personId: string, period: Period = {}) {
    const relationId = randomUUID()
    const { validFrom = FROM, validTo = null } = period
    await onRelation(database, {
      ...{ relationId, kind, traineeId, personId },
      ...{ validFrom, validTo, cancelledAt: null, version: 1 },
    })
  }

  async function appointDeputy(leaderId: string, deputyId: string, validFrom = FROM, validTo = UNTIL) {
    const deputyshipId = randomUUID()
    await onDeputyship(database, {
      ...{ deputyshipId, leaderId, deputyId },
      ...{ validFrom, validTo, cancelledAt: null, version: 1 },
    })
  }

  async function aCircle(): Promise<Circle> {
    const circle = {
      trainee: await somebody('Ada Solheim', true),
      leader: await somebody('Liv Haugen'),
      deputy: await somebody('Sten Vik'),
      mentor: await somebody('Mona Berg'),
      supervisor: await somebody('Per Dahl'),
      stranger: await somebody('Finn Ukjent'),
    }
    const { trainee, leader, deputy, mentor, supervisor } = circle
    await relate('LEADER', trainee.personId, leader.personId)
    await relate('MENTOR', trainee.personId, mentor.personId)
    await relate('SUPERVISOR', trainee.personId, supervisor.personId)
    await appointDeputy(leader.personId, deputy.personId)
    return circle
  }

  return { somebody, colleague, relate, appointDeputy, aCircle }
}

const TRAINING: PersonEvent['trainee'] = {
  trackCode: 'ALM',
  trackName: 'LIS3 allmennmedisin',
  part: 'PART_3',
  position: 'ALIS',
  trainingStartedOn: FROM,
}

const usual = (personId: string, displayName: string) => ({
  ...{ personId, displayName, active: true, version: 1 },
  regionCode: 'HELSE_VEST' as const,
  unit: { id: randomUUID(), name: 'Sandviken legekontor' },
  enterprise: { id: randomUUID(), name: 'Bergen kommune' },
})
