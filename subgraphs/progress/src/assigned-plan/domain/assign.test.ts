import { accepted, refused } from '@kompetanse/command/decision'
import { brandId, type Id } from '@kompetanse/schema/ids'
import { expect, test } from 'vitest'
import { decideAssignment, decideRows } from './assign.ts'
import type { PlanRole } from './plan.ts'

test.each([
  [0, refused('ROWS_EMPTY')],
  [1, accepted({})],
  [200, accepted({})],
  [201, refused('TOO_MANY_ROWS')],
])('F101 %d pairs at once', (rows, expected) => {
  expect(decideRows(rows)).toEqual(expected)
})

const INGRID = brandId<'Person'>('ingrid')
const known = {
  roles: new Map<Id<'Person'>, readonly PlanRole[]>([
    [brandId('led'), [{ kind: 'LEADER' }]],
    [brandId('lent'), [{ kind: 'DEPUTY', leaderId: INGRID }]],
    [brandId('seen'), [{ kind: 'SUPPORT' }]],
  ]),
  versions: new Map([[brandId<'PlanTemplate'>('klk'), brandId<'PlanVersion'>('klk of today')]]),
}
const unknown = (id: string) => ({ kind: 'unknown', id })
const given = (traineeId: string, onBehalfOfId: string | null) =>
  accepted({ plan: { traineeId, planTemplateId: 'klk', planVersionId: 'klk of today', onBehalfOfId } })

// prettier-ignore
const TABLE = [
  ['led',      'klk',     given('led', null)],
  // F012: who stands in for the leader assigns for them.
  ['lent',     'klk',     given('lent', 'ingrid')],
  ['led',      'expired', unknown('expired')],
  ['seen',     'klk',     refused('NOT_PERMITTED')],
  ['seen',     'expired', refused('NOT_PERMITTED')],
  ['stranger', 'klk',     unknown('stranger')],
  ['stranger', 'expired', unknown('stranger')],
] as const

test.each(TABLE)('F101 a trainee who is %s gets the plan %s', (trainee, template, expected) => {
  const pair = { traineeId: brandId<'Person'>(trainee), planTemplateId: brandId<'PlanTemplate'>(template) }
  expect(decideAssignment(pair, known)).toEqual(expected)
})
